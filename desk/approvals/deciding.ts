import type pg from 'pg';
import { ended } from '../../domain/approvals/acts.js';
import type { Json } from '../../domain/model/json.js';
import type { Refusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import type { Entitled } from '../../parties/entitled.js';
import { storeDecision, type About, type Decided } from '../../records/approving.js';
import { officeOf, underOffice } from '../office.js';

/** Stores what a person decides about an approval, in office at its stamp. */
export const decideInOffice = (
  pool: pg.Pool,
  caller: Caller,
  may: Entitled,
  { about, ...more }: Parameters<typeof storeDecision>[1],
): Promise<Decided | Refusal> => {
  const office = officeOf(caller, [may]);
  return underOffice(pool, office, () => storeDecision(pool, { about: { ...about, office }, ...more }));
};

/** The end of a proposal of which no act comes. */
export const ending = (
  approval: string,
  about: About,
  brings: Readonly<Record<string, Json>>,
): Parameters<typeof storeDecision>[1] => ({
  approval,
  about,
  concerned: [],
  look: (held, at) => ended(held, at) ?? { brings, acts: [] },
});

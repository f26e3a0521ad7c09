import type pg from 'pg';
import type { Refusal } from '../../domain/model/refusal.js';
import type { Caller } from '../../parties/caller.js';
import type { Entitled } from '../../parties/entitled.js';
import { storeDecision, type Decided } from '../../records/approving.js';
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

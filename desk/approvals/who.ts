import type pg from 'pg';
import type { Approval } from '../../domain/approvals/approval.js';
import type { Instant } from '../../domain/model/instant.js';
import { refuse, type Refusal } from '../../domain/model/refusal.js';
import { partyIn } from '../../domain/people/rules.js';
import { actorOf, type Caller } from '../../parties/caller.js';
import { approverOf } from '../../parties/permissions.js';
import { personSignedIn } from '../../records/appointments.js';
import { spelt } from '../readable.js';

/** With which a proposal can never take effect again. */
export const OVERTAKEN: ReadonlySet<string> = new Set([
  'overtaken',
  'already-done',
  'right-lapsed',
  'cycle-closed',
  'not-required',
]);

export const unknown = (approval: string): Refusal =>
  refuse('unknown-approval', `没有提案 ${spelt(approval)}`, `no proposal is called ${spelt(approval)}`);

/** For whom somebody decides about a proposal: the city; an operator may withdraw their own. */
export const partyOf = ({ appointments }: Caller): string =>
  appointments.some(({ kind }) => kind === 'city') ? 'city' : (appointments[0]?.party ?? 'city');

/** By whose name the lines are looked at: the viewer's, where they could approve; nobody's else. */
export const approverIn = (caller: Caller | undefined, { opening }: Approval): string | undefined =>
  caller &&
  caller.person !== opening.person &&
  caller.appointments.some(({ kind, role }) => kind === 'city' && role === approverOf(opening.act))
    ? actorOf(caller, 'city')
    : undefined;

/** Whether whoever proposed it acts no more for the party that they proposed it for: then any officer of the city may withdraw it. */
export async function hasLeft(pool: pg.Pool, { opening }: Approval, at: Instant): Promise<boolean> {
  const found = await personSignedIn(pool, opening.person, at);
  return found?.appointments.some(({ party }) => party === partyIn(opening.proposedBy)) !== true;
}

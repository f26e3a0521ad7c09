import type { Approval } from '../../domain/approvals/approval.js';
import { actorOf, type Caller } from '../../parties/caller.js';
import { approverOf } from '../../parties/permissions.js';

/** With which a proposal can never take effect again. */
export const OVERTAKEN: ReadonlySet<string> = new Set([
  'overtaken',
  'already-done',
  'right-lapsed',
  'cycle-closed',
  'not-required',
]);

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

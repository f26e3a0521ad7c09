import type { Day, Instant } from '../model/instant.js';
import type { Event, MailTo, TellingStep } from '../model/step.js';
import { foldStep, type FoldedActs } from '../model/fold.js';

/** What a proposal is opened with. What is proposed, line by line, stands in the book beside it. */
export interface ApprovalOpening {
  /** Of its case: `2024/approval/AP-000123`, `approval/AP-000123` where it concerns no cycle. */
  readonly id: string;
  readonly approval: string;
  readonly cycle: number;
  /** The act's name; `decide-batch` where the lines are acts of several names. */
  readonly act: string;
  readonly lines: number;
  /** The officer, as acts name whoever acts, and the person: nobody approves what the same person proposed. */
  readonly proposedBy: string;
  readonly person: string;
  readonly at: Instant;
  /** When the approvers are reminded; the last day on which it can be approved. */
  readonly remindAt: readonly Instant[];
  readonly lapsesOn: Day;
}

/** `approved`, `returned`: once every line is decided, one of them approved or none. */
export type ApprovalState = 'waiting' | 'approved' | 'returned' | 'withdrawn' | 'lapsed';

export type LineLeft = { readonly line: number; readonly reason: string };

/** 待批: what one officer has proposed and another is to approve, until a day. */
export interface Approval extends FoldedActs {
  readonly opening: ApprovalOpening;
  state: ApprovalState;
  /** Lines that still wait. */
  open: readonly number[];
  /** Lines that were approved, and by whom. */
  approved: readonly { readonly line: number; readonly by: string }[];
  /** Lines that were taken out, and why. */
  leftOut: readonly LineLeft[];
  /** Why it was returned, or has lapsed. */
  because?: string;
}

export type ApprovalMail = MailTo<'approval-waits' | 'approval-ended'>;
export type ApprovalStep = TellingStep<ApprovalMail['template']>;

/** Of the case's name: `2024/approval/AP-000123`. */
export const approvalCaseIdOf = (cycle: number, approval: string): string =>
  cycle > 0 ? `${String(cycle)}/approval/${approval}` : `approval/${approval}`;

export const blankApproval = (opening: ApprovalOpening): Approval => ({
  opening,
  seq: 0,
  head: '',
  playedTo: opening.at,
  state: 'waiting',
  open: Array.from({ length: opening.lines }, (_, k) => k + 1),
  approved: [],
  leftOut: [],
  taken: {},
});

interface Decided {
  readonly lines?: readonly number[];
  readonly without?: readonly LineLeft[];
  readonly reason?: string;
}

const ENDS: Readonly<Record<string, ApprovalState>> = {
  'proposal-returned': 'returned',
  'proposal-withdrawn': 'withdrawn',
  'proposal-lapsed': 'lapsed',
};

/** Folds the events of one step, in place. */
export function foldApproval(a: Approval, key: string, events: readonly Event[], head: string): void {
  foldStep(a, a.opening.id, { key, events, head }, (event) => tell(a, event));
}

function tell(a: Approval, event: Event): void {
  const { lines = [], without = [], reason } = (event.with ?? {}) as Decided;
  if (event.type === 'proposal-approved') {
    a.approved = [...a.approved, ...lines.map((line) => ({ line, by: event.by }))];
    a.leftOut = [...a.leftOut, ...without];
    a.open = a.open.filter((line) => !lines.includes(line) && !without.some((one) => one.line === line));
    if (a.open.length === 0) a.state = a.approved.length > 0 ? 'approved' : 'returned';
  }
  const ended = ENDS[event.type];
  if (ended === undefined) return;
  a.open = [];
  a.state = a.approved.length > 0 ? 'approved' : ended;
  if (reason !== undefined) a.because = reason;
}

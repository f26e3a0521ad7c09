import type { Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { ForAll } from './approvals/for-all.js';
import type { Approving } from './approvals/looking.js';
import type { Preview } from './approvals/preview.js';
import type { ApprovalAnswer } from './approvals/saying.js';
import type { AskedFor, Reply, Wish } from './front.js';
import type { CaseRuns } from './reviving.js';
import type { WishedLine } from './wishes.js';

export const APPROVAL_STATES = ['waiting', 'approved', 'returned', 'withdrawn', 'lapsed', 'refused'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export interface Approvals {
  /** In a list without what they would do. */
  readonly items: readonly ApprovalAnswer[];
  /** Where the next page begins, where there is one. */
  readonly after?: string;
}

export interface ApprovalsAsked {
  readonly state?: ApprovalState;
  readonly after?: string;
  readonly limit: number;
}

type Decided = Promise<ApprovalAnswer | Refusal>;

/** The desk as HTTP and pages know it: who asks is known, what they may is the desk's to judge. */
export interface FrontDesk {
  submit(caller: Caller, wish: Wish): Promise<Reply>;
  /** Many decisions as one proposal. */
  submitBatch(caller: Caller, id: string, wishes: readonly WishedLine[]): Promise<Reply>;
  /** Why an act that nobody else approves would be refused now; undefined where it would be done. */
  wouldRefuse(caller: Caller, wish: Wish): Promise<Refusal | undefined>;
  /** What decisions would do if they were proposed and approved now. */
  foresee(caller: Caller, wishes: readonly WishedLine[]): Promise<Preview>;
  /** What a decision for all would do to some of the cases that it concerns. */
  foreseeForAll(
    caller: Caller,
    wish: WishedLine,
    page: { readonly from: number; readonly limit: number },
  ): Promise<ForAll | Refusal>;
  act(caller: Caller, id: string): Promise<Reply | undefined>;
  /** What was asked by an id. */
  asked(caller: Caller, id: string): Promise<AskedFor | undefined>;
  /** How a case runs; undefined where there is none of that name. */
  caseRuns(caseId: string): Promise<CaseRuns | undefined>;
  /** Starts again a case that stood still or runs nowhere; why not, where it does not. */
  revive(caller: Caller, caseId: string, reason: string): Promise<Refusal | undefined>;
  readonly approvals: {
    list(caller: Caller, asked: ApprovalsAsked): Promise<Approvals | Refusal>;
    read(caller: Caller, id: string): Decided;
    approve(caller: Caller, id: string, approving: Approving): Decided;
    return(caller: Caller, id: string, said: { readonly request: string; readonly reason: string }): Decided;
    withdraw(caller: Caller, id: string, said: { readonly request: string }): Decided;
  };
}

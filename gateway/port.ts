import type { ApprovalAnswer } from '../desk/approvals/saying.js';
import type { ForAll } from '../desk/approvals/for-all.js';
import type { Preview } from '../desk/approvals/preview.js';
import type { AskedFor, Reply, Wish } from '../desk/front.js';
import type { WishedLine } from '../desk/wishes.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';

export type { Reply, Wish } from '../desk/front.js';

export const APPROVAL_STATES = ['waiting', 'approved', 'returned', 'withdrawn', 'lapsed', 'refused'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** 提案: what one officer proposes and another approves; in a list without what it would do. */
export type Approval = ApprovalAnswer;

export interface Approvals {
  readonly items: readonly Approval[];
  /** Where the next page begins, where there is one. */
  readonly after?: string;
}

export interface ApprovalsAsked {
  readonly state?: ApprovalState;
  readonly after?: string;
  readonly limit: number;
}

export interface Approving {
  /** The asker's own id of the request. */
  readonly request: string;
  readonly previewDigest?: string;
  readonly without?: readonly { readonly line: number; readonly reason: string }[];
}

/** The desk as HTTP knows it: who asks is known, what they may is the desk's to judge. */
export interface Front {
  submit(caller: Caller, wish: Wish): Promise<Reply>;
  /** Many decisions as one proposal. */
  submitBatch(caller: Caller, id: string, wishes: readonly WishedLine[]): Promise<Reply>;
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
  readonly approvals: {
    list(caller: Caller, asked: ApprovalsAsked): Promise<Approvals | Refusal>;
    read(caller: Caller, id: string): Promise<Approval | Refusal>;
    approve(caller: Caller, id: string, approving: Approving): Promise<Approval | Refusal>;
    return(caller: Caller, id: string, said: { readonly request: string; readonly reason: string }): Promise<Approval | Refusal>;
    withdraw(caller: Caller, id: string, said: { readonly request: string }): Promise<Approval | Refusal>;
  };
}

/** Whoever a token is for. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** The people of the platform: who stands behind a sign-in now. */
export interface People {
  callerOf(who: Subject, at: Instant): Promise<Caller | undefined>;
  /** Whom a program asks for, which signed in with its own key. */
  callerOfClient?(client: string, at: Instant): Promise<Caller | undefined>;
}

import type { Also } from '../desk/answer.js';
import type { Day, Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';

/** What somebody asks for, as it comes in over HTTP. */
export interface Wish {
  /** The asker's own id of it: the same again is the same request. */
  readonly id?: string;
  readonly do: string;
  readonly for?: string;
  readonly cycle?: number;
  readonly with?: Json;
  /** Which of one's parties acts, where there are several. */
  readonly as?: string;
  /** False: answered as soon as it is stored. */
  readonly wait?: boolean;
}

/** What became of a request, as it stands now. */
export type Reply = { readonly id: string } & (
  | {
      readonly state: 'decided';
      readonly at: Instant;
      readonly seq: number;
      readonly next?: Instant;
      readonly also?: readonly Also[];
    }
  | { readonly state: 'stored'; readonly at: Instant; readonly suspended?: true }
  | { readonly state: 'proposed'; readonly at: Instant; readonly approval: string; readonly lapsesOn: Day }
  | { readonly state: 'refused'; readonly at: Instant; readonly refusal: Refusal }
);

export const APPROVAL_STATES = ['waiting', 'approved', 'returned', 'withdrawn', 'lapsed', 'refused'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** 提请: what one officer proposes and another approves. */
export interface Approval {
  readonly id: string;
  readonly act: Json;
  readonly lines?: readonly Json[];
  readonly proposedBy: string;
  readonly at: Instant;
  readonly lapsesOn: Day;
  readonly state: ApprovalState;
  readonly preview: Json;
  readonly previewDigest: string;
  readonly outcome?: Json;
}

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
  /** The asker's own id of the approval. */
  readonly request?: string;
  readonly previewDigest?: string;
  readonly without?: readonly { readonly line: number; readonly reason: string }[];
}

/** The desk as HTTP knows it: who asks is known, what they may is the desk's to judge. */
export interface Front {
  submit(caller: Caller, wish: Wish): Promise<Reply>;
  act(caller: Caller, id: string): Promise<Reply | undefined>;
  readonly approvals: {
    list(caller: Caller, asked: ApprovalsAsked): Promise<Approvals | Refusal>;
    read(caller: Caller, id: string): Promise<Approval | Refusal>;
    approve(caller: Caller, id: string, approving: Approving): Promise<Approval | Refusal>;
    return(caller: Caller, id: string, why: { readonly reason: string }): Promise<Approval | Refusal>;
    withdraw(caller: Caller, id: string): Promise<Approval | Refusal>;
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
}

import type { Amount } from './amount.js';
import type { Day } from './instant.js';

/** 核查结论: what a verifier says of the report in the end. */
export const OPINIONS = ['unqualified', 'qualified', 'adverse'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** 疑问 or 不符合项. */
export const QUERY_KINDS = ['query', 'non-conformity'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What a verifier asked of a unit; its words stand in the events. `stands`: looked at and not put right. */
export interface Query {
  readonly query: number;
  readonly kind: QueryKind;
  readonly dueOn: Day;
  state: 'open' | 'answered' | 'settled' | 'stands';
  /** The day of the last thing that happened to it. */
  since: Day;
}

/**
 * How far a verification has come. `none`: opened and not engaged; `engaged`: the verifier has not answered; `returned`: filed, and
 * returned by the district; `completed`: the emissions are confirmed; `ended`: before that, for whatever reason.
 */
export type Stage = 'none' | 'engaged' | 'accepted' | 'declined' | 'issued' | 'filed' | 'returned' | 'completed' | 'ended';

export interface Verification {
  stage: Stage;
  /** The day on which it came to this stage. */
  since: Day;
  /** How often the unit has engaged this verifier in this cycle. */
  engagements: number;
  queries: Query[];
  /** Reports that were issued, the last one in force. */
  reports: { readonly report: number; readonly emissions: Amount; readonly opinion: Opinion; readonly on: Day }[];
  /** Why it ended. */
  because?: string;
}

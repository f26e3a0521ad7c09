import type { UnitStatus } from '../cases/unit-status.js';
import type { Hold } from '../acts/closing.js';
import type { Amount } from '../model/amount.js';
import type { DutyStateName } from '../model/case.js';
import type { Day, Instant } from '../model/instant.js';
import type { Event } from '../model/step.js';

/** Grows with every change of what a projection says: rows of an older one are made anew. */
export const PROJECTION_VERSION = 3;

export type Owner = 'unit' | 'district' | 'city' | 'platform' | 'verifier';

/** What a case adds to the figures of its cycle; tonnes as decimal strings. */
export interface CaseFigures {
  readonly confirmed: Amount;
  readonly obligation: Amount;
  readonly issued: { readonly preAllocation: Amount; readonly finalAllocation: Amount; readonly auction: Amount };
  readonly takenBack: Amount;
  readonly debt: Amount;
  readonly surrendered: { readonly allowances: Amount; readonly offsets: Amount };
  readonly collected: { readonly allowances: Amount; readonly offsets: Amount };
  readonly short: Amount;
  readonly referrals: { readonly opened: number; readonly open: number };
  /** Of the open ones the days by which to put things right. */
  readonly rectifications: { readonly opened: number; readonly open: readonly (Day | null)[] };
  readonly penalties: number;
  readonly missed: Readonly<Record<'unit' | 'district' | 'city', number>>;
  /** 四(二): verifiers that the city reminded after a spot check, once for each time. */
  readonly reminded: readonly string[];
}

/** Where a case stands, in one row. */
export interface CaseView {
  readonly name: string;
  readonly district: string | null;
  readonly unitKind: 'key' | 'general' | null;
  readonly phase: string;
  /** Of the case in which its unit is judged. */
  readonly status: UnitStatus | null;
  readonly closed: boolean;
  readonly nextAt: Instant | null;
  readonly nextDuty: string | null;
  readonly nextWhat: string | null;
  /** What it waits for first, and whose that is. */
  readonly waitsFor: string | null;
  readonly waitsOn: Owner | null;
  readonly waitsUntil: Day | null;
  /** What keeps it from being closed. */
  readonly holds: readonly Hold[];
  readonly figures: CaseFigures | null;
  /** Whom the unit has engaged in its cycle; of a verification, whose it is. */
  readonly verifier: string | null;
}

/** A duty of a case, by its place in the notice's order. */
export interface DutyView {
  readonly n: number;
  readonly duty: string;
  readonly owedBy: Owner;
  readonly state: DutyStateName;
  readonly dueOn: Day;
  readonly doneAt: Instant | null;
  readonly late: boolean | null;
  /** Somebody still has to do it, or still may; since when. */
  readonly waits: boolean;
  readonly since: Instant | null;
  /** It was not fulfilled in time, whatever came of it since. */
  readonly missed: boolean;
}

/** What waits for a party beside the duties: an application, a shortfall to put right, a penalty, a missing report. */
export interface MatterView {
  readonly n: number;
  readonly kind: 'application' | 'matter';
  /** The act that answers, or the matter; of several of a kind which one: `referral/first-report`, `answer-query/3`. */
  readonly what: string;
  readonly owedBy: 'unit' | 'city' | 'verifier';
  readonly dueOn: Day | null;
  /** From this day on it waits. */
  readonly since: Day;
  /** 责令改正: when it was ordered; null where nothing is. */
  readonly ordered: Day | null;
}

/** One window of a check: from a filing to whatever ended it. */
export interface CheckView {
  readonly n: number;
  /** The duty: `first-check`, `general-check`, `monthly-check/MONTH`. */
  readonly check: string;
  /** The district whose window it is: responsible when it ended, or now while it runs. */
  readonly district: string;
  readonly filedAt: Instant;
  readonly missedAt: Instant | null;
  readonly checkedAt: Instant | null;
  /** Who made the check: another district than the window's where the unit moved after it was missed. */
  readonly checkedBy: string | null;
  /** The city went ahead without the check. */
  readonly overtaken: boolean;
}

/** What is shown of a case without folding it: a pure function of its opening and its events. */
export interface Projection {
  readonly view: CaseView;
  readonly duties: readonly DutyView[];
  readonly matters: readonly MatterView[];
  readonly checks: readonly CheckView[];
}

/** A case that is watched: events are folded in, and what is shown of it can be asked for between them. */
export interface Watch {
  fold(key: string, events: readonly Event[], head: string): void;
  shown(): Projection;
}

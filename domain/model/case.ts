import type { Amount } from './amount.js';
import type { Day, Instant } from './instant.js';
import type { Terms } from './terms.js';
import type { Opinion, Verification } from './verification.js';

/** 重点碳排放单位 or 一般报告单位, as the register lists it for one cycle. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: 'key' | 'general';
  /** 区生态环境部门. */
  readonly district: string;
  readonly newlyListed: boolean;
  /** Where it was listed in mid-year: it owes only what falls due from then on. */
  readonly listedOn?: Day;
  /** What is asked of it; all of it, where nothing is said. */
  readonly mustReport?: boolean;
  readonly mustBeVerified?: boolean;
  readonly mustSettle?: boolean;
  /** 退出名单: since when it is listed no more, and where it went. */
  readonly left?: { readonly on: Day; readonly to: 'national-market' | 'none' };
  /** 合并: the unit that it became part of. */
  readonly mergedInto?: string;
  readonly lastCycle?: { readonly approved: Amount; readonly settled: boolean };
}

export type CaseKind = 'compliance-cycle' | 'monthly-evidence' | 'general-report' | 'verification';
/** Cases of which nothing runs: the desk decides by itself. */
export type StandingKind = 'alarms' | 'people';
/** Every kind of case that there is: a table of kinds that lacks one does not compile. */
export type AnyKind = CaseKind | 'city-cycle' | 'auction' | 'approval' | StandingKind;

/** The one case of a unit that holds its account, and tells it that the cycle has begun. */
export const holdsAccount = (kind: CaseKind): boolean => kind === 'compliance-cycle' || kind === 'general-report';

export type DutyStateName = 'pending' | 'done' | 'returned' | 'overdue' | 'missing' | 'not-required';

/** Where one duty of a case stands. Its date is kept here because windows move. */
export interface DutyRecord {
  state: DutyStateName;
  dueOn: Day;
  /** The latest accepted filing or check. */
  doneAt?: Instant;
  /** Judged by the first accepted filing. */
  late?: boolean;
  /** Due before the case began: kept for what hangs on it, but none of the case's duties until it is given a date. */
  before?: true;
  /** Not asked of this unit: it need not, as the register has it, or it has left the list. */
  asked?: false;
}

/** 案: a matter that the platform opened beside the duties (立案). */
export interface Matter {
  kind: 'referral' | 'rectification';
  duty?: string;
  openedOn: Day;
  dueOn?: Day;
  state: 'open' | 'closed';
  /** 责令改正: when an officer issued the order, and who; until then the unit is told that the matter is open, not that it is ordered. */
  ordered?: { readonly on: Day; readonly by: string; readonly approvedBy?: string };
}

export type LotQuantity = {
  readonly lot: string;
  readonly quantity: Amount;
};

/** One move towards the obligation, in the order in which it was made. */
export type Given = LotQuantity & {
  /** `outside`: a CCER from outside Beijing, which has a narrower cap. */
  readonly kind: 'allowance' | 'offset' | 'outside';
  /** Surrendered by the unit, or collected by the platform. */
  readonly by: 'unit' | 'platform';
};

/** 核查报告 that a verifier issued on the platform, by its number among those of that verifier in this cycle. */
export interface IssuedReport {
  readonly verifier: string;
  readonly report: number;
  readonly emissions: Amount;
  readonly opinion: Opinion;
}

/** Tonnes given or taken towards an obligation; `outside` is the part of `offsets` that is CCER from outside Beijing. */
export type Covered = {
  allowances: Amount;
  offsets: Amount;
  outside: Amount;
};

/** A movement that an officer may have reversed. */
export interface Movement {
  readonly event: number;
  readonly of: 'surrendered' | 'collected' | 'cancelled' | 'credited';
  readonly moves: readonly LotQuantity[];
}

/** What a case knows beyond its duties. Every field is set by an event and by nothing else. */
export interface Facts {
  verifier?: string;
  verified?: { emissions: Amount; verifier: string };
  /** The verifier was engaged on the platform: it works there, and of its reports those issued from this place of the list on count. */
  engagedOnPlatform?: { verifier: string; from: number };
  issued?: IssuedReport[];
  /** In a verification: how far it has come. */
  verification?: Verification;
  spotChecked?: Amount;
  /** Whether the spot check differed so much that an expert meeting may follow, and what the meeting found to bind. */
  spotCheckOver?: boolean;
  expertMeeting?: { emissions?: Amount };
  /** Verifiers struck off the register while the case ran. */
  struckOff?: string[];
  /** Dates that were extended for this unit alone. */
  extended?: Record<string, Day>;
  confirmed?: Amount;
  confirmedAt?: Instant;
  obligation?: Amount;
  adjustment?: { state: 'applied' | 'accepted' | 'rejected'; tonnes: Amount };
  offsets?: { state: 'applied' | 'accepted' | 'rejected'; lots: LotQuantity[] };
  /** Offset lots set aside for the application, as far as they are not used. */
  reserved: LotQuantity[];
  /** What moved by a step of this case and may be reversed, by the number of its event. */
  movements: Movement[];
  preAllocated: Amount;
  final?: Amount;
  takenBack: Amount;
  debt: Amount;
  surrendered: Covered;
  collected: Covered;
  /** 接收: what of the surrendered was given before the platform was taken into service; its lots are not known here. */
  surrenderedBefore?: Covered;
  /** What was taken over, each as `act day`, with the month where there is one. */
  takenOver?: readonly string[];
  /** The event by which the opening balances of the account stand as they do, and what is entered of each lot. */
  openingBalances?: { readonly event: number; readonly lots: readonly LotQuantity[] };
  /** What the two are made of, so that a correction can give back the last of it first. */
  given: Given[];
  /** Set once forced collection has run, whether or not anything was owed. */
  collectedAt?: Instant;
  matters: Matter[];
}

/** One subject with its clock. Its state is the fold of its events and can be made again from them. JSON: the book hands it to its workflow. */
export interface Case {
  readonly id: string;
  readonly kind: CaseKind;
  /** The register's entry; only an act on the register changes it. */
  unit: Unit;
  readonly opensAt: Instant;
  /** A rehearsal may let amounts that rest on provisional values stand. */
  readonly allowProvisional: boolean;
  /** In a verification: whose it is. */
  readonly verifier?: string;
  terms: Terms;
  /** Number and hash of the last event folded; the hash as the book gave it. */
  seq: number;
  head: string;
  /** Every instant up to here is played. */
  playedTo: Instant;
  /** The city closed it: nothing happens any more by itself, and only corrections are taken in. */
  closed?: true;
  duties: Record<string, DutyRecord>;
  facts: Facts;
  /** The last steps by key: an act sent twice finds itself here. */
  recent: Record<string, number>;
}

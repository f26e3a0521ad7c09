import type { Amount } from './amount.js';
import type { LotQuantity } from './case.js';
import type { File, Files } from './file.js';
import type { FiledDocument } from './filed-document.js';
import type { Fuel } from './fuel.js';
import type { Listed, OfTheFirstDay } from './first-day.js';
import type { Day, Instant, Month } from './instant.js';
import type { Template } from './template.js';
import type { Deadlines, Values } from './terms.js';
import type { OfVerifiers } from './verifier-brings.js';

/** Lots by name, or a quantity of what could be used. */
type OutOfAccount = { readonly quantity?: Amount | undefined; readonly lots?: readonly LotQuantity[] | undefined };
/** What is said to a finding of the filed document, by the finding's name. */
type Answered = { readonly finding: string; readonly answer: 'accepted' | 'to-correct'; readonly remark?: string | undefined };
type Checked = {
  readonly result: 'pass' | 'return';
  readonly findings?: readonly string[] | undefined;
  readonly answers?: readonly Answered[] | undefined;
};
/** What is filed; with its document, which the door fills in. */
type Filing = { readonly document?: FiledDocument | undefined };
type Decided = { readonly result: 'accept' | 'reject' };
/** An amount that is stated with its basis; without both the rule computes one. */
type Stated<F extends string> = { readonly [N in F | 'basis']?: string | undefined };
type Basis = { readonly basis: string };
/** The decision says that it may take time away. */
type Expressly = { readonly expressly?: true | undefined };
type Line = { readonly price: Amount; readonly quantity: Amount };
type Scores = 'management' | 'impartiality' | 'timeliness' | 'quality';

/** The mails that can be sent again: what they say is still so, and can be said anew from the case. */
export const RESENDABLE = [
  'cycle-opened',
  'reminder',
  'overdue',
  'returned',
  'decision',
  'verifier-reminder',
  'collection',
  'rectification',
  'referral',
  'order',
] as const satisfies readonly Template[];
export type Resendable = (typeof RESENDABLE)[number];

/** How an allocation by the rule is put together: one part a method; a number left out is the rulebook's for that sector or product. */
export type BroughtPart =
  | {
      readonly method: 'historic-total';
      readonly baseEmissions: readonly Amount[];
      readonly coefficient?: Amount | undefined;
      readonly sector?: string | undefined;
    }
  | {
      readonly method: 'benchmark';
      readonly products: readonly {
        readonly activity: Amount;
        readonly benchmark?: Amount | undefined;
        readonly product?: string | undefined;
      }[];
    }
  | {
      readonly method: 'historic-intensity';
      readonly products: readonly { readonly activity: Amount; readonly baseIntensity: Amount }[];
      readonly coefficient?: Amount | undefined;
      readonly sector?: string | undefined;
    };

interface OfUnits {
  'submit-monthly-evidence': Filing & {
    readonly month: Month;
    readonly electricityMWh: Amount;
    readonly fuels: readonly { readonly fuel: Fuel; readonly consumption: Amount }[];
    readonly greenElectricityMWh?: Amount | undefined;
    readonly heatGJ?: Amount | undefined;
    readonly auxiliary?: Readonly<Record<string, string>> | undefined;
    readonly files: readonly File[];
  };
  'submit-data-quality-plan': Filing & Files & { readonly sealed: boolean; readonly version?: string | undefined };
  /** `filing`: as the notice calls it. */
  'submit-further-filing': Files & { readonly filing: string; readonly sealed: boolean };
  'submit-first-report': Filing & Files & { readonly emissions: Amount; readonly sealed: boolean };
  'appoint-verifier': { readonly verifier: string };
  'engage-verifier': { readonly verifier: string; readonly note?: string | undefined };
  'answer-query': Files & { readonly verifier: string; readonly query: number; readonly text: string };
  'submit-verified-report': Filing &
    Files & {
      readonly emissions: Amount;
      readonly sealed: boolean;
      /** `report`: of those that the verifier issued on the platform; the last one, where nothing is said. */
      readonly verifierReport: { readonly verifier: string; readonly sealed: boolean; readonly report?: number | undefined };
    };
  'apply-for-adjustment': Filing & Files & { readonly ground: string; readonly tonnes: Amount; readonly sealed: boolean };
  'apply-for-offsets': { readonly lots: readonly LotQuantity[] };
  surrender: OutOfAccount;
  'submit-general-report': Filing & Files & { readonly emissions: Amount; readonly sealed: boolean };
  cancel: OutOfAccount & { readonly reason: string };
}

interface OfDistrictsAndExchange {
  'check-monthly-evidence': Checked & { readonly month: Month };
  'check-general-report': Checked;
  'first-check': Checked;
  'settle-trade': { readonly from: string; readonly to: string; readonly quantity: Amount; readonly price: Amount };
  'credit-auction': { readonly to: string; readonly quantity: Amount; readonly price: Amount };
}

interface OfTheCity {
  'pre-allocate': Stated<'amount'>;
  'decide-adjustment': Decided & Basis & { readonly tonnes?: Amount | undefined };
  'record-spot-check': { readonly emissions: Amount };
  'record-expert-meeting': { readonly emissions?: Amount | undefined; readonly opinion: string };
  'assess-verifier': Basis & { readonly verifier: string; readonly scores: { readonly [N in Scores]: Amount } };
  'strike-off-verifier': Basis & { readonly verifier: string };
  'confirm-emissions': Stated<'emissions'>;
  allocate: Stated<'amount'> & {
    readonly parts?: readonly BroughtPart[] | undefined;
    readonly newFacilities?: readonly Amount[] | undefined;
    readonly deductions?: readonly Amount[] | undefined;
  };
  'decide-offsets': Decided & { readonly basis?: string | undefined };
  /** With what the revision on file changes, and the digest of the terms that it was made out against. */
  'adopt-revision': Expressly & {
    readonly revision: number;
    readonly digest: string;
    readonly before?: string | undefined;
    readonly basis?: string | undefined;
    readonly deadlines: Deadlines;
    readonly values?: Values | undefined;
  };
  'correct-emissions': Basis & { readonly emissions: Amount };
  'correct-allocation': Basis & { readonly amount: Amount };
  'freeze-account': Basis;
  'unfreeze-account': Basis;
  'reverse-movement': Basis & { readonly event: number };
  'issue-order': Basis & { readonly case: 'rectification' | 'referral'; readonly duty?: string | undefined };
  'decide-penalty': Basis & { readonly amount: Amount };
}

interface OfTheRegister {
  'list-unit': Listed;
  leave: Basis & { readonly to: 'national-market' | 'none' };
  merge: Basis & { readonly into: string };
  'move-district': Basis & { readonly district: string };
  'move-allowances': Basis & { readonly from: string; readonly into: string; readonly quantity: Amount };
}

interface OfOperators {
  'extend-deadline': Basis & Expressly & { readonly duty: string; readonly dueOn: Day };
  'resend-mail': Basis & { readonly template: Resendable; readonly duty?: string | undefined };
  'close-cycle': Basis;
  'close-case': Basis;
  'release-alarm': { readonly alarm: number; readonly reason: string };
}

/** What an announcement is decided on, whoever decides it and when: kept with its request. */
type RestsOn = {
  readonly terms: {
    readonly cycle: number;
    readonly revision: number;
    readonly digest: string;
    readonly caps: { readonly keyShare: Amount; readonly voluntaryShare: Amount; readonly voluntaryTotalShare: Amount };
    readonly floorMultiple: Amount;
    readonly surrenderDeadline: Day;
    readonly provisional: readonly string[];
  };
  /** A rehearsal's own. */
  readonly clock?:
    | { readonly wall0: Instant; readonly business0: Instant; readonly endsAt?: Instant; readonly skips?: true }
    | undefined;
  readonly allowProvisional?: boolean | undefined;
};

interface OfAuctions {
  'announce-auction': Basis & {
    readonly auction: string;
    readonly lot: Amount;
    readonly floor?: Amount | undefined;
    readonly market?:
      | {
          readonly from: Day;
          readonly to: Day;
          readonly averagePrice?: Amount | undefined;
          readonly trades?: readonly Line[] | undefined;
        }
      | undefined;
    /** ISO 8601 instants. */
    readonly opensAt: string;
    readonly closesAt: string;
    readonly openingEndsAt: string;
    readonly minimumCover: Amount;
    readonly voluntary: readonly string[];
    /** With what it is decided on: the values of its cycle's rulebook, and how a rehearsal differs. */
    readonly restsOn?: RestsOn | undefined;
  };
  /** With who the bidder is, as the register has it. */
  'record-cover': {
    readonly auction: string;
    readonly bidder: string;
    readonly kind: 'key' | 'voluntary';
    readonly name: string;
    readonly cover: Amount;
  };
  'file-bid': { readonly auction: string; readonly commitment: string };
  'withdraw-bid': { readonly auction: string };
  /** With the commitment that it fits. */
  'open-bid': { readonly auction: string; readonly nonce: string; readonly lines: readonly Line[]; readonly fits: string };
}

/**
 * What each act brings to its case, by its name: as the door has parsed it, filled it in and stored it. The shapes in `acts/` say
 * the same to the parser; whoever changes one without the other does not compile.
 */
export interface Brings
  extends OfUnits, OfVerifiers, OfDistrictsAndExchange, OfTheCity, OfTheFirstDay, OfTheRegister, OfOperators, OfAuctions {}

/** Every act there is, by name. */
export type ActName = keyof Brings;

/** What is asked where the door fills in more than was asked before it stores the act. */
interface Asked {
  'adopt-revision': Expressly & { readonly revision: number };
  'record-cover': { readonly auction: string; readonly bidder: string; readonly amount: Amount };
  'open-bid': Omit<Brings['open-bid'], 'fits'>;
  'announce-auction': Omit<Brings['announce-auction'], 'restsOn'>;
}

/** What whoever does an act has to write. */
export type AskedOf<K extends ActName> = K extends keyof Asked
  ? Asked[K]
  : 'document' extends keyof Brings[K]
    ? Omit<Brings[K], 'document'>
    : Brings[K];

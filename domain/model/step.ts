import type { Amount } from './amount.js';
import type { ActName, AskedOf, Brings } from './brings.js';
import type { Covered, DutyStateName, LotQuantity } from './case.js';
import type { Day, Instant } from './instant.js';
import type { Json } from './json.js';
import type { LotFacts } from './account.js';
import type { Party } from './party.js';
import type { Template } from './template.js';

/** What a party does, as it is asked: a name, and what stands under it. */
export interface AskedAct {
  readonly do: string;
  readonly by: string;
  readonly approvedBy?: string;
  readonly with: Json;
}

/** The same, parsed by the shape of its name: what is written with it is what that name promises. */
export type ParsedAct<K extends ActName = ActName> = {
  [N in K]: Omit<AskedAct, 'do' | 'with'> & { readonly do: N; readonly with: AskedOf<N> };
}[K];

/** An act as it is stored, sent and compared: by its name alone, whatever stands under it. */
export interface NamedAct extends AskedAct {
  /** Given at the door; the same id is the same act, however often it is sent. */
  readonly id: string;
  /** The stamp of the door. */
  readonly at: Instant;
}

/** An act of those that `M` names, each with what it brings. */
export type ActOf<M, K extends keyof M> = {
  [N in K]: Omit<NamedAct, 'do' | 'with'> & { readonly do: N; readonly with: M[N] };
}[K];

/** What a party does: `Act<'surrender'>` is one by that name and brings what that name promises; `Act` is any. */
export type Act<K extends ActName = ActName> = ActOf<Brings, K>;

/**
 * An act is believed by the name under which it was let in: the door has parsed what it brings by the shape of that name (`acts/`),
 * and what did not come through the door is not in the book. The only place where this is taken as given.
 */
export const letIn = (act: NamedAct): Act => act as Act;

/** What has happened. Immutable; corrections are further events. */
export interface NewEvent {
  readonly type: string;
  readonly at: Instant;
  /** A party, or `platform`. */
  readonly by: string;
  /** The duty concerned, the state it turns to and its date from now on, where they change. */
  readonly duty?: string;
  readonly turns?: DutyStateName;
  readonly dueOn?: Day;
  readonly late?: boolean;
  readonly with?: Json;
}
export interface Event extends NewEvent {
  readonly seq: number;
  /** On the first event of an act's step: the hash of what was asked and stored. Written by the book. */
  readonly request?: string;
}

/** Whom a mail is for; which party that is, `partyOf` tells. */
export type Recipient = 'unit' | 'district' | 'city' | { readonly verifier: string } | { readonly district: string };

/** A mail to write: who, which letter, about which duty, with what to say. */
export interface Mail {
  readonly kind: 'mail';
  readonly to: Recipient;
  readonly template: Template;
  readonly duty?: string;
  readonly say?: Readonly<Record<string, string>>;
}
export type { Template } from './template.js';

/** What is still open towards an obligation, and how much of it offsets may cover. */
export interface Claim {
  readonly obligation: Amount;
  readonly confirmed: Amount;
  readonly surrendered: Covered;
  readonly on: Day;
  readonly share: Amount;
  readonly outsideShare: Amount;
  /** Left out where they are not known. */
  readonly oldRecordedUpTo?: Day | undefined;
  readonly oldUsableTo?: Day | undefined;
  /** The day on which allowances that expire with the cycle expire; they count in the collection that follows it. */
  readonly deadline: Day;
}

/** Work on the account. Only the book knows what it holds, so these are decided in `carry`. */
export type AccountEffect =
  /** New lots from the authority. */
  | {
      readonly kind: 'credit';
      readonly reason: 'opening' | 'opening-balance' | 'pre-allocation' | 'final-allocation' | 'auction';
      readonly lots: readonly LotFacts[];
    }
  | { readonly kind: 'take-back'; readonly quantity: Amount }
  /** A debt from before the platform was taken into service: nothing moves, later credits settle it. */
  | { readonly kind: 'owe'; readonly debt: Amount }
  /** Checks lots of an offset application without moving them. */
  | { readonly kind: 'offset-check'; readonly claim: Claim; readonly lots: readonly LotQuantity[] }
  | {
      readonly kind: 'surrender';
      readonly claim: Claim;
      readonly owed: Amount;
      readonly quantity?: Amount;
      readonly lots?: readonly LotQuantity[];
      /** What is left of the offsets that were accepted for this cycle. */
      readonly accepted: readonly LotQuantity[];
      /** Whether the duty is still open, so that the last tonne fulfils it. */
      readonly fulfils: boolean;
    }
  | {
      readonly kind: 'collect';
      readonly claim: Claim;
      readonly rectificationDueOn: Day;
      /** Years without a calendar that the day above hangs on. */
      readonly calendarNotKnown?: readonly number[];
      readonly name: string;
    }
  /** A corrected obligation: what was given beyond it goes back to its lots; what is still short is claimed from credits. */
  | { readonly kind: 'give-back'; readonly moves: readonly LotQuantity[]; readonly shortfall: Amount }
  | { readonly kind: 'expire'; readonly on: Day }
  /** Lots that expire with the cycle follow its surrender deadline. */
  | { readonly kind: 'move-expiry'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'transfer'; readonly to: string; readonly quantity: Amount; readonly price: Amount }
  /** Offset lots set aside for an application, and let go again as far as they still are. */
  | { readonly kind: 'reserve' | 'release'; readonly lots: readonly LotQuantity[] }
  /** 自愿注销: lots by name, or a quantity of what could be traded. */
  | { readonly kind: 'cancel'; readonly quantity?: Amount; readonly lots?: readonly LotQuantity[]; readonly reason: string }
  | { readonly kind: 'freeze'; readonly frozen: boolean }
  /** A movement undone by a new one: what was cancelled comes back, what was credited goes back to the authority. */
  | { readonly kind: 'reverse'; readonly of: 'cancelled' | 'credited'; readonly moves: readonly LotQuantity[] };

export type Effect = Mail | AccountEffect;

/** What an act or an instant does to a case. `key` names its cause: the same cause never makes two steps. */
export interface Step {
  readonly key: string;
  /** Whose step it is: what it leaves open on the account is claimed for this case and cycle. */
  readonly of: { readonly case: string; readonly cycle: number };
  readonly at: Instant;
  /** Who caused it: a party, or `platform`. */
  readonly by: string;
  readonly events: readonly NewEvent[];
  readonly effects: readonly Effect[];
}

/** A mail of a case that has no account: to one party, by the letter that it names. */
export interface MailTo<T extends Template> {
  readonly unit: string;
  readonly party: Party;
  readonly template: T;
  readonly duty?: string;
  readonly say: Readonly<Record<string, string>>;
}

/** What an act or an instant does to a case that has no account: what has happened, and who is told. */
export interface TellingStep<T extends Template> {
  readonly key: string;
  readonly at: Instant;
  readonly by: string;
  readonly events: readonly NewEvent[];
  readonly mails: readonly MailTo<T>[];
}

/** The next instant at which anything happens, and why: `duty` and what befalls it. */
export interface Due {
  readonly at: Instant;
  readonly duty: string;
  readonly what: 'reminder' | 'overdue' | 'lapses' | 'collection' | 'unanswered';
}

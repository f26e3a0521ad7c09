import type { Amount } from './amount.js';
import type { LotQuantity } from './case.js';
import type { Day, Month } from './instant.js';

/** A lot as it stands on an account when the platform is taken into service, and where that is read. */
export type BalanceLot =
  | {
      readonly product: 'allowance';
      readonly vintage: number;
      readonly expiresOn?: Day | undefined;
      readonly quantity: Amount;
      readonly source: string;
    }
  | {
      readonly product: 'ccer' | 'carbon-inclusive';
      readonly origin: 'beijing' | 'outside';
      readonly recordedOn: Day;
      readonly quantity: Amount;
      readonly source: string;
    };

type Basis = { readonly basis: string };

/** What is said of something that was done before, by the name that it has in the act. */
export type SaidOfFormer = {
  readonly month?: Month | undefined;
  readonly emissions?: Amount | undefined;
  readonly tonnes?: Amount | undefined;
  readonly amount?: Amount | undefined;
  /** Of an allocation below what was allocated in advance: how much of the difference was taken back; all of it where nothing is said. */
  readonly takenBack?: Amount | undefined;
  readonly verifier?: string | undefined;
  /** By the notice's own name of it. */
  readonly filing?: string | undefined;
  readonly result?: 'pass' | 'return' | 'accept' | 'reject' | undefined;
  /** Lots as they are named here, with what of the application is not used yet. */
  readonly lots?: readonly LotQuantity[] | undefined;
  readonly allowances?: Amount | undefined;
  readonly offsets?: Amount | undefined;
  readonly outside?: Amount | undefined;
};

/** Something that took place before the platform was taken into service: which act, on which day, and the document that shows it. */
export type Former = SaidOfFormer & { readonly do: string; readonly on: Day; readonly document: string };

/** What the acts of a city's first day bring. */
export interface OfTheFirstDay {
  /** `replaces`: the event of the balances that this corrects; what is taken off, by lot. */
  'enter-opening-balances': Basis & {
    readonly lots: readonly BalanceLot[];
    readonly replaces?: number | undefined;
    readonly less?: readonly LotQuantity[] | undefined;
  };
  'take-over': Basis & { readonly took: readonly Former[] };
  'take-over-evidence': Basis & { readonly took: readonly Former[] };
}

/** A unit as the register lists it, and the day from whose midnight its cases run. */
export type Listed = Basis & {
  readonly id: string;
  readonly name: string;
  readonly kind: 'key' | 'general';
  readonly district: string;
  readonly newlyListed: boolean;
  readonly mail: string;
  readonly listedOn?: Day | undefined;
  readonly mustReport?: false | undefined;
  readonly mustBeVerified?: false | undefined;
  readonly mustSettle?: false | undefined;
  readonly lastCycle?: { readonly approved: Amount; readonly settled: boolean } | undefined;
  readonly opensOn: Day;
};

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

/** Something that took place before the platform was taken into service: which act, on which day, and the document that shows it. */
type Took<K extends string, B = unknown> = { readonly do: K; readonly on: Day; readonly document: string } & B;
type Basis = { readonly basis: string };
type Checked = { readonly result: 'pass' | 'return' };
type Decided = { readonly result: 'accept' | 'reject' };
type Tonnes = { readonly emissions: Amount };

/** What can be taken over of a unit's cycle. */
export type Former =
  | Took<'submit-data-quality-plan'>
  | Took<'submit-first-report' | 'record-spot-check' | 'confirm-emissions' | 'submit-general-report', Tonnes>
  | Took<'submit-verified-report', Tonnes & { readonly verifier: string }>
  | Took<'appoint-verifier', { readonly verifier: string }>
  /** By the notice's own name of it. */
  | Took<'submit-further-filing', { readonly filing: string }>
  | Took<'first-check' | 'check-general-report', Checked>
  | Took<'apply-for-adjustment', { readonly tonnes: Amount }>
  | Took<'decide-adjustment', Decided & { readonly tonnes?: Amount | undefined }>
  | Took<'pre-allocate', { readonly amount: Amount }>
  /** Of an allocation below what was allocated in advance: how much of the difference was taken back; all of it where nothing is said. */
  | Took<'allocate', { readonly amount: Amount; readonly takenBack?: Amount | undefined }>
  /** Lots as they are named here, with what of the application is not used yet. */
  | Took<'apply-for-offsets', { readonly lots: readonly LotQuantity[] }>
  | Took<'decide-offsets', Decided>
  | Took<
      'surrender',
      { readonly allowances: Amount; readonly offsets?: Amount | undefined; readonly outside?: Amount | undefined }
    >;

/** What can be taken over of a unit's monthly evidence. */
export type FormerMonth =
  | Took<'submit-monthly-evidence', { readonly month: Month }>
  | Took<'check-monthly-evidence', Checked & { readonly month: Month }>;

/** What the acts of a city's first day bring. */
export interface OfTheFirstDay {
  /** `replaces`: the event of the balances that this corrects; what is taken off, by lot. */
  'enter-opening-balances': Basis & {
    readonly lots: readonly BalanceLot[];
    readonly replaces?: number | undefined;
    readonly less?: readonly LotQuantity[] | undefined;
  };
  'take-over': Basis & { readonly took: readonly Former[] };
  'take-over-evidence': Basis & { readonly took: readonly FormerMonth[] };
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

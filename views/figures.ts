import { UNIT_STATUSES, type UnitStatus } from '../domain/cases/unit-status.js';
import { sum, type Amount } from '../domain/model/amount.js';
import { closesAt, type Instant } from '../domain/model/instant.js';
import type { CaseFigures } from '../domain/projection/projection.js';

/** Figures summed over some units; tonnes as decimal strings. */
export interface SummedFigures {
  readonly units: { readonly key: number; readonly general: number };
  readonly status: Readonly<Record<UnitStatus, number>>;
  readonly tonnes: {
    readonly confirmed: Amount;
    readonly obligation: Amount;
    /** Credited by the authority for the cycle: in advance, finally, and by auction. */
    readonly issued: { readonly preAllocation: Amount; readonly finalAllocation: Amount; readonly auction: Amount };
    readonly takenBack: Amount;
    /** Take-backs that found too little and are still owed. */
    readonly debt: Amount;
    readonly surrendered: { readonly allowances: Amount; readonly offsets: Amount };
    readonly collected: { readonly allowances: Amount; readonly offsets: Amount };
    /** Still owed after the collection. */
    readonly short: Amount;
  };
  readonly referrals: { readonly opened: number; readonly open: number };
  readonly rectifications: { readonly opened: number; readonly open: number; readonly overdue: number };
  readonly penalties: number;
  /** Duties that were not fulfilled in time, by who owed them: fulfilled late, or not at all. */
  readonly missed: Readonly<Record<'unit' | 'district' | 'city', number>>;
}

/** What a case adds to them. */
export interface Adding {
  readonly kind: string;
  readonly unitKind: 'key' | 'general' | null;
  readonly status: UnitStatus | null;
  readonly figures: CaseFigures | null;
}

/** Most of many figures are nothing: only the rest is added up. */
const total = (amounts: readonly Amount[]): Amount => sum(amounts.filter((amount) => amount !== '0'));

/** Adds up what cases tell, as it stood at an instant; a unit's evidence or verification is no unit of its own. */
export function figuresOf(cases: readonly Adding[], at: Instant): SummedFigures {
  const main = cases.filter(({ kind }) => kind !== 'monthly-evidence' && kind !== 'verification');
  const all = cases.flatMap(({ figures }) => figures ?? []);
  const own = main.flatMap(({ figures }) => figures ?? []);
  const tonnes = (of: (figures: CaseFigures) => Amount): Amount => total(own.map(of));
  const count = (from: readonly CaseFigures[], of: (figures: CaseFigures) => number): number =>
    from.reduce((counted, figures) => counted + of(figures), 0);
  return {
    units: {
      key: main.filter(({ unitKind }) => unitKind === 'key').length,
      general: main.filter(({ unitKind }) => unitKind === 'general').length,
    },
    status: Object.fromEntries(
      UNIT_STATUSES.map((status) => [status, main.filter((one) => one.status === status).length]),
    ) as SummedFigures['status'],
    tonnes: {
      confirmed: tonnes(({ confirmed }) => confirmed),
      obligation: tonnes(({ obligation }) => obligation),
      issued: {
        preAllocation: total(all.map(({ issued }) => issued.preAllocation)),
        finalAllocation: total(all.map(({ issued }) => issued.finalAllocation)),
        auction: total(all.map(({ issued }) => issued.auction)),
      },
      takenBack: tonnes(({ takenBack }) => takenBack),
      debt: tonnes(({ debt }) => debt),
      surrendered: {
        allowances: tonnes(({ surrendered }) => surrendered.allowances),
        offsets: tonnes(({ surrendered }) => surrendered.offsets),
      },
      collected: {
        allowances: tonnes(({ collected }) => collected.allowances),
        offsets: tonnes(({ collected }) => collected.offsets),
      },
      short: tonnes(({ short }) => short),
    },
    referrals: {
      opened: count(own, ({ referrals }) => referrals.opened),
      open: count(own, ({ referrals }) => referrals.open),
    },
    rectifications: {
      opened: count(own, ({ rectifications }) => rectifications.opened),
      open: count(own, ({ rectifications }) => rectifications.open.length),
      overdue: count(
        own,
        ({ rectifications }) => rectifications.open.filter((dueOn) => dueOn !== null && closesAt(dueOn) <= at).length,
      ),
    },
    penalties: count(all, ({ penalties }) => penalties),
    missed: {
      unit: count(all, ({ missed }) => missed.unit),
      district: count(all, ({ missed }) => missed.district),
      city: count(all, ({ missed }) => missed.city),
    },
  };
}

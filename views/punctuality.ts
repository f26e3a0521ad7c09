import { dayOf, daysBetween, isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { CheckView } from '../domain/projection/projection.js';
import type { Book } from '../records/book.js';
import { dayNumber } from './beijing-day.js';
import { readCases, type CaseHistory } from './case-history.js';
import { grouped } from '../records/grouped.js';
import { isOfNow, momentOf, shownAt, type Asking } from './shown.js';

/** How checks were made: counted by windows, of which a refiling opens a new one. */
export interface Checks {
  /** Made within the window. */
  readonly inTime: number;
  /** Made after it. */
  readonly late: number;
  /** The window is over and no check was made. */
  readonly missed: number;
  /** The window still runs. */
  readonly open: number;
  /** Ended by the confirmation before the window was over. */
  readonly overtaken: number;
  /** Median of the natural days from a filing to its check; null where no check was made. */
  readonly medianDays: number | null;
}

export interface DistrictPunctuality extends Checks {
  readonly district: string;
  readonly units: number;
  /** The same by check: `monthly-check`, `first-check`, `general-check`. */
  readonly checks: Readonly<Record<string, Checks>>;
  readonly lastCheckOn: Day | null;
  /** Windows were missed and nothing has been checked since: the day of the first of these. Null for a district that works. */
  readonly asleepSince: Day | null;
}

type Became = 'inTime' | 'late' | 'missed' | 'open' | 'overtaken';

/** Windows that are alike, counted. */
interface Alike {
  readonly district: string;
  /** `monthly-check`, without its month. */
  readonly check: string;
  readonly became: Became;
  /** From the filing to the check; null where none was made. */
  readonly days: number | null;
  readonly checkedBy: string | null;
  readonly count: number;
  readonly lastCheckedAt: Instant | null;
  /** When the first of those was missed that the district still owes: unchecked, of units that it still has. */
  readonly missedAt: Instant | null;
}

/** How many units a district has now. */
interface Has {
  readonly district: string;
  readonly units: number;
}

const median = (days: readonly { readonly days: number; readonly count: number }[]): number | null => {
  const sorted = [...days].sort((a, b) => a.days - b.days);
  const all = sorted.reduce((counted, { count }) => counted + count, 0);
  const nth = (n: number): number => {
    let before = 0;
    return sorted.find(({ count }) => (before += count) > n)?.days ?? 0;
  };
  return all === 0 ? null : (nth(Math.floor((all - 1) / 2)) + nth(Math.ceil((all - 1) / 2))) / 2;
};

function countOf(alike: readonly Alike[]): Checks {
  const count = (became: Became): number => alike.reduce((counted, one) => counted + (one.became === became ? one.count : 0), 0);
  return {
    inTime: count('inTime'),
    late: count('late'),
    missed: count('missed'),
    open: count('open'),
    overtaken: count('overtaken'),
    medianDays: median(alike.flatMap(({ days, count: many }) => (days === null ? [] : [{ days, count: many }]))),
  };
}

const earliest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined);
const latest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined);

function districtOf(district: string, units: number, own: readonly Alike[], made: readonly Alike[]): DistrictPunctuality {
  const last = latest(made.flatMap(({ lastCheckedAt }) => lastCheckedAt ?? []));
  const asleep = earliest(
    own.flatMap(({ missedAt }) => (missedAt !== null && (last === undefined || missedAt > last) ? [missedAt] : [])),
  );
  const checks = [...grouped(own, ({ check }) => check)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    district,
    units,
    ...countOf(own),
    checks: Object.fromEntries(checks.map(([check, alike]) => [check, countOf(alike)])),
    lastCheckOn: last === undefined ? null : dayOf(last),
    asleepSince: asleep === undefined ? null : dayOf(asleep),
  };
}

/** One line for each district that has units or had windows. Pure. */
function districtsOf(has: readonly Has[], alike: readonly Alike[]): DistrictPunctuality[] {
  const own = grouped(alike, ({ district }) => district);
  const made = grouped(alike, ({ checkedBy }) => checkedBy);
  const units = new Map(has.map((one) => [one.district, one.units]));
  const all = new Set([...units.keys(), ...own.keys(), ...[...made.keys()].flatMap((district) => district ?? [])]);
  return [...all].sort().map((id) => districtOf(id, units.get(id) ?? 0, own.get(id) ?? [], made.get(id) ?? []));
}

const becameOf = ({ checkedAt, missedAt, overtaken }: CheckView): Became => {
  if (checkedAt !== null) return missedAt === null ? 'inTime' : 'late';
  if (missedAt !== null) return 'missed';
  return overtaken ? 'overtaken' : 'open';
};

/** `now`: the district that the unit belongs to. Nobody waits any more for a district that the unit has left. */
const alone = (window: CheckView, now: string | null): Alike => {
  const { check, district, filedAt, checkedAt, checkedBy, missedAt } = window;
  return {
    district,
    check: check.split('/')[0] ?? check,
    became: becameOf(window),
    count: 1,
    days: checkedAt === null ? null : daysBetween(dayOf(filedAt), dayOf(checkedAt)),
    checkedBy,
    lastCheckedAt: checkedAt,
    missedAt: checkedAt === null && district === now ? missedAt : null,
  };
};

/**
 * How punctual each district was with its checks up to an instant, over the cases given; one line for each that has units or
 * had windows. A unit that moved counts where it is; each window counts where it ended, wherever the unit went since. Pure.
 */
export function punctualityOf(histories: readonly CaseHistory[], at: Instant): DistrictPunctuality[] {
  const shown = shownAt(histories, at);
  const byDistrict = grouped(shown, ({ view }) => view.district ?? '');
  const has = [...byDistrict].map(([district, cases]) => ({ district, units: new Set(cases.map(({ unit }) => unit)).size }));
  return districtsOf(
    has,
    shown.flatMap(({ view, checks }) => checks.map((window) => alone(window, view.district))),
  );
}

const CASES = `cases as (select case_id, unit, district from case_views where cycle = $1 and opened_at <= $2 and figures is not null)`;
const PUNCTUALITY = `with ${CASES}, windows as (
    select k.district, split_part(k."check", '/', 1) as "check", k.checked_by, k.checked_at,
      case when k.checked_at is not null then case when k.missed_at is null then 'inTime' else 'late' end
        when k.missed_at is not null then 'missed' when k.overtaken then 'overtaken' else 'open' end as became,
      ${dayNumber('k.checked_at')} - ${dayNumber('k.filed_at')} as days,
      case when k.checked_at is null and k.district = c.district then k.missed_at end as missed_at
    from case_checks k join cases c using (case_id)),
  alike as (
    select district, "check", became, days::int as days, checked_by as "checkedBy", count(*)::int as count, max(checked_at)::float8 as "lastCheckedAt",
      missed_at::float8 as "missedAt" from windows group by district, "check", became, days, checked_by, missed_at)
  select (select json_agg(json_build_object('district', h.district, 'units', h.units)) from (
      select district, count(*)::int as units from (select distinct district, unit from cases) u group by district) h) as has,
    (select json_agg(a) from alike a) as alike`;

export interface Punctuality {
  readonly cycle: number;
  readonly at: string;
  readonly districts: readonly DistrictPunctuality[];
}

/** How punctual each district is with its checks; of now in one query, of another moment folded. */
export async function punctuality(book: Book, question: Asking): Promise<Punctuality> {
  const { cycle } = question;
  const at = momentOf(question);
  const answer = (districts: readonly DistrictPunctuality[]): Punctuality => ({ cycle, at: isoOf(at), districts });
  if (!(await isOfNow(book, question))) return answer(punctualityOf(await readCases(book, cycle), at));
  interface Row {
    readonly has: Has[] | null;
    readonly alike: Alike[] | null;
  }
  const { rows } = await book.pool.query<Row>({ name: 'view-punctuality', text: PUNCTUALITY, values: [cycle, at] });
  return answer(districtsOf(rows[0]?.has ?? [], rows[0]?.alike ?? []));
}

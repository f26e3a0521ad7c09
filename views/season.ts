import type { Amount } from '../domain/model/amount.js';
import { isoOf, type Day, type Instant } from '../domain/model/instant.js';
import { oneRow } from '../ledger/one-row.js';
import type { Book } from '../records/book.js';

/** How many units of a district have done a duty in time, late, not at all; and for how many it is still to come. */
export interface SeasonCell {
  readonly district: string;
  /** Without its month. */
  readonly duty: string;
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly open: number;
}

/** How many filings of a duty had come in by the end of a day. */
export interface CurvePoint {
  readonly on: Day;
  readonly count: number;
}

/** A unit that would be short if it gave all that it holds now. */
export interface ShortUnit {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly obligation: Amount;
  readonly given: Amount;
  readonly held: Amount;
  readonly short: Amount;
}

/** The season at a glance: every figure is of now. */
export interface Season {
  readonly cycle: number;
  readonly at: string;
  readonly cells: readonly SeasonCell[];
  /** Surrenders in full, by day. */
  readonly settled: { readonly of: number; readonly points: readonly CurvePoint[] };
  readonly owed: Amount;
  readonly given: Amount;
  readonly held: Amount;
  /** If the deadline were today: who would be short, the largest first, and by how much in all. */
  readonly short: readonly ShortUnit[];
  readonly shortInAll: Amount;
  /** Key units whose emissions nobody has confirmed. */
  readonly unconfirmed: number;
}

const SUM = (condition: string): string => `coalesce(sum(many) filter (where ${condition}), 0)::int`;
/** What is alike is counted first, so that each duty of each case is looked at once. */
const CELLS = `with alike as (
    select v.district, d.duty, d.state, coalesce(d.late, false) as late, count(*) as many from case_duties d join case_views v using (case_id)
    where v.cycle = $1 and v.opened_at <= $2 and v.district is not null and d.state <> 'not-required' group by 1, 2, 3, 4)
  select district, split_part(duty, '/', 1) as duty, ${SUM(`state = 'done' and not late`)} as "inTime", ${SUM(`state = 'done' and late`)} as late,
    ${SUM(`state in ('overdue', 'missing')`)} as missed, ${SUM(`state in ('pending', 'returned')`)} as open
  from alike group by district, 2 order by district, 2`;
const SETTLED = `select to_char(to_timestamp(d.done_at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on", count(*)::int as count
  from case_duties d join case_views v using (case_id)
  where v.cycle = $1 and d.duty = 'surrender' and d.state = 'done' and d.done_at is not null group by 1 order by 1`;
/** The kinds of what a unit has given. */
const GIVEN = ['surrendered', 'collected'].flatMap((how) =>
  ['allowances', 'offsets'].map((what) => `(v.figures #>> '{${how},${what}}')::numeric`),
);
const TEXT = (amount: string): string => `trim_scale(${amount})::text`;
const HELD = `with unit as (select v.unit, v.name, coalesce(v.district, '') as district, (v.figures ->> 'obligation')::numeric as obligation,
    ${GIVEN.join(' + ')} as given,
    coalesce((select sum(l.quantity) from lots l where l.unit = v.unit and l.product = 'allowance'), 0) as held
  from case_views v where v.cycle = $1 and v.opened_at <= $2 and v.kind = 'compliance-cycle'),
  short as (select *, obligation - given - held as short from unit where obligation > 0 and held < obligation - given)
  select count(*)::int as "of", ${TEXT('coalesce(sum(obligation), 0)')} as owed, ${TEXT('coalesce(sum(given), 0)')} as given,
    ${TEXT('coalesce(sum(held), 0)')} as held, (count(*) filter (where obligation = 0))::int as unconfirmed,
    (select ${TEXT('coalesce(sum(short), 0)')} from short) as "shortInAll",
    (select coalesce(json_agg(json_build_object('unit', unit, 'name', name, 'district', district, 'obligation', ${TEXT('obligation')},
      'given', ${TEXT('given')}, 'held', ${TEXT('held')}, 'short', ${TEXT('short')}) order by short desc, unit collate "C"), '[]') from short) as short
  from unit`;

interface HeldRow extends Pick<Season, 'owed' | 'given' | 'held' | 'short' | 'shortInAll' | 'unconfirmed'> {
  readonly of: number;
}

const running = (points: readonly CurvePoint[]): CurvePoint[] => {
  let count = 0;
  return points.map((point) => ({ on: point.on, count: (count += point.count) }));
};

/** How a cycle's season stands now, in three queries side by side. */
export async function season({ pool }: Book, cycle: number, now: Instant): Promise<Season> {
  const values = [cycle, now];
  const [{ rows: cells }, { rows: points }, held] = await Promise.all([
    pool.query<SeasonCell>({ name: 'view-season', text: CELLS, values }),
    pool.query<CurvePoint>({ name: 'view-settled', text: SETTLED, values: [cycle] }),
    oneRow<HeldRow>(pool, 'view-held', HELD, values),
  ]);
  const { of, ...inAll } = held;
  return { cycle, at: isoOf(now), cells, settled: { of, points: running(points) }, ...inAll };
}

/** What everybody may know of a season: nothing of any one unit. */
export interface Progress {
  readonly settled: { readonly count: number; readonly of: number };
  readonly owed: Amount;
  readonly given: Amount;
}

export const progressOf = ({ settled: { of, points }, owed, given }: Season): Progress => ({
  settled: { count: points.at(-1)?.count ?? 0, of },
  owed,
  given,
});

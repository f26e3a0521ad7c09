import { minus, sum, isLess, type Amount } from '../domain/model/amount.js';
import { isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { CaseFigures } from '../domain/projection/projection.js';
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

const CELLS = `select v.district, split_part(d.duty, '/', 1) as duty,
    count(*) filter (where d.state = 'done' and not coalesce(d.late, false))::int as "inTime",
    count(*) filter (where d.state = 'done' and coalesce(d.late, false))::int as late,
    count(*) filter (where d.state in ('overdue', 'missing'))::int as missed,
    count(*) filter (where d.state in ('pending', 'returned'))::int as open
  from case_duties d join case_views v using (case_id)
  where v.cycle = $1 and v.opened_at <= $2 and v.district is not null and d.state <> 'not-required'
  group by v.district, 2 order by v.district, 2`;
const SETTLED = `select to_char(to_timestamp(d.done_at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on", count(*)::int as count
  from case_duties d join case_views v using (case_id)
  where v.cycle = $1 and d.duty = 'surrender' and d.state = 'done' and d.done_at is not null group by 1 order by 1`;
const HELD = `select v.unit, v.name, coalesce(v.district, '') as district, v.figures,
    coalesce((select sum(l.quantity) from lots l where l.unit = v.unit and l.product = 'allowance'), 0)::text as held
  from case_views v where v.cycle = $1 and v.opened_at <= $2 and v.kind = 'compliance-cycle' order by v.unit collate "C"`;

interface HeldRow {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly figures: CaseFigures | null;
  readonly held: Amount;
}

const shortOf = ({ unit, name, district, figures, held }: HeldRow): ShortUnit | undefined => {
  if (!figures || figures.obligation === '0') return undefined;
  const { obligation, surrendered, collected } = figures;
  const given = sum([surrendered.allowances, surrendered.offsets, collected.allowances, collected.offsets]);
  const owes = minus(obligation, given);
  return isLess(held, owes) ? { unit, name, district, obligation, given, held, short: minus(owes, held) } : undefined;
};

const running = (points: readonly CurvePoint[]): CurvePoint[] => {
  let count = 0;
  return points.map((point) => ({ on: point.on, count: (count += point.count) }));
};

/** How a cycle's season stands now, in three queries side by side. */
export async function season({ pool }: Book, cycle: number, now: Instant): Promise<Season> {
  const values = [cycle, now];
  const [{ rows: cells }, { rows: points }, { rows: units }] = await Promise.all([
    pool.query<SeasonCell>({ name: 'view-season', text: CELLS, values }),
    pool.query<CurvePoint>({ name: 'view-settled', text: SETTLED, values: [cycle] }),
    pool.query<HeldRow>({ name: 'view-held', text: HELD, values }),
  ]);
  const figures = units.flatMap((row) => row.figures ?? []);
  const short = units.flatMap((row) => shortOf(row) ?? []).sort((a, b) => (isLess(a.short, b.short) ? 1 : -1));
  return {
    ...{ cycle, at: isoOf(now), cells },
    settled: { of: units.length, points: running(points) },
    owed: sum(figures.map(({ obligation }) => obligation)),
    given: sum(
      figures.flatMap(({ surrendered, collected }) => [
        ...[surrendered.allowances, surrendered.offsets, collected.allowances, collected.offsets],
      ]),
    ),
    held: sum(units.map(({ held }) => held)),
    ...{ short, shortInAll: sum(short.map((one) => one.short)) },
    unconfirmed: units.filter((row) => row.figures?.obligation === '0').length,
  };
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

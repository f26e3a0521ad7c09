import { addDays, daysBetween, type Day } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { rulebookNamed } from '../regulation/named.js';
import type { CurvePoint } from './season.js';
import { timetableOf } from './timetable.js';

/** The duties whose filings are watched as they come in towards their day. */
export const WATCHED = ['first-report', 'verified-report', 'general-report', 'surrender'] as const;
export type Watched = (typeof WATCHED)[number];

/** How a duty was done in a cycle, day by day, out of how many that owe it. */
export interface FilingCurve {
  readonly cycle: number;
  readonly duty: Watched;
  readonly dueOn: Day;
  readonly of: number;
  readonly points: readonly CurvePoint[];
}

/** The filings of duties in this cycle, and in the one before where there was one. */
export interface Curves {
  readonly now?: FilingCurve;
  readonly last?: FilingCurve;
}

interface Done {
  readonly cycle: number;
  readonly duty: Watched;
  readonly on: Day | null;
  readonly count: number;
}

const DONE = `select v.cycle, d.duty, to_char(to_timestamp(d.done_at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on", count(*)::int as count
  from case_duties d join case_views v using (case_id)
  where v.cycle = any ($1) and d.duty = any ($2) and d.state <> 'not-required' group by 1, 2, 3 order by 3`;

/** A cycle's curve of a duty; undefined where nobody owes it, or it has no date. */
function curveOf(done: readonly Done[], cycle: number, duty: Watched, regulation?: string): FilingCurve | undefined {
  const rows = done.filter((one) => one.cycle === cycle && one.duty === duty);
  if (rows.length === 0) return undefined;
  const { rows: table } = timetableOf(rulebookNamed(String(cycle), regulation));
  const dueOn = table.find((row) => row.duty === duty)?.dueOn;
  if (dueOn === undefined) return undefined;
  let count = 0;
  const points = rows.flatMap(({ on, count: more }) => (on === null ? [] : [{ on, count: (count += more) }]));
  return { cycle, duty, dueOn, of: rows.reduce((all, one) => all + one.count, 0), points };
}

/** The curves of duties in a cycle and in the cycle before, each in its place, in one query. */
export async function filingCurves(
  { pool }: Book,
  cycle: number,
  duties: readonly Watched[],
  regulation?: string,
): Promise<readonly Curves[]> {
  const values = [[cycle, cycle - 1], duties];
  const { rows } = await pool.query<Done>({ name: 'view-curves', text: DONE, values });
  return duties.map((duty) => {
    const [now, last] = [curveOf(rows, cycle, duty, regulation), curveOf(rows, cycle - 1, duty, regulation)];
    return { ...(now ? { now } : {}), ...(last ? { last } : {}) };
  });
}

/** Another cycle's points, laid so that its day falls on this one's, out of as many as owe it now. */
export const besides = (last: FilingCurve, { dueOn, of }: FilingCurve): CurvePoint[] => {
  const shift = daysBetween(last.dueOn, dueOn);
  return last.points.map(({ on, count }) => ({ on: addDays(on, shift), count: (count * of) / Math.max(1, last.of) }));
};

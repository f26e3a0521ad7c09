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

const DONE = `select to_char(to_timestamp(d.done_at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on", count(*)::int as count
  from case_duties d join case_views v using (case_id)
  where v.cycle = $1 and d.duty = $2 and d.state <> 'not-required' group by 1 order by 1`;

/** A cycle's curve of a duty; undefined where nobody owes it. */
async function curveIn({ pool }: Book, cycle: number, duty: Watched): Promise<FilingCurve | undefined> {
  const { rows } = await pool.query<{ on: Day | null; count: number }>({ name: 'view-curve', text: DONE, values: [cycle, duty] });
  if (rows.length === 0) return undefined;
  const dueOn = timetableOf(rulebookNamed(String(cycle))).rows.find((row) => row.duty === duty)?.dueOn;
  if (dueOn === undefined) return undefined;
  let count = 0;
  const points = rows.flatMap(({ on, count: more }) => (on === null ? [] : [{ on, count: (count += more) }]));
  return { cycle, duty, dueOn, of: rows.reduce((all, one) => all + one.count, 0), points };
}

/** The curve of a duty in a cycle, and that of the cycle before where there was one. */
export async function filingCurves(
  book: Book,
  cycle: number,
  duty: Watched,
): Promise<{ readonly now?: FilingCurve; readonly last?: FilingCurve }> {
  const [now, last] = [await curveIn(book, cycle, duty), await curveIn(book, cycle - 1, duty)];
  return { ...(now ? { now } : {}), ...(last ? { last } : {}) };
}

/** Another cycle's points, laid so that its day falls on this one's, out of as many as owe it now. */
export const besides = (last: FilingCurve, { dueOn, of }: FilingCurve): CurvePoint[] => {
  const shift = daysBetween(last.dueOn, dueOn);
  return last.points.map(({ on, count }) => ({ on: addDays(on, shift), count: (count * of) / Math.max(1, last.of) }));
};

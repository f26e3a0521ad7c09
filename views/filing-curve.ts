import { addDays, daysBetween, type Day } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { beijingDay } from './beijing-day.js';
import type { CurvePoint } from './season.js';

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

/** A duty in this cycle, and in the one before where there was one. */
export interface Curves {
  readonly now?: FilingCurve;
  readonly last?: FilingCurve;
}

interface Row {
  readonly cycle: number;
  readonly duty: Watched;
  readonly dueOn: Day;
  readonly on: Day | null;
  readonly count: number;
}

/** Its day is that of most who owe it: what an amendment has moved for all is moved here, what was put off for one is not. */
const DONE = `with alike as (
    select v.cycle, d.duty, d.due_on, ${beijingDay('d.done_at')} as "on", count(*) as many
    from case_duties d join case_views v using (case_id)
    where v.cycle in ($1, $1 - 1) and d.duty = any ($2) and d.state <> 'not-required' group by 1, 2, 3, 4),
  days as (
    select distinct on (cycle, duty) cycle, duty, due_on as due from alike group by cycle, duty, due_on order by cycle, duty, sum(many) desc, due_on)
  select cycle, duty, due::text as "dueOn", "on"::text, sum(many)::int as count from alike join days using (cycle, duty)
  group by cycle, duty, due, alike."on" order by alike."on"`;

function curveOf(rows: readonly Row[]): FilingCurve | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { cycle, duty, dueOn } = first;
  let count = 0;
  const points = rows.flatMap(({ on, count: more }) => (on === null ? [] : [{ on, count: (count += more) }]));
  return { cycle, duty, dueOn, of: rows.reduce((all, one) => all + one.count, 0), points };
}

/** The curves of some duties in a cycle, each beside that of the cycle before, in one query. */
export async function filingCurves(
  { pool }: Book,
  cycle: number,
  duties: readonly Watched[],
): Promise<ReadonlyMap<Watched, Curves>> {
  const { rows } = await pool.query<Row>({ name: 'view-curves', text: DONE, values: [cycle, duties] });
  return new Map(
    duties.map((duty) => {
      const its = rows.filter((row) => row.duty === duty);
      const now = curveOf(its.filter((row) => row.cycle === cycle));
      const last = curveOf(its.filter((row) => row.cycle !== cycle));
      return [duty, { ...(now ? { now } : {}), ...(last ? { last } : {}) }];
    }),
  );
}

/** Another cycle's points, laid so that its day falls on this one's, out of as many as owe it now. */
export const besides = (last: FilingCurve, { dueOn, of }: FilingCurve): CurvePoint[] => {
  const shift = daysBetween(last.dueOn, dueOn);
  return last.points.map(({ on, count }) => ({ on: addDays(on, shift), count: (count * of) / Math.max(1, last.of) }));
};

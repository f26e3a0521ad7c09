import type { Database } from '../ledger/one-row.js';

/** Cases whose next instant has come some time ago, and that have not played it. */
export interface Late {
  /** What they collect by force is next, and an alarm of the checker holds it up. All else of a case goes on in spite of an alarm. */
  readonly held: readonly string[];
  /** Nothing in the book stands against it. */
  readonly free: readonly string[];
}

/**
 * The next instant collects by force: the collection waits for it, and something is owed. At the same instant the surrender is overdue, so that
 * what is said to be next does not tell.
 */
const COLLECTS = `coalesce((select extract(epoch from (h ->> 'dueOn')::timestamp at time zone 'Asia/Shanghai') * 1000 = v.next_at
      from jsonb_array_elements(v.holds) h where h ->> 'what' = 'collection'), false)
    and (v.figures ->> 'obligation')::numeric > (v.figures #>> '{surrendered,allowances}')::numeric + (v.figures #>> '{surrendered,offsets}')::numeric
      + (v.figures #>> '{collected,allowances}')::numeric + (v.figures #>> '{collected,offsets}')::numeric`;
const HOLDS = 'a.released_at is null and (a.units is null or l.unit = any (a.units))';
/** It goes on, and its next instant comes before its year is over. */
const GOES_ON = `v.next_at is not null and c.suspended is null and v.next_at < coalesce((c.clock ->> 'endsAt')::bigint, v.next_at + 1)`;
const SHOWN_NOW = `extract(epoch from clock_timestamp()) * 1000 + (c.clock ->> 'business0')::bigint - (c.clock ->> 'wall0')::bigint`;
const LATE = `with late as materialized (
    select v.case_id, v.unit, v.next_at, ${COLLECTS} as collects from case_views v join cases c using (case_id)
    where ${GOES_ON} and not c.clock ? 'skips' and v.next_at + $1 < ${SHOWN_NOW})
  select l.case_id as "caseId", l.collects and exists (select from alarms a where ${HOLDS}) as held,
    exists (select from acts x where x.case_id = l.case_id and x.state in ('stored', 'ready') and x.stamp < l.next_at) as waits
  from late l order by l.next_at, l.case_id`;

/** Those that are late by so many milliseconds; suspended ones wait for somebody, a rehearsal's whose server skips time for that. */
export async function lateCases(db: Database, byMs: number): Promise<Late> {
  type Row = { caseId: string; held: boolean; waits: boolean };
  const { rows } = await db.query<Row>({ name: 'cases-late', text: LATE, values: [byMs] });
  const idsOf = (some: readonly Row[]): string[] => some.map(({ caseId }) => caseId);
  return {
    // what was stamped before the collection comes before it, and waits for no alarm
    held: idsOf(rows.filter(({ held, waits }) => held && !waits)),
    free: idsOf(rows.filter(({ held, waits }) => !held && !waits)),
  };
}

const RELEASED = `select l.case_id as "caseId" from (
    select v.case_id, v.unit, v.next_at from case_views v join cases c using (case_id)
    where ${GOES_ON} and (c.clock ? 'skips' or v.next_at <= ${SHOWN_NOW}) and ${COLLECTS}) l
  where exists (select from alarms a where a.id = any ($1) and a.released_at is not null and (a.units is null or l.unit = any (a.units)))
    and not exists (select from alarms a where ${HOLDS})
  order by l.next_at, l.case_id`;

/**
 * What these alarms, as far as they are released, held up and no other does: the collections that have come. Where the server skips time no
 * clock tells which have, and it is all that come next.
 */
export async function collectionsReleased(db: Database, alarms: readonly number[]): Promise<string[]> {
  const { rows } = await db.query<{ caseId: string }>({ name: 'cases-released', text: RELEASED, values: [alarms] });
  return rows.map(({ caseId }) => caseId);
}

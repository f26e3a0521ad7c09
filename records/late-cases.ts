import type { Database } from '../ledger/one-row.js';

/** Cases whose next instant has come some time ago, and that have not played it. */
export interface Late {
  /** An alarm of the checker concerns them: what they collect by force waits. */
  readonly held: readonly string[];
  /** Nothing in the book stands against it. */
  readonly free: readonly string[];
}

const HOLDS = 'a.released_at is null and (a.units is null or l.unit = any (a.units))';
const LATE = `with late as materialized (
    select v.case_id, v.unit, v.next_at from case_views v join cases c using (case_id)
    where v.next_at is not null and c.suspended is null and not c.clock ? 'skips'
      and v.next_at < coalesce((c.clock ->> 'endsAt')::bigint, v.next_at + 1)
      and v.next_at + $1 < extract(epoch from clock_timestamp()) * 1000 + (c.clock ->> 'business0')::bigint - (c.clock ->> 'wall0')::bigint)
  select l.case_id as "caseId", exists (select from alarms a where ${HOLDS}) as held,
    exists (select from acts x where x.case_id = l.case_id and x.state in ('stored', 'ready') and x.stamp < l.next_at) as waits
  from late l order by l.next_at, l.case_id`;

/** Those that are late by so many milliseconds; suspended ones wait for somebody, a rehearsal's whose server skips time for that. */
export async function lateCases(db: Database, byMs: number): Promise<Late> {
  type Row = { caseId: string; held: boolean; waits: boolean };
  const { rows } = await db.query<Row>({ name: 'cases-late', text: LATE, values: [byMs] });
  const idsOf = (some: readonly Row[]): string[] => some.map(({ caseId }) => caseId);
  return { held: idsOf(rows.filter(({ held }) => held)), free: idsOf(rows.filter(({ held, waits }) => !held && !waits)) };
}

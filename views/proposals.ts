import { isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';

/** A proposal as it is listed: what it brings and what came of each line stands on its own page. */
export interface ProposalLine {
  readonly id: string;
  readonly act: string;
  readonly cycle: number;
  /** The unit that it is about, where it is about one alone. */
  readonly for: string | null;
  readonly lines: number;
  readonly proposedBy: string;
  readonly at: string;
  readonly lapsesOn: Day;
  readonly state: 'waiting' | 'approved' | 'refused' | 'returned' | 'withdrawn' | 'lapsed';
}

interface Row extends Omit<ProposalLine, 'at'> {
  readonly at: Instant;
}

const columns = `a.approval as id, a.act, a.cycle, a.proposed_by as "proposedBy", a.stamp::float8 as at, a.lapses_on::text as "lapsesOn",
    l.lines, case when l.lines = 1 then l.unit end as "for",
    case when a.waiting then 'waiting' when l.refused = l.approved and l.approved > 0 then 'refused' when l.approved > 0 then 'approved'
      else coalesce((select replace(e.type, 'proposal-', '') from events e
        where e.case_id = a.case_id and e.type in ('proposal-withdrawn', 'proposal-lapsed') order by e.seq desc limit 1), 'returned') end as state`;
/** Of the lines of one: those that were approved, and those of them that the law refused. */
const LINES = `lateral (select count(*)::int as lines, min(o.for_unit) as unit, count(o.act_id) as approved,
    count(*) filter (where exists (select from requests r where r.act_id = o.act_id and r.state = 'refused')
      or exists (select from acts c where c.act_id = o.act_id and c.role = 'decides' and c.state = 'refused')) as refused
  from approval_lines o where o.approval = a.approval) l`;
const page = (where: string, order: 'asc' | 'desc'): string =>
  `select ${columns} from (select * from approvals where ${where} order by approval ${order} limit $2) a, ${LINES} order by a.approval ${order}`;

const WAITING = page('waiting and approval > $1', 'asc');
const ALL = page(`$1 = '' or approval < $1`, 'desc');

/** Those that wait, whichever came first on top; or all, the newest on top. */
export async function proposals(
  { pool }: Book,
  { all, after = '', limit }: { readonly all: boolean; readonly after?: string; readonly limit: number },
): Promise<{ readonly items: readonly ProposalLine[]; readonly after?: string }> {
  const query = all ? { name: 'view-proposals', text: ALL } : { name: 'view-proposals-waiting', text: WAITING };
  const { rows } = await pool.query<Row>({ ...query, values: [after, limit + 1] });
  const items = rows.slice(0, limit).map(({ at, ...row }) => ({ ...row, at: isoOf(at) }));
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last ? { after: last.id } : {}) };
}

const FOR_UNITS = `select for_unit as unit, act, approval from approval_lines where waiting and for_unit = any ($1)`;

/** What is proposed about units and waits, by unit and act. */
export async function proposedFor({ pool }: Book, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (units.length === 0) return new Map();
  const { rows } = await pool.query<{ unit: string; act: string; approval: string }>({
    name: 'view-proposed-for',
    text: FOR_UNITS,
    values: [units],
  });
  return new Map(rows.map(({ unit, act, approval }) => [`${unit} ${act}`, approval]));
}

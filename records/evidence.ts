import type pg from 'pg';
import type { Day } from '../domain/model/instant.js';
import { sha256 } from './chain.js';

/** What lies beside the chains and is anchored with them: a file, a version of a document, with what a case was opened, what a lot is, what was asked. */
export interface Evidence {
  readonly kind: 'file' | 'document' | 'opening' | 'lot' | 'request';
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** One hash over what came on one day; none where nothing did. */
export const evidenceHash = (all: readonly Evidence[]): string =>
  all.length === 0
    ? ''
    : sha256(
        all
          .map(({ kind, name, sha256: hash, size }) => JSON.stringify([kind, name, hash, size]))
          .sort()
          .join('\n'),
      );

const NEW = `select e.kind, e.name, e.sha256, e.size::float8 as size from evidence_now() e
  where not exists (select from anchored_evidence a where a.kind = e.kind and a.name = e.name)`;

/** What has come since the last anchor. */
export const newEvidence = async (db: pg.PoolClient): Promise<Evidence[]> => (await db.query<Evidence>(NEW)).rows;

const ADD = `insert into anchored_evidence (day, kind, name, sha256, size)
  select $1, j.* from jsonb_to_recordset($2::jsonb) j (kind text, name text, sha256 text, size bigint)`;

export const anchorEvidence = async (db: pg.PoolClient, day: Day, all: readonly Evidence[]): Promise<void> => {
  if (all.length > 0) await db.query(ADD, [day, JSON.stringify(all)]);
};

interface Row extends Evidence {
  readonly day: Day;
  /** What it is now; null where it is not there any more. */
  readonly now: string | null;
  readonly nowSize: number | null;
  /** Of a file that is gone: whether something names it. */
  readonly named: boolean;
}

const PAGE = 5_000;
const ROWS = `select a.day::text as day, a.kind, a.name, a.sha256, a.size::float8 as size, e.sha256 as now, e.size::float8 as "nowSize",
    a.kind <> 'file' or (e.sha256 is null and file_is_named(a.name)) as named
  from (select * from anchored_evidence where (day, kind, name) > ($1, $2, $3) order by day, kind, name limit ${String(PAGE)}) a
    left join evidence_now() e on e.kind = a.kind and e.name = a.name
  order by a.day, a.kind, a.name`;

/** What does not agree: what is listed under a day with the hash of that day (`evidence`), or one thing with what is there now. */
export interface WrongEvidence {
  readonly day: Day;
  readonly what: 'evidence' | Evidence['kind'];
  readonly name?: string;
}

/** A file that nobody ever filed goes after a while; everything else stays as it was anchored. */
const agrees = ({ sha256: hash, size, now, nowSize, named }: Row): boolean =>
  now === null ? !named : now === hash && nowSize === size;

/** Compares what each day's anchor says of its evidence with what is listed, and that with what is there now. */
export async function verifyEvidence(db: pg.PoolClient, anchored: ReadonlyMap<Day, string>): Promise<WrongEvidence[]> {
  const wrong: WrongEvidence[] = [];
  const days = new Map<Day, Evidence[]>();
  let last: Pick<Row, 'day' | 'kind' | 'name'> | undefined = { day: '-infinity', kind: 'file', name: '' };
  while (last) {
    const { rows }: pg.QueryResult<Row> = await db.query<Row>({
      name: 'evidence',
      text: ROWS,
      values: [last.day, last.kind, last.name],
    });
    for (const row of rows) {
      const day = days.get(row.day) ?? [];
      day.push(row);
      days.set(row.day, day);
      if (!agrees(row)) wrong.push({ day: row.day, what: row.kind, name: row.name });
    }
    last = rows.at(-1);
  }
  for (const [day, hash] of anchored) if (evidenceHash(days.get(day) ?? []) !== hash) wrong.push({ day, what: 'evidence' });
  return wrong;
}

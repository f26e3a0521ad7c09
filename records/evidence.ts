import type pg from 'pg';
import type { Day } from '../domain/model/instant.js';
import { sha256 } from './chain.js';

/** What lies beside the chains and is anchored with them, each thing once: what each is, `records/functions/evidence_now.sql` says. */
export type EvidenceKind =
  | ('file' | 'upload' | 'document' | 'paper' | 'version' | 'filing' | 'opening' | 'lot' | 'expiry' | 'request')
  | ('letter' | 'delivery' | 'resend' | 'receipt' | 'receipt-seal' | 'seal' | 'revocation-list' | 'time-stamp')
  | ('approval' | 'preview' | 'person' | 'sign-ins' | 'claim' | 'substitute' | 'attempt' | 'revival' | 'platform');

/** A thing that is anchored: its kind and name, and the hash of what it is. */
export interface Evidence {
  readonly kind: EvidenceKind;
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
}

const PAGE = 5_000;
const ANCHORED = `select day::text as day, kind, name, sha256, size::float8 as size from anchored_evidence
  where (day, kind, name) > ($1, $2, $3) order by day, kind, name limit ${String(PAGE)}`;

/** The hash of all that is listed under each day. */
async function hashesByDay(db: pg.PoolClient): Promise<ReadonlyMap<Day, string>> {
  const hashes = new Map<Day, string>();
  let listed: Row[] = [];
  for (let last: Pick<Row, 'day' | 'kind' | 'name'> | undefined = { day: '-infinity', kind: 'file', name: '' }; last;) {
    const values: unknown[] = [last.day, last.kind, last.name];
    const { rows }: pg.QueryResult<Row> = await db.query<Row>({ name: 'evidence', text: ANCHORED, values });
    for (const row of rows) {
      const [first] = listed;
      if (first && first.day !== row.day) {
        hashes.set(first.day, evidenceHash(listed));
        listed = [];
      }
      listed.push(row);
    }
    last = rows.at(-1);
  }
  if (listed[0]) hashes.set(listed[0].day, evidenceHash(listed));
  return hashes;
}

const CHANGED = `select a.day::text as day, a.kind, a.name from anchored_evidence a left join evidence_now() e using (kind, name)
  where case when e.sha256 is null then not evidence_may_be_gone(a.kind, a.name) else (e.sha256, e.size) <> (a.sha256, a.size) end
  order by a.day, a.kind, a.name`;

/** What does not agree: what is listed under a day with the hash of that day (`evidence`), or one thing with what is there now. */
export interface WrongEvidence {
  readonly day: Day;
  readonly what: 'evidence' | EvidenceKind;
  readonly name?: string;
}

/** Compares what each day's anchor says of its evidence with what is listed, and that with what is there now. */
export async function verifyEvidence(db: pg.PoolClient, anchored: ReadonlyMap<Day, string>): Promise<WrongEvidence[]> {
  const { rows } = await db.query<Pick<Row, 'day' | 'kind' | 'name'>>(CHANGED);
  const wrong = rows.map(({ day, kind, name }): WrongEvidence => ({ day, what: kind, name }));
  const listed = await hashesByDay(db);
  for (const day of listed.keys()) if (!anchored.has(day)) wrong.push({ day, what: 'evidence' });
  for (const [day, hash] of anchored) if ((listed.get(day) ?? '') !== hash) wrong.push({ day, what: 'evidence' });
  return wrong;
}

import type pg from 'pg';
import { dayOf, type Day, type Instant } from '../domain/model/instant.js';
import { sealsToAnchor } from './anchored-seals.js';
import { canonical, sha256 } from './chain.js';
import { inTransaction, type Outcome } from './connection.js';
import { anchorEvidence, evidenceHash, newEvidence } from './evidence.js';

/** The heads of all cases on one Beijing day, under one hash, which follows that of the anchor before. */
export interface Anchor {
  readonly day: Day;
  readonly cases: number;
  readonly events: number;
  readonly transactions: number;
  /** Over the heads of all cases. */
  readonly heads: string;
  /** Over the files and documents that came since the anchor before; empty where none did. */
  readonly evidence: string;
  /** The root over the seals that are new since the anchor before; none where there are none. */
  readonly seals?: string;
  /** The hash of the anchor before; empty for the first. */
  readonly before: string;
  readonly hash: string;
}

/** Where a case stood when it was anchored last, and what its ledger transactions up to there come to. */
export interface AnchoredHead {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
  readonly moved: string;
}

/** One hash over all heads, in order of case. */
export const headsHash = (heads: Iterable<AnchoredHead>): string => {
  const lines = [...heads].map(({ caseId, seq, head, moved }) => JSON.stringify([caseId, seq, head, moved]));
  return sha256(lines.sort().join('\n'));
};

/** What an anchor's hash is over: all of it, and so all anchors before it. */
export const anchorHash = (anchor: Omit<Anchor, 'hash'>): string => sha256(anchorText(anchor));

/** An anchor as it is hashed: RFC 8785, without its hash. */
export const anchorText = ({ day, cases, events, transactions, heads, evidence, seals, before }: Omit<Anchor, 'hash'>): string =>
  canonical({
    day,
    cases,
    events,
    transactions,
    heads,
    before,
    ...(evidence === '' ? {} : { evidence }),
    ...(seals === undefined ? {} : { seals }),
  });

/** What the ledger transactions of a case come to: those up to the anchor before, and the seals of those since. */
export const movedBy = (before: string, seals: readonly string[]): string =>
  seals.length === 0 ? before : sha256([before, ...seals].join('\n'));

interface HeadRow {
  case_id: string;
  seq: number;
  head: string;
  since: number;
  head_before: string;
  moved_before: string;
  seals: string[];
}

/** Every case with what was anchored of it last, and the seals of its transactions since: one statement, so one moment. */
const HEADS = `select c.case_id, c.seq, c.head, coalesce(l.seq, 0) as since, coalesce(l.head, '') as head_before,
    coalesce(l.moved, '') as moved_before, coalesce((select array_agg(t.hash order by s.seq) from events s
      join transactions t on t.id = s.case_id || ':' || s.step_key
      where s.case_id = c.case_id and s.seq > coalesce(l.seq, 0) and s.seq <= c.seq and s.k = 1), '{}') as seals
  from cases c left join lateral
    (select seq, head, moved from anchored_heads a where a.case_id = c.case_id order by day desc limit 1) l on true
  where c.seq > 0`;
const ANCHORS = `select day::text as day, cases, events::float8 as events, transactions::float8 as transactions, heads, evidence, seals, before, hash
  from anchors`;
const INSERT = `with anchor as (insert into anchors (day, cases, events, transactions, heads, before, hash, evidence, seals)
    values ($1, $2, $3, $4, $5, $6, $7, $9, $10))
  insert into anchored_heads (day, case_id, seq, head, moved)
    select $1, j."caseId", j.seq, j.head, j.moved from jsonb_to_recordset($8::jsonb) j ("caseId" text, seq int, head text, moved text)`;

const anchorOf = (
  day: Day,
  last: Anchor | undefined,
  rows: readonly HeadRow[],
  { evidence, seals }: Pick<Anchor, 'evidence' | 'seals'>,
): { anchor: Anchor; moved: AnchoredHead[] } => {
  const heads = rows.map((row) => ({
    caseId: row.case_id,
    seq: row.seq,
    head: row.head,
    moved: movedBy(row.moved_before, row.seals),
    stands: row.seq === row.since && row.head === row.head_before,
    transactions: row.seals.length,
  }));
  const sum = (of: (one: (typeof heads)[number]) => number): number => heads.reduce((total, one) => total + of(one), 0);
  const what = {
    day,
    cases: heads.length,
    events: sum(({ seq }) => seq),
    transactions: (last?.transactions ?? 0) + sum(({ transactions }) => transactions),
    heads: headsHash(heads),
    evidence,
    before: last?.hash ?? '',
    ...(seals === undefined ? {} : { seals }),
  };
  const moved = heads
    .filter(({ stands }) => !stands)
    .map(({ caseId, seq, head, moved: by }) => ({ caseId, seq, head, moved: by }));
  return { anchor: { ...what, hash: anchorHash(what) }, moved };
};

type AnchorRow = Omit<Anchor, 'seals'> & { readonly seals: string | null };
const anchorIn = ({ seals, ...rest }: AnchorRow): Anchor => ({ ...rest, ...(seals === null ? {} : { seals }) });

/** Every anchor, oldest first. */
export const anchorsOf = async (pool: pg.Pool | pg.PoolClient): Promise<Anchor[]> =>
  (await pool.query<AnchorRow>(`${ANCHORS} order by day`)).rows.map(anchorIn);

/**
 * Anchors the heads of all cases for the Beijing day of `at`. A day that has its anchor keeps it, and one before the
 * last anchor gets none: then the last one is answered.
 */
export const anchorHeads = async (pool: pg.Pool, at: Instant): Promise<Anchor> =>
  inTransaction(pool, (db) => makeAnchor(db, at), { long: true });

const makeAnchor = async (db: pg.PoolClient, at: Instant): Promise<Outcome<Anchor>> => {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('anchors', 0))`);
  const row = (await db.query<AnchorRow>(`${ANCHORS} order by day desc limit 1`)).rows[0];
  const last = row && anchorIn(row);
  const day = dayOf(at);
  if (last && last.day >= day) return { undo: last };
  const came = await newEvidence(db);
  const seals = await sealsToAnchor(db);
  const beside = { evidence: evidenceHash(came), ...(seals.root === undefined ? {} : { seals: seals.root }) };
  const { anchor, moved } = anchorOf(day, last, (await db.query<HeadRow>(HEADS)).rows, beside);
  const { cases, events, transactions, heads, before, hash } = anchor;
  const values = [day, cases, events, transactions, heads, before, hash, JSON.stringify(moved)];
  await db.query(INSERT, [...values, anchor.evidence, anchor.seals ?? null]);
  await anchorEvidence(db, day, came);
  await seals.keep(day);
  return { keep: anchor };
};

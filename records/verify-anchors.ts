import type pg from 'pg';
import type { Day } from '../domain/model/instant.js';
import { anchorHash, anchorsOf, headsHash, movedBy, type Anchor, type AnchoredHead } from './anchors.js';
import { sealFault } from './anchored-seals.js';
import { readingAll } from './connection.js';
import { verifyEvidence, type EvidenceKind } from './evidence.js';

/** An anchor that was kept outside the database. */
export interface KeptAnchor {
  readonly day: Day;
  readonly hash: string;
}

/**
 * What does not agree: an anchor that is not there, where something is listed under its day (`missing`); one with its own hash or with the one before (`anchor`), with the heads listed under it
 * (`heads`), with what is kept outside (`kept`); an anchored event that does not stand in its case any more (`head`),
 * or ledger transactions up to it that are not those anchored (`transactions`); the files and documents listed under a day (`evidence`), or
 * one of them with what is there now; a seal that is not as it was anchored (`seals`).
 */
export interface WrongAnchor {
  readonly day: Day;
  readonly what: 'missing' | 'anchor' | 'heads' | 'kept' | 'head' | 'transactions' | 'seals' | 'evidence' | EvidenceKind;
  /** Of what is not as it was anchored. */
  readonly name?: string;
  readonly caseId?: string;
  readonly seq?: number;
  /** Which seal, for `seals`; the day, where one is missing or too many. */
  readonly seal?: string;
}

export interface AnchorReport {
  readonly anchors: number;
  readonly last?: Anchor;
  /** Of each case the first place only. */
  readonly wrong: readonly WrongAnchor[];
}

interface Row extends AnchoredHead {
  readonly day: Day;
  /** The hash that stands in the case in that place; null where there is no such event. */
  readonly stands: string | null;
  readonly seals: string[];
}

const PAGE = 5_000;
const ROWS = `select h.day::text as day, h.case_id as "caseId", h.seq, h.head, h.moved, e.hash as stands,
    coalesce((select array_agg(t.hash order by s.seq) from events s join transactions t on t.id = s.case_id || ':' || s.step_key
      where s.case_id = h.case_id and s.seq > h.since and s.seq <= h.seq and s.k = 1), '{}') as seals
  from (select a.*, coalesce((select b.seq from anchored_heads b where b.case_id = a.case_id and b.day < a.day order by b.day desc limit 1), 0)
      as since from anchored_heads a where (a.day, a.case_id) > ($1, $2) order by a.day, a.case_id limit ${String(PAGE)}) h
    left join events e on e.case_id = h.case_id and e.seq = h.seq
  order by h.day, h.case_id`;

/** What was anchored, in pages, day by day. */
async function* anchored(db: pg.PoolClient): AsyncGenerator<Row> {
  for (let last: Pick<Row, 'day' | 'caseId'> | undefined = { day: '-infinity', caseId: '' }; last;) {
    const { rows }: pg.QueryResult<Row> = await db.query<Row>({
      name: 'anchored',
      text: ROWS,
      values: [last.day, last.caseId],
    });
    yield* rows;
    last = rows.at(-1);
  }
}

/** Looks at one head that was anchored, and keeps it as the last of its case. */
const placeOf = (row: Row, heads: Map<string, AnchoredHead>): WrongAnchor | undefined => {
  const { day, caseId, seq, head, moved, stands, seals } = row;
  const before = heads.get(caseId);
  heads.set(caseId, { caseId, seq, head, moved });
  if (stands !== head) return { day, what: 'head', caseId, seq };
  return movedBy(before?.moved ?? '', seals) === moved ? undefined : { day, what: 'transactions', caseId, seq };
};

const faultOf = (
  anchor: Anchor,
  before: Anchor | undefined,
  heads: Map<string, AnchoredHead>,
): WrongAnchor['what'] | undefined => {
  if (anchor.before !== (before?.hash ?? '') || anchorHash(anchor) !== anchor.hash) return 'anchor';
  return anchor.cases === heads.size && headsHash(heads.values()) === anchor.heads ? undefined : 'heads';
};

/**
 * Recomputes every anchor from the heads listed under it, and sees whether each of these still stands in its case, and
 * whether the anchors kept outside are still the book's.
 */
export const verifyAnchors = (pool: pg.Pool, kept: readonly KeptAnchor[] = []): Promise<AnchorReport> =>
  readingAll(pool, (db) => verifyIn(db, kept));

const verifyIn = async (db: pg.PoolClient, kept: readonly KeptAnchor[]): Promise<AnchorReport> => {
  const anchors = await anchorsOf(db);
  const wrong: WrongAnchor[] = [];
  const cases = new Set<string>();
  const heads = new Map<string, AnchoredHead>();
  const days = new Set(anchors.map(({ day }) => day));
  const without = new Set<Day>();
  let at = 0;
  const closeUntil = (day?: Day): void => {
    for (let anchor = anchors[at]; anchor && (day === undefined || anchor.day < day); anchor = anchors[at]) {
      const what = faultOf(anchor, anchors[at - 1], heads);
      if (what) wrong.push({ day: anchor.day, what });
      at += 1;
    }
  };
  for await (const row of anchored(db)) {
    closeUntil(row.day);
    if (!days.has(row.day)) without.add(row.day);
    const place = placeOf(row, heads);
    if (place && !cases.has(row.caseId)) {
      cases.add(row.caseId);
      wrong.push(place);
    }
  }
  closeUntil();
  for (const day of without) wrong.push({ day, what: 'missing' });
  wrong.push(...(await verifyEvidence(db, new Map(anchors.map(({ day, evidence }) => [day, evidence])))));
  for (const { day, seals } of anchors) {
    const seal = await sealFault(db, day, seals);
    if (seal !== undefined) wrong.push({ day, what: 'seals', seal });
  }
  for (const { day, hash } of kept) if (anchors.find((one) => one.day === day)?.hash !== hash) wrong.push({ day, what: 'kept' });
  const last = anchors.at(-1);
  return { anchors: anchors.length, wrong, ...(last ? { last } : {}) };
};

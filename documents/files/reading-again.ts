import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import type { Store } from './store.js';

/** A file that is not what it was when it was taken in. */
export interface WrongFile {
  readonly sha256: string;
  readonly what: 'changed' | 'missing';
  /** Who sent it, under which name. */
  readonly party: string;
  readonly name: string;
}

export interface ReadAgain {
  readonly files: number;
  readonly bytes: number;
  readonly wrong: readonly WrongFile[];
}

/**
 * Which files are read: all, those taken in since an instant, or a portion: those that are named first, then those that were read longest ago,
 * so many bytes.
 */
export type Portion = { readonly since?: Instant } | { readonly mostBytes: number; readonly first?: readonly string[] };

interface Row {
  readonly sha256: string;
  readonly size: number;
  readonly party: string;
  readonly name: string;
}

const PAGE = 200;
const NAMED = `f.sha256, f.size::float8 as size, coalesce(u.party, f.party) as party, coalesce(u.name, '') as name
  from files f left join lateral (select party, name from file_uploads where sha256 = f.sha256 order by n limit 1) u on true`;
const SINCE = `select ${NAMED} where f.sha256 > $1 and f.stored_at >= $2 order by f.sha256 limit ${String(PAGE)}`;
const LONGEST_AGO = `select ${NAMED} where f.read_at is null or f.read_at < $1 
  order by f.sha256 = any ($2::text[]) desc, f.read_at nulls first, f.sha256 limit ${String(PAGE)}`;

/** What is wrong with a file in the store. Throws where the store does not answer: that says nothing of the file. */
async function faultOf(store: Store, { sha256, size }: Row): Promise<WrongFile['what'] | undefined> {
  const body = await store.read(sha256);
  if (!body) return 'missing';
  const hash = createHash('sha256');
  let seen = 0;
  for await (const piece of body) {
    hash.update(piece as Buffer);
    seen += (piece as Buffer).length;
  }
  return seen === size && hash.digest('hex') === sha256 ? undefined : 'changed';
}

/** Files of a portion, page by page; what was read in a portion is marked before the next page is asked. */
async function* portionOf(pool: pg.Pool, portion: Portion, began: Instant): AsyncGenerator<Row> {
  let bytes = 0;
  for (let last = ''; ;) {
    const values = 'mostBytes' in portion ? [began, portion.first ?? []] : [last, portion.since ?? 0];
    const { rows } = await pool.query<Row>('mostBytes' in portion ? LONGEST_AGO : SINCE, values);
    for (const row of rows) {
      bytes += row.size;
      yield row;
      if ('mostBytes' in portion && bytes >= portion.mostBytes) return;
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.sha256 ?? '';
  }
}

/** Reads files in the store to their end and compares them with their hashes. What is wrong is named; the rest was read at `now`. */
export async function readAgain(pool: pg.Pool, store: Store, portion: Portion, now: Instant = Date.now()): Promise<ReadAgain> {
  const wrong: WrongFile[] = [];
  let files = 0;
  let bytes = 0;
  for await (const row of portionOf(pool, portion, now)) {
    const what = await faultOf(store, row);
    if (what) wrong.push({ sha256: row.sha256, what, party: row.party, name: row.name });
    await pool.query({ name: 'file-read', text: 'update files set read_at = $2 where sha256 = $1', values: [row.sha256, now] });
    files += 1;
    bytes += row.size;
  }
  return { files, bytes, wrong };
}

export const sayWrongFile = ({ sha256, what, party, name }: WrongFile): string =>
  `${sha256}  ${what === 'missing' ? '不在存放处 is not in the store' : '内容已变 is not what it was'}  ${party}  ${name}`;

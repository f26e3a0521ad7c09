import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { inTransaction } from '../../records/connection.js';
import { endTroubles, noteTroubles, troubled } from '../../records/troubles.js';
import type { Files } from './files.js';
import { readAgain, sayWrongFile, type WrongFile } from './reading-again.js';
import { holdFile } from './rows.js';
import type { Scanner } from './scanner.js';

/** What a night did with the files. */
export interface Night {
  /** Files that nobody ever filed, gone. */
  readonly forgotten: number;
  /** Files that no scanner had looked at: looked at now, and what was found. */
  readonly scanned: number;
  readonly infected: readonly { readonly sha256: string; readonly found: string }[];
  readonly read: { readonly files: number; readonly bytes: number };
  readonly wrong: readonly WrongFile[];
}

const DAY_MS = 86_400_000;
/** How long a file stays that nobody files. */
const KEPT_DAYS = 30;
/** How much a night does at most: files to look for, bytes to scan and to read. */
const MOST_FILES = 20_000;
const MOST_BYTES = 20_000_000_000;
const PAGE = 500;

const OLD = `select sha256 from files where filed_at is null and asked_at < $1 and sha256 > $2 order by sha256 limit ${String(PAGE)}`;
const FILED = `update files set filed_at = $2 where sha256 = any ($1) and filed_at is null and file_is_filed(sha256)`;

/** Takes away, under the lock under which it was put there, a file that nothing names. */
const forget = (pool: pg.Pool, { store }: Files, sha256: string, before: Instant): Promise<boolean> =>
  inTransaction<boolean>(pool, async (db) => {
    await holdFile(db, sha256);
    const { rows } = await db.query<{ gone: boolean }>('select forget_file($1, $2) as gone', [sha256, before]);
    if (rows[0]?.gone !== true) return { undo: false };
    await store.remove(sha256);
    return { keep: true };
  });

/** Files that were not asked for since 30 days and that nothing names go; those that a request names are not looked at again. */
export async function forgetFiles(pool: pg.Pool, files: Files, now: Instant = Date.now()): Promise<number> {
  const before = now - KEPT_DAYS * DAY_MS;
  let gone = 0;
  let looked = 0;
  for (let last = ''; looked < MOST_FILES;) {
    const { rows } = await pool.query<{ sha256: string }>(OLD, [before, last]);
    const page = rows.map(({ sha256 }) => sha256);
    await pool.query(FILED, [page, now]);
    for (const sha256 of page) if (await forget(pool, files, sha256, before)) gone += 1;
    looked += page.length;
    if (page.length < PAGE) break;
    last = page.at(-1) ?? '';
  }
  return gone;
}

const UNSCANNED = `select sha256, size::float8 as size from files where scanned = 'unscanned' and sha256 > $1 order by sha256 limit ${String(PAGE)}`;
const LOOKED = `update files set scanned = $2, scanned_at = $3 where sha256 = $1 and scanned = 'unscanned'`;

/** Has the scanner look at what it could not look at when it came. What is found stays, as evidence, and is not handed out. */
export async function scanFiles(
  pool: pg.Pool,
  files: Files,
  scanner: Scanner,
  now: Instant = Date.now(),
): Promise<Pick<Night, 'scanned' | 'infected'>> {
  const infected: { sha256: string; found: string }[] = [];
  let scanned = 0;
  let last = '';
  for (let bytes = 0; bytes < MOST_BYTES;) {
    const { rows } = await pool.query<{ sha256: string; size: number }>(UNSCANNED, [last]);
    for (const { sha256, size } of rows) {
      const body = await files.store.read(sha256);
      if (!body) continue;
      const said = await scanner.scan(body);
      body.destroy();
      if ('away' in said) return { scanned, infected };
      if ('found' in said) infected.push({ sha256, found: said.found });
      await pool.query(LOOKED, [sha256, 'found' in said ? 'infected' : 'clean', now]);
      scanned += 1;
      bytes += size;
    }
    if (rows.length < PAGE) break;
    last = rows.at(-1)?.sha256 ?? '';
  }
  return { scanned, infected };
}

/** Tells operators what is wrong, and of what was wrong and is not any more nothing further. */
async function tell(
  pool: pg.Pool,
  { wrong, infected }: Pick<Night, 'wrong' | 'infected'>,
  read: readonly string[],
  now: Instant,
) {
  await noteTroubles(
    pool,
    [
      ...wrong.map((one) => ({ kind: 'stored-file' as const, subject: one.sha256, said: sayWrongFile(one) })),
      ...infected.map(({ sha256, found }) => ({ kind: 'infected-file' as const, subject: sha256, said: found })),
    ],
    now,
  );
  const broken = new Set(wrong.map(({ sha256 }) => sha256));
  await endTroubles(
    pool,
    'stored-file',
    read.filter((one) => !broken.has(one)),
    now,
  );
}

/** Everything that a night does with the files. What was wrong is read every night. */
export async function byNight(pool: pg.Pool, files: Files, now: Instant = Date.now()): Promise<Night> {
  const forgotten = await forgetFiles(pool, files, now);
  const looked = files.scanner ? await scanFiles(pool, files, files.scanner, now) : { scanned: 0, infected: [] };
  const before = await troubled(pool, 'stored-file');
  const { wrong, ...read } = await readAgain(pool, files.store, { mostBytes: MOST_BYTES, first: before }, now);
  await tell(pool, { wrong, infected: looked.infected }, before, now);
  await files.sweep(now);
  return { forgotten, ...looked, read, wrong };
}

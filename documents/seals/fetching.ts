import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { isoOf, type Instant } from '../../domain/model/instant.js';
import { endTroubles, noteTroubles, troubled } from '../../records/troubles.js';
import { derOf } from './pem.js';
import { readList, type ReadList } from './revocation.js';
import { LIST_MAX, readListIn } from './trust.js';

/** From where lists of revoked certificates come, and the folder in which whoever judges a seal reads them. */
export interface ListPlaces {
  readonly folder: string;
  readonly from: readonly string[];
}

const PATIENCE_MS = 20_000;

const sayWhy = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const fileOf = (url: string): string => `fetched-${createHash('sha256').update(url).digest('hex').slice(0, 16)}.crl`;
const listIn = (file: string): ReadList | undefined => {
  try {
    return readListIn(file);
  } catch {
    return undefined;
  }
};

async function load(url: string): Promise<Uint8Array> {
  const answered = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answered.ok) {
    await answered.body?.cancel();
    throw new Error(`it answers ${String(answered.status)}`);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (answered.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > LIST_MAX) throw new Error(`it sends more than ${String(LIST_MAX)} bytes`);
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Fetches one list and puts it in the place of the one before. Throws where it is none, or older than what is there. */
async function fetchList(url: string, folder: string): Promise<void> {
  const der = derOf(await load(url), 'X509 CRL');
  const list = readList(der);
  if (!list) throw new Error('what it sends is no list of revoked certificates');
  const file = join(folder, fileOf(url));
  const before = listIn(file);
  if (before && before.thisUpdate > list.thisUpdate)
    throw new Error(`it sends a list of ${isoOf(list.thisUpdate)}, older than that of ${isoOf(before.thisUpdate)}`);
  if (before?.sha256 === list.sha256) return;
  await writeFile(`${file}.new`, der);
  await rename(`${file}.new`, file);
}

/** Lists in the folder that are not in force any more, with until when they were. */
async function staleIn(folder: string, now: Instant): Promise<{ readonly name: string; readonly until: Instant }[]> {
  const stale: { name: string; until: Instant }[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.crl')).sort()) {
    const until = listIn(join(folder, name))?.nextUpdate;
    if (until !== undefined && until < now) stale.push({ name, until });
  }
  return stale;
}

/**
 * Fetches every list that is configured. What could not be fetched leaves the list before in its place; operators are told of it, and of any
 * list in the folder that is stale, until that is mended. No seal waits for it.
 */
export async function fetchLists(pool: pg.Pool, { folder, from }: ListPlaces, now: Instant = Date.now()): Promise<number> {
  await mkdir(folder, { recursive: true });
  const wrong: { kind: 'revocation-list'; subject: string; said: string }[] = [];
  for (const url of from)
    await fetchList(url, folder).catch((error: unknown) => {
      wrong.push({ kind: 'revocation-list', subject: url, said: sayWhy(error) });
    });
  for (const { name, until } of await staleIn(folder, now))
    wrong.push({ kind: 'revocation-list', subject: name, said: `it was in force until ${isoOf(until)}` });
  await noteTroubles(pool, wrong, now);
  const still = new Set(wrong.map(({ subject }) => subject));
  const mended = (await troubled(pool, 'revocation-list')).filter((subject) => !still.has(subject));
  await endTroubles(pool, 'revocation-list', mended, now);
  return from.length - wrong.filter(({ subject }) => from.includes(subject)).length;
}

const EVERY_MS = 3_600_000;

/** The same once an hour, however often it is asked. */
export function listsHourly(pool: pg.Pool, places: ListPlaces, now: () => Instant = Date.now): () => Promise<unknown> {
  let next = 0;
  return async () => {
    if (now() < next) return;
    next = now() + EVERY_MS;
    await fetchLists(pool, places, now());
  };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchLists, listsHourly } from '../../../documents/seals/fetching.js';
import { listPlacesIn, sealSettings } from '../../../documents/seals/settings.js';
import { TrustFiles } from '../../../documents/seals/trust.js';
import { rootFile, TestAuthority } from '../../../embedded/authority/authority.js';
import { Book } from '../../../records/book.js';
import { openTroubles } from '../../../records/troubles.js';
import { bookDatabase, type TestDatabase } from '../database.js';

let database: TestDatabase;
let book: Book;
let folder: string;
let authority: TestAuthority;
let how: RequestListener;
let server: Server;
let url: string;

const lists = (): string => join(folder, 'lists');
const current = (): Buffer => readFileSync(join(authority.folder, 'between.crl'));
const sends =
  (bytes: Uint8Array): RequestListener =>
  (_, outgoing) =>
    outgoing.end(bytes);
const fetched = async (now?: number) => {
  await fetchLists(book.pool, { folder: lists(), from: [url] }, now);
  return (await openTroubles(book.pool)).map(({ subject, said }) => (subject === url ? said : `${subject}: ${said}`));
};
const known = async (): Promise<number[]> => {
  const trust = new TrustFiles({ roots: rootFile(authority.folder), lists: lists() });
  return (await trust.now()).lists.map(({ parsed }) => parsed.revokedCertificates?.length ?? 0);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-lists-'));
  authority = await TestAuthority.open(join(folder, 'authority'));
  database = await bookDatabase();
  book = new Book(database.url);
  server = createServer((incoming, outgoing) => {
    how(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ca.crl`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await book.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('lists of revoked certificates are fetched, and a stale one is told', () => {
  it('what is fetched is what seals are judged by; a newer one takes its place', async () => {
    const before = current();
    how = sends(before);
    expect(await fetched()).toEqual([]);
    expect(await known()).toEqual([0]);
    await authority.revoke('41', Date.now() - 1_000);
    how = sends(current());
    expect(await fetched()).toEqual([]);
    expect(await known()).toEqual([1]);
    // whoever can answer in its place cannot make what was revoked good again
    how = sends(before);
    expect(await fetched()).toEqual([expect.stringMatching(/^it sends a list of .*, older than that of /)]);
    expect(await known()).toEqual([1]);
    how = sends(current());
    expect(await fetched()).toEqual([]);
  });

  it('what is no list, too large, or does not come leaves the one before in its place', async () => {
    const there = readdirSync(lists());
    const answers: readonly (readonly [RequestListener, RegExp])[] = [
      [sends(Buffer.from('<html>')), /^what it sends is no list/],
      [(_, outgoing) => outgoing.writeHead(404).end(), /^it answers 404$/],
      [(incoming) => incoming.destroy(), /fetch failed/],
      [sends(Buffer.alloc(21 * 1_024 * 1_024)), /^it sends more than 20971520 bytes$/],
    ];
    for (const [answer, why] of answers) {
      how = answer;
      expect(await fetched()).toContainEqual(expect.stringMatching(why));
    }
    expect(readdirSync(lists())).toEqual(there);
    expect(await known()).toEqual([1]);
    how = sends(current());
    expect(await fetched()).toEqual([]);
  });

  it('one that is not in force any more is told until another one is there', async () => {
    const in2100 = Date.UTC(2100, 0, 1);
    const [name = ''] = readdirSync(lists());
    expect(await fetched(in2100)).toEqual([expect.stringMatching(new RegExp(`^${name}: it was in force until 20`))]);
    expect(await fetched()).toEqual([]);
  });

  it('once an hour, however often it is looked', async () => {
    let asked = 0;
    how = (_, outgoing) => {
      asked += 1;
      outgoing.end(current());
    };
    let now = Date.now();
    const look = listsHourly(book.pool, { folder: lists(), from: [url] }, () => now);
    await look();
    await look();
    expect(asked).toBe(1);
    now += 3_600_000;
    await look();
    expect(asked).toBe(2);
  });

  it('an address that is none stops the start, and so does one without a folder', () => {
    const places = (env: NodeJS.ProcessEnv) => listPlacesIn(sealSettings(env));
    expect(places({ LUYUE_SEAL_LISTS: lists() })).toBeUndefined();
    expect(() => places({ LUYUE_SEAL_LISTS_FROM: url })).toThrow('LUYUE_SEAL_LISTS names the folder');
    expect(() => places({ LUYUE_SEAL_LISTS: lists(), LUYUE_SEAL_LISTS_FROM: `${url}, ftp://x/y` })).toThrow('ftp://x/y is no');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Files } from '../../documents/files/files.js';
import { FolderStore } from '../../documents/files/folder-store.js';
import { Incoming } from '../../documents/files/incoming.js';
import { isFileRefused } from '../../documents/files/refused.js';
import { sentSince } from '../../documents/files/rows.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let books: Book[];
let folder: string;
beforeAll(async () => {
  database = await bookDatabase();
  books = [new Book(database.url), new Book(database.url)];
  folder = await mkdtemp(join(tmpdir(), 'luyue-at-once-'));
});
afterAll(async () => {
  await Promise.all(books.map((book) => book.close()));
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const doorOf = ({ pool }: Book): Files =>
  new Files({
    pool,
    store: new FolderStore(folder),
    incoming: new Incoming(join(folder, 'incoming')),
    bounds: { file: 1_000, partyDay: 1_500 },
  });

it('front §6 — no party sends more in a day by sending it at one instant, through whichever door; no other is kept from it', async () => {
  const doors = books.map(doorOf);
  const send = (party: string) => async (text: string, n: number) => {
    const door = doors[n % 2] ?? doorOf(books[0] as Book);
    const pieces = Readable.from([Buffer.from(text.repeat(100))]);
    const taken = await door.put({ name: 'a.csv', party, by: `${party}/p-0001`, pieces });
    return isFileRefused(taken) ? taken.code : 'taken';
  };
  const own = ['0,b\n', '1,b\n', '2,b\n', '3,b\n', '4,b\n', '5,b\n', '6,b\n', '7,b\n'];
  // the same bytes from two parties: each is held for the other, and neither waits for ever
  const [first, second] = await Promise.all([
    Promise.all(own.map(send('BJ-0001'))),
    Promise.all([...own].reverse().map(send('BJ-0002'))),
  ]);
  for (const said of [first, second]) expect(said.filter((one) => one === 'taken')).toHaveLength(3);
  for (const party of ['BJ-0001', 'BJ-0002']) expect(await sentSince((books[0] as Book).pool, party, 0)).toBe(1_200);
});

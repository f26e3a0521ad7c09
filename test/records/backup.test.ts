import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Files } from '../../documents/files/files.js';
import { FolderStore } from '../../documents/files/folder-store.js';
import { Incoming } from '../../documents/files/incoming.js';
import { isFileRefused } from '../../documents/files/refused.js';
import { readAgain } from '../../documents/files/reading-again.js';
import { Book } from '../../records/book.js';
import { onConnection } from '../../records/connection.js';
import { bookDatabase, emptyDatabase } from './database.js';
import { programNamed } from './own-server.js';
import { after } from './steps.js';

const filesOn = (on: Book, at: string): Files =>
  new Files({
    pool: on.pool,
    store: new FolderStore(at),
    incoming: new Incoming(join(at, 'incoming')),
    bounds: { file: 1_000_000, partyDay: 100_000_000 },
  });
const put = async (name: string, to: Files): Promise<string> => {
  const pieces = Readable.from([Buffer.from(`月份\n${randomBytes(8).toString('hex')}\n`)]);
  const sent = await to.put({ name, party: 'BJ-0001', by: 'BJ-0001/p-0001', pieces });
  if (isFileRefused(sent)) throw new Error(sent.en);
  return sent.sha256;
};
const changed = async (sha256: string, at: string): Promise<void> => {
  const path = join(at, sha256.slice(0, 2), sha256);
  await chmod(path, 0o600);
  await writeFile(path, 'another');
};

const dump = programNamed('pg_dump');

describe('issue 13 — backup and restore of book and store together', () => {
  it.runIf(dump !== undefined)(
    'the book first, then the folder: restored, every file that the book names is there; of one that is not, it is said',
    async () => {
      const own = await bookDatabase();
      const first = new Book(own.url);
      const kept = await mkdtemp(join(tmpdir(), 'luyue-backup-'));
      try {
        const sent = [
          await put('a.csv', filesOn(first, join(kept, 'files'))),
          await put('b.csv', filesOn(first, join(kept, 'files'))),
        ];
        await first.anchorHeads(after(1));
        const sql = execFileSync(dump ?? '', ['--no-owner', '--no-privileges', '--inserts', '--dbname', own.url], {
          maxBuffer: 1e8,
        });
        // what comes between the two is in the folder and not in the book: it is nobody's, and hurts nobody
        await put('later.csv', filesOn(first, join(kept, 'files')));
        await cp(join(kept, 'files'), join(kept, 'copy'), { recursive: true });
        const empty = await emptyDatabase();
        const restored = new Book(empty.url);
        try {
          // by a connection of its own, which the dump leaves without a path to any schema
          await onConnection(empty.url, (client) => client.query(sql.toString('utf8').replaceAll(/^\\.*$/gm, '')));
          const store = filesOn(restored, join(kept, 'copy')).store;
          expect(await readAgain(restored.pool, store, {})).toMatchObject({ files: 2, wrong: [] });
          expect((await restored.verifyAnchors()).wrong).toEqual([]);
          await changed(sent[0] ?? '', join(kept, 'copy'));
          expect((await readAgain(restored.pool, store, {})).wrong).toMatchObject([
            { sha256: sent[0], what: 'changed', name: 'a.csv' },
          ]);
        } finally {
          await restored.close();
          await empty.drop();
        }
      } finally {
        await first.close();
        await own.drop();
        await rm(kept, { recursive: true, force: true });
      }
    },
  );
});

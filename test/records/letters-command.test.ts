import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersList, lettersResend } from '../../client/letters.js';
import { Book } from '../../records/book.js';
import { putLetters } from './put-letters.js';
import { bookDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let book: Book;
const before = { ...process.env };
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  process.env['DATABASE_URL'] = database.url;
  process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
  const to = (n: number) => ({ id: `l/${String(n)}`, unit: 'BJ-0001', to: `x${String(n)}@unit.example` });
  await putLetters(book.pool, [1, 2, 3].map(to));
  for (const id of ['l/1', 'l/2']) await book.letterFailed({ id }, { why: '550 5.1.1 no such mailbox', forGood: true });
});
afterAll(async () => {
  process.env['DATABASE_URL'] = before['DATABASE_URL'];
  process.env['TEMPORAL_ADDRESS'] = before['TEMPORAL_ADDRESS'];
  await book.close();
  await database.drop();
});

const asked = async (command: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>) => {
  let text = '';
  const status = await command({ out: (more) => void (text += more), err: (more) => void (text += more) });
  return { status, said: JSON.parse(text) as { letters?: { id: string; state: string }[]; resent?: string[] } };
};
const refused = async (): Promise<string[]> => {
  const { said } = await asked((streams) => lettersList({ refused: true, json: true }, streams));
  return (said.letters ?? []).map(({ id }) => id).sort();
};

describe('luyue letters — what was refused for good goes once more, by an operator, with a reason', () => {
  const by = { as: 'operator/x', reason: '地址已更正', json: true };

  it('one that is named goes again, kept with who and why; one that was not refused is none of them', async () => {
    expect(await refused()).toEqual(['l/1', 'l/2']);
    expect(await asked((streams) => lettersResend(['l/1', 'l/3'], by, streams))).toEqual({
      status: 0,
      said: { resent: ['l/1'] },
    });
    expect(await refused()).toEqual(['l/2']);
    const { rows } = await book.pool.query('select letter, by, reason, said from resends');
    expect(rows).toEqual([{ letter: 'l/1', by: 'operator/x', reason: '地址已更正', said: '550 5.1.1 no such mailbox' }]);
  });

  it('again, it changes nothing and says so', async () => {
    expect(await asked((streams) => lettersResend(['l/1'], by, streams))).toEqual({ status: 1, said: { resent: [] } });
  });

  it('all of them, when all are meant expressly', async () => {
    await expect(lettersResend([], by)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(lettersResend(['l/2'], { ...by, all: true })).rejects.toMatchObject({ code: 'bad-input' });
    expect((await asked((streams) => lettersResend([], { ...by, all: true }, streams))).said).toEqual({ resent: ['l/2'] });
  });

  it('nobody but an operator, and not without a reason', async () => {
    await expect(lettersResend(['l/2'], { ...by, as: 'city/a' })).rejects.toMatchObject({ path: ['as'] });
    await expect(lettersResend(['l/2'], { ...by, reason: ' ' })).rejects.toMatchObject({ path: ['reason'] });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { Door } from '../../desk/door.js';
import { registerFor } from '../../desk/register.js';
import { refuse } from '../../domain/model/refusal.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const NO = refuse('already-done', '已办', 'done already');
const asked = (basis: string) => ({
  id: 'key-1',
  raw: { by: 'city/a', approvedBy: 'city/b', do: 'confirm-emissions', for: 'BJ-0001', with: { basis } },
});

it('front §1 — CRLF is read as LF, before hashing: the same again is the same request, another text is another', async () => {
  const door = new Door(book);
  expect(await door.refuse(asked('一\r\n二'), NO)).toEqual(NO);
  expect(await door.lookUp(asked('一\n二'))).toMatchObject({ before: [{ refusal: NO }] });
  expect(await door.lookUp(asked('一 二'))).toMatchObject({ refused: 'id-used' });
});

it('D11 — a name that no database holds is nobody’s, and none is asked for it', async () => {
  const raw = { by: 'exchange', do: 'settle-trade', with: { from: 'BJ-0001\u0000', to: 'BJ\ud83d', quantity: '1', price: '1' } };
  expect((await registerFor(book, raw)).register.units.size).toBe(0);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Door, type Asked, type Received } from '../../desk/door.js';
import { refuse, type Refusal } from '../../domain/model/refusal.js';
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

const BIDDER = 'BJ-0001';
const NO = refuse('too-early', '竞价尚未截止', 'bidding is not closed yet');

/** A bid opened too early: nothing of it is kept that could be a bid. */
const open = (price: string): Promise<Received | Refusal> => {
  const asked: Asked = { raw: { by: BIDDER, do: 'open-bid', with: { price } }, id: 'opened' };
  return new Door(book).receive(asked, () => Promise.resolve({ no: NO, kept: { ...asked.raw, with: {} } }));
};

describe('front §1 — of what is refused less may be kept than was asked', () => {
  it('the same again is the same refusal, word for word', async () => {
    expect(await open('100.00')).toEqual(NO);
    expect(await book.actsAskedAs('opened', BIDDER)).toMatchObject([{ with: {}, state: 'refused' }]);
    expect(await open('100.00')).toMatchObject({ before: [{ refusal: NO }] });
  });

  it('another is told that the id is used', async () => {
    expect(await open('100.01')).toMatchObject({ refused: 'id-used' });
  });
});

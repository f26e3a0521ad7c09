import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankAuction, foldAuction } from '../../domain/auction/auction.js';
import { announcingStep } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import type { NewEvent } from '../../domain/model/step.js';
import { postAuction, readAuction, type AuctionAnswer } from '../../records/auctions.js';
import { Book } from '../../records/book.js';
import { ANNOUNCEMENT, BIDDING } from '../auction/room.js';
import { bookDatabase, type TestDatabase } from './database.js';

const { caseId } = ANNOUNCEMENT;
const COMMITMENT = 'ab'.repeat(32);

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

const auction = blankAuction(ANNOUNCEMENT);
const post = (key: string, at: number, events: readonly NewEvent[]): Promise<AuctionAnswer> =>
  postAuction(book.pool, { caseId, seq: auction.seq, head: auction.head, step: { key, at, by: 'platform', events, mails: [] } });
const store = (actId: string, what: string, body: object, stamp = BIDDING) =>
  book.storeAct({ actId, caseIds: [caseId], stamp, do: what, by: 'BJ-1', with: body as never });

describe('三(三)2 › what the database itself refuses of an auction', () => {
  it('is entered with its announcement, once, and read again as it is', async () => {
    const opening = { caseId, seq: 0, head: '', step: announcingStep(auction), announcement: ANNOUNCEMENT };
    const [first, again] = [await postAuction(book.pool, opening), await postAuction(book.pool, opening)];
    expect(again).toEqual(first);
    if (!('events' in first)) throw new Error('not written');
    foldAuction(auction, 'open', first.events, first.head);
    expect((await readAuction(book.pool, caseId))?.auction).toEqual(auction);
    expect(await readAuction(book.pool, '2024/none/auction')).toBeUndefined();
  });

  it('a filed bid that is more than a commitment', async () => {
    await expect(store('a', 'file-bid', { auction: '2024-1', commitment: COMMITMENT, price: '105' })).rejects.toThrow(
      /nothing else/,
    );
    await expect(store('b', 'file-bid', { auction: '2024-1', commitment: '105 yuan' })).rejects.toThrow(/nothing else/);
    await expect(store('c', 'file-bid', { auction: '2024-1', commitment: COMMITMENT })).resolves.toMatchObject({ known: false });
  });

  it('an opening before the close, under whatever name; after it, not', async () => {
    const opening = { nonce: COMMITMENT, lines: [{ price: '105', quantity: '1' }], fits: COMMITMENT };
    await expect(store('d', 'open-bid', opening)).rejects.toThrow(/is not closed/);
    await expect(store('e', 'withdraw-bid', opening)).rejects.toThrow(/is not closed/);
    expect(await book.actsById('d')).toEqual([]);
    const due = auctionDue(auction)!;
    // the close waits for the bid that is stored and not decided
    const close = onAuctionInstant(auction, due);
    expect(await post(close.key, close.at, close.events)).toEqual({ waitFor: ['c'] });
    await book.refuseAct('c', { refused: 'insufficient-cover', zh: '', en: '' });
    const closed = await post(close.key, close.at, close.events);
    if (!('events' in closed)) throw new Error('not written');
    foldAuction(auction, close.key, closed.events, closed.head);
    await expect(store('d', 'open-bid', opening, due.at)).resolves.toMatchObject({ known: false });
    await book.refuseAct('d', { refused: 'insufficient-cover', zh: '', en: '' });
  });

  it('a clearing of more than was offered, or whose parts are not the whole; a delivery of what was not awarded, or twice', async () => {
    const at = ANNOUNCEMENT.openingEndsAt;
    const cleared = (sold: string, ...quantities: string[]): NewEvent => ({
      ...{ type: 'auction-cleared', at, by: 'platform' },
      with: {
        price: '105.00',
        sold,
        awards: quantities.map((quantity, n) => ({ bidder: `BJ-${n}`, quantity, due: '0' })),
        forfeited: [],
      },
    });
    await expect(post('x', at, [cleared('1001', '1001')])).rejects.toThrow(/offered 1000/);
    await expect(post('x', at, [cleared('1000', '150', '150')])).rejects.toThrow(/awarded are 300, sold 1000/);
    const done = await post('x', at, [cleared('300', '150', '150')]);
    if (!('events' in done)) throw new Error('not written');
    foldAuction(auction, 'x', done.events, done.head);
    const delivered = (bidder: string, quantity: string): NewEvent => ({
      type: 'award-delivered',
      at,
      by: 'platform',
      with: { bidder, quantity },
    });
    await expect(post('y', at, [delivered('BJ-0', '151')])).rejects.toThrow(/was not awarded/);
    await expect(post('y', at, [delivered('BJ-0', '150'), delivered('BJ-0', '150')])).rejects.toThrow(/delivered before/);
    expect(await post('y', at, [delivered('BJ-0', '150')])).toMatchObject({ events: [{ seq: auction.seq + 1 }] });
  });

  it('the chain of an auction is one of those that are verified', async () => {
    expect(await book.verifyChains()).toMatchObject({ cases: 1, events: 4 });
    expect(await book.verifyChains()).not.toHaveProperty('wrong');
  });
});

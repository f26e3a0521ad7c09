import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankAuction, foldAuction } from '../../domain/auction/auction.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import type { NewEvent } from '../../domain/model/step.js';
import { openAuction, postAuction, readAuction, type AuctionAnswer } from '../../records/auctions.js';
import { Book } from '../../records/book.js';
import { ANNOUNCEMENT, BIDDING } from '../auction/room.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { file, numberOf, SKIPPING } from './steps.js';

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
const store = (id: string, what: string, body: object, stamp = BIDDING) =>
  file(book, { id, cases: [caseId], stamp, do: what, by: 'BJ-1', with: body as never });

describe('三(三)2 › what the database itself refuses of an auction', () => {
  it('is entered with its announcement, once, and read again as it is', async () => {
    const opening = { announcement: ANNOUNCEMENT, city: 'city@authority.example', clock: SKIPPING };
    const [first, again] = [await openAuction(book.pool, opening), await openAuction(book.pool, opening)];
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
    expect(await book.actsAskedAs('d')).toEqual([]);
    const due = auctionDue(auction)!;
    // the close waits for the bid that is stored and not decided
    const close = onAuctionInstant(auction, due);
    expect(await post(close.key, close.at, close.events)).toEqual({ waitFor: [numberOf(book, 'c')] });
    await book.refuseAct(numberOf(book, 'c'), caseId, { refused: 'insufficient-cover', zh: '', en: '' });
    const closed = await post(close.key, close.at, close.events);
    if (!('events' in closed)) throw new Error('not written');
    foldAuction(auction, close.key, closed.events, closed.head);
    await expect(store('d', 'open-bid', opening, due.at)).resolves.toMatchObject({ known: false });
    await book.refuseAct(numberOf(book, 'd'), caseId, { refused: 'insufficient-cover', zh: '', en: '' });
  });

  const at = ANNOUNCEMENT.openingEndsAt;
  const by = 'platform';
  const took = async (key: string, events: readonly NewEvent[]): Promise<void> => {
    const done = await post(key, at, events);
    if (!('events' in done)) throw new Error('not written');
    foldAuction(auction, key, done.events, done.head);
  };
  const lodged = (bidder: string, cover: string): NewEvent => ({
    type: 'cover-recorded',
    at,
    by,
    with: { bidder, kind: 'key', name: bidder, cover },
  });
  // 150 t at 105.00 are 15,750.00 yuan
  const cleared = (sold: string, quantities: readonly string[], due = '15750.00'): NewEvent => ({
    type: 'auction-cleared',
    at,
    by,
    with: {
      price: '105.00',
      sold,
      awards: quantities.map((quantity, n) => ({ bidder: `BJ-${n}`, quantity, due })),
      forfeited: [],
    },
  });
  const paid = (...who: readonly (readonly [bidder: string, due: string])[]): NewEvent => ({
    type: 'auction-settled',
    at,
    by,
    with: { paid: who.map(([bidder, due]) => ({ bidder, due, cover: '20000.00' })) },
  });
  const delivered = (bidder: string, quantity: string, due = '15750.00'): NewEvent => ({
    type: 'award-delivered',
    at,
    by,
    with: { bidder, quantity, due },
  });

  it('a clearing of more than was offered, or whose parts are not the whole', async () => {
    await expect(post('x', at, [cleared('1001', ['1001'])])).rejects.toThrow(/offered 1000/);
    await expect(post('x', at, [cleared('1000', ['150', '150'])])).rejects.toThrow(/awarded are 300, sold 1000/);
  });

  it('a winner whose cover is a fen short of what is due, or who lodged none; one whose cover is just enough wins', async () => {
    await expect(post('x', at, [cleared('300', ['150', '150'])])).rejects.toThrow(/BJ-0 .* beyond its cover/);
    await took('covers', [lodged('BJ-0', '20000.00'), lodged('BJ-1', '15750.00'), lodged('BJ-0', '15749.99')]);
    // the last word of the exchange counts, not the highest
    await expect(post('x', at, [cleared('300', ['150', '150'])])).rejects.toThrow(/BJ-0 .* beyond its cover/);
    await took('cover', [lodged('BJ-0', '15750.00')]);
    await expect(post('x', at, [cleared('300', ['150', '150'], '15749.99')])).rejects.toThrow(/not quantity times price/);
    await took('x', [cleared('300', ['150', '150'])]);
  });

  it('a delivery that is not paid for, or of what was not awarded, or twice; a payment of anything but what is due', async () => {
    await expect(post('y', at, [delivered('BJ-0', '150')])).rejects.toThrow(/not taken from its cover/);
    await expect(post('p', at, [paid(['BJ-0', '15750.00'])])).rejects.toThrow(/paid is not what was awarded/);
    await expect(post('p', at, [paid(['BJ-0', '15750.00'], ['BJ-1', '15749.99'])])).rejects.toThrow(/paid is not/);
    await took('p', [paid(['BJ-0', '15750.00'], ['BJ-1', '15750.00'])]);
    await expect(post('y', at, [delivered('BJ-0', '151')])).rejects.toThrow(/was not awarded/);
    await expect(post('y', at, [delivered('BJ-0', '150', '15749.99')])).rejects.toThrow(/not taken from its cover/);
    await expect(post('y', at, [delivered('BJ-0', '150'), delivered('BJ-0', '150')])).rejects.toThrow(/delivered before/);
    await took('y', [delivered('BJ-0', '150')]);
  });

  it('a result that is not the sum of what was delivered and paid', async () => {
    const result = { offered: '1000', sold: '150', unsold: '850', proceeds: '15750.00', price: '105.00', bidders: 2, winners: 1 };
    const published = (more: object): NewEvent => ({
      type: 'result-published',
      at,
      by,
      with: { ...result, undelivered: [], ...more },
    });
    await expect(post('z', at, [published({ sold: '300', unsold: '700' })])).rejects.toThrow(/delivered are 150/);
    await expect(post('z', at, [published({ proceeds: '31500.00' })])).rejects.toThrow(/delivered are 150/);
    await expect(post('z', at, [published({ unsold: '700' })])).rejects.toThrow(/delivered are 150/);
    await took('z', [published({})]);
  });

  it('the chain of an auction is one of those that are verified', async () => {
    expect(await book.verifyChains()).toMatchObject({ cases: 1, events: 10 });
    expect(await book.verifyChains()).not.toHaveProperty('wrong');
  });
});

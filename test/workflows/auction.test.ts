import { describe, expect, it } from 'vitest';
import { checkBook } from '../../ledger/checker/checker.js';
import { instantOf } from '../../domain/model/instant.js';
import { result, status } from '../../client/auction.js';
import type { Streams } from '../../client/print.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { ANNOUNCEMENT, CLOSES, OPENING_ENDS, openHall, type Hall } from '../auction/hall.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { seen } from '../seen.js';

const at = (clock: string): number => instantOf('2024-09-11', clock);
const no = (refused: string) => ({ state: 'refused', refusal: { refused } });
const after = (clock: string): number => instantOf('2024-09-12', clock);

const eventsOf = async ({ auctions }: Hall): Promise<{ type: string; with: unknown; at: number }[]> =>
  ((await auctions.read('2024-1'))?.steps ?? []).flatMap(({ events }) =>
    events.map((event) => ({ type: event.type, with: event.with, at: event.at })),
  );
const typesOf = async (hall: Hall): Promise<string[]> => (await eventsOf(hall)).map(({ type }) => type);

/** What the credits of an auction left on an account: the lots, and how often the case was told. */
const creditsOf = async ({ theatre }: Hall, unit: string): Promise<{ lots: unknown[]; told: number }> => ({
  lots: ((await theatre.book.account(unit))?.lots ?? []).map(({ product, vintage, expiresOn, quantity }) => ({
    product,
    vintage,
    expiresOn,
    quantity,
  })),
  told: ((await theatre.book.readCase(`2024/${unit}/compliance-cycle`))?.events ?? []).filter(
    ({ type }) => type === 'auction-credited',
  ).length,
});
const lot = (quantity: string) => ({ product: 'allowance', vintage: 2023, expiresOn: '2024-11-15', quantity });

/** A command of the command line, on the hall's platform. */
async function asked(
  { theatre }: Hall,
  command: (streams: Streams) => Promise<number>,
): Promise<{ exit: number; answer: unknown }> {
  process.env['DATABASE_URL'] = theatre.platform.databaseUrl;
  let text = '';
  const exit = await command({ out: (more) => void (text += more), err: () => undefined });
  return { exit, answer: JSON.parse(text) };
}

/** Three sealed bids, opened: at 100,000 t and 15 % a key unit, 10,000 t each are awarded at the lowest of them. */
async function bidAndOpen(hall: Hall): Promise<void> {
  const bids = [
    ['BJ-0001', '110.00'],
    ['BJ-0002', '107.50'],
    ['BJ-0003', '105.00'],
  ] as const;
  for (const [bidder, price] of bids) {
    await hall.cover(bidder, '1100000.00');
    expect(await hall.seal(bidder, price, '10000', at('10:00:00'))).toMatchObject({ at: at('10:00:00') });
  }
  await hall.past(CLOSES);
  await seen('bidding is closed', async () => (await typesOf(hall)).includes('bidding-closed'));
  for (const [bidder, price] of bids) await hall.open(bidder, price, '10000', after('09:00:00'));
}

describe('三(三)2 不定期开展有偿配额发放 › an auction on Temporal and PostgreSQL', () => {
  it('from the announcement to lots that expire, to the second', async () => {
    const hall = await openHall();
    const { theatre } = hall;
    for (const bidder of ['BJ-0001', 'BJ-0002', 'BJ-0003']) await hall.cover(bidder, '2200000.00');
    expect(await hall.seal('BJ-0001', '110.00', '20000', at('08:59:59'))).toMatchObject(no('too-early'));
    await hall.seal('BJ-0001', '110.00', '20000', at('09:00:00'));
    await hall.seal('BJ-0003', '120.00', '10000', at('12:00:00'));

    // announced again: by the same act the same, by another refused
    const { act: announced } = (await hall.auctions.read('2024-1'))?.announcement ?? {};
    const again = { do: 'announce-auction', by: 'city/a', approvedBy: 'city/b', with: ANNOUNCEMENT };
    expect(await hall.auctions.announce(again, 'announcement')).toMatchObject({ announcement: { act: announced } });
    expect(await hall.auctions.announce(again, 'another', { stamp: at('09:00:00') })).toMatchObject({
      refused: 'already-done',
    });

    // an opening before the close is refused, and nothing of it reaches the database
    expect(await hall.open('BJ-0001', '110.00', '20000', at('13:00:00'))).toMatchObject(no('too-early'));
    const { rows } = await theatre.book.pool.query<{ n: number }>(
      `select (select count(*) from requests where body::text like '%20000%' and do_what <> 'record-cover')::int
         + (select count(*) from events where body::text like '%"20000"%')::int as n`,
    );
    expect(rows).toEqual([{ n: 0 }]);

    const early = await asked(hall, (streams) => status('2024-1', { json: true, cycle: '2024' }, streams));
    expect(early).toMatchObject({ exit: 0, answer: { covered: 3, sealed: 2, opened: 0, result: null } });
    const unpublished = await asked(hall, (streams) => result('2024-1', { json: true, cycle: '2024' }, streams));
    expect(unpublished).toMatchObject({ exit: 1, answer: { error: { code: 'too-early' } } });

    // stored in the last second, by a desk that dies before it hands it over
    const nonce = '2'.padStart(64, '0');
    const lines = [{ price: '105.00', quantity: '10000' }];
    const commitment = commitmentOf({ caseId: hall.caseId, bidder: 'BJ-0002', nonce, lines });
    const bid = { by: 'BJ-0002', do: 'file-bid', with: { auction: '2024-1', commitment } };
    await hall.auctions.door.store({ raw: bid, id: 'last-second', stamp: CLOSES - 1_000 }, bid, [
      { case: hall.caseId, role: 'decides' },
    ]);
    expect(await typesOf(hall)).not.toContain('bidding-closed');
    await hall.past(CLOSES);
    await seen('bidding is closed', async () => (await typesOf(hall)).includes('bidding-closed'));
    expect((await eventsOf(hall)).find(({ type }) => type === 'bidding-closed')).toEqual({
      type: 'bidding-closed',
      at: CLOSES,
      with: { bids: 3 },
    });
    expect(await hall.seal('BJ-0002', '130.00', '10000', CLOSES)).toMatchObject(no('right-lapsed'));

    expect(await hall.open('BJ-0001', '111.00', '20000', after('09:00:00'))).toMatchObject(no('commitment-mismatch'));
    await hall.open('BJ-0001', '110.00', '20000', after('09:00:01'));
    const opening = { by: 'BJ-0002', do: 'open-bid', with: { auction: '2024-1', nonce, lines } };
    await hall.act(opening, 'open-2', OPENING_ENDS - 1);
    await hall.past(OPENING_ENDS);
    expect(await hall.open('BJ-0003', '120.00', '10000', OPENING_ENDS)).toMatchObject(no('right-lapsed'));

    // 15 % of 100,000 t for the first, 10,000 t for the second at 105 yuan each; the third never opened
    expect(await hall.result()).toEqual({
      price: '105.00',
      offered: '100000',
      sold: '25000',
      unsold: '75000',
      bidders: 3,
      winners: 2,
      proceeds: '2625000.00',
      undelivered: [],
    });
    expect(await creditsOf(hall, 'BJ-0001')).toEqual({ lots: [lot('15000')], told: 1 });
    expect(await creditsOf(hall, 'BJ-0002')).toEqual({ lots: [lot('10000')], told: 1 });
    expect(await creditsOf(hall, 'BJ-0003')).toEqual({ lots: [], told: 0 });
    const forfeited = (await eventsOf(hall)).filter(({ type }) => type === 'cover-forfeited');
    expect(forfeited.map((event) => event.with)).toEqual([{ bidder: 'BJ-0003', amount: '2200000.00' }]);
    const told = (await theatre.book.outboxOf({ caseId: hall.caseId })).filter(({ template }) => template === 'auction-result');
    expect(told.map(({ unit, say }) => [unit, say['got']])).toEqual([
      ['2024-1', undefined],
      ['BJ-0001', '15000'],
      ['BJ-0002', '10000'],
      ['BJ-0003', '0'],
    ]);
    const printed = await asked(hall, (streams) => result('2024-1', { json: true, cycle: '2024' }, streams));
    expect(printed).toMatchObject({ exit: 0, answer: { price: '105.00', recomputed: true, wrong: [] } });
    expect(await theatre.book.verifyChains()).not.toHaveProperty('wrong');
    expect(await checkBook(theatre.book.pool)).toEqual([]);
  });

  it('killed between clearing and delivery: each winner is credited once', async () => {
    const hall = await openHall({ PAUSE_AFTER_COMMIT: '3000', PAUSE_KEYS: `at:${String(OPENING_ENDS)}` });
    await bidAndOpen(hall);
    const moving = hall.past(OPENING_ENDS);
    await seen('the auction is cleared', async () => (await typesOf(hall)).includes('auction-cleared'));
    expect(await creditsOf(hall, 'BJ-0001')).toEqual({ lots: [], told: 0 });
    await hall.theatre.worker.kill();
    await hall.theatre.worker.restart();
    await moving;
    expect(await hall.result()).toMatchObject({ price: '105.00', sold: '30000', winners: 3, proceeds: '3150000.00' });
    for (const unit of ['BJ-0001', 'BJ-0002', 'BJ-0003'])
      expect(await creditsOf(hall, unit)).toEqual({ lots: [lot('10000')], told: 1 });
    expect((await typesOf(hall)).filter((type) => type === 'auction-cleared')).toHaveLength(1);
  });

  it('killed after the lots were credited and before the auction knows: each winner is credited once', async () => {
    const hall = await openHall({ PAUSE_BEFORE_COMMIT: '1500', PAUSE_KEYS: 'award:' });
    await bidAndOpen(hall);
    const moving = hall.past(OPENING_ENDS);
    const credited = async (unit: string): Promise<boolean> => (await creditsOf(hall, unit)).told > 0;
    await seen('both winners are credited', async () => (await credited('BJ-0001')) && (await credited('BJ-0003')));
    expect(await typesOf(hall)).not.toContain('award-delivered');
    await hall.theatre.worker.kill();
    await hall.theatre.worker.restart();
    await moving;
    expect(await hall.result()).toMatchObject({ sold: '30000', winners: 3 });
    for (const unit of ['BJ-0001', 'BJ-0002', 'BJ-0003'])
      expect(await creditsOf(hall, unit)).toEqual({ lots: [lot('10000')], told: 1 });
    expect((await typesOf(hall)).filter((type) => type === 'award-delivered')).toHaveLength(3);
    expect(await stepDifferences(hall.theatre.book.pool)).toEqual([]);
  });
});

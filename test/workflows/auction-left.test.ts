import { describe, expect, it } from 'vitest';
import { Desk } from '../../desk/desk.js';
import { instantOf } from '../../domain/model/instant.js';
import { CLOSES, OPENING_ENDS, openHall, type Hall } from '../auction/hall.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { seen } from '../seen.js';

const at = (clock: string): number => instantOf('2024-09-11', clock);
const BIDDERS = ['BJ-0001', 'BJ-0002', 'BJ-0003'];
const NOT_LISTED = { state: 'refused', refusal: { refused: 'not-eligible' } };

/** Their cases of the monthly evidence beside those that the hall has opened; answers the desk of them all. */
async function withEvidence({ theatre }: Hall): Promise<Desk> {
  const { book, client, prefix, taskQueue } = theatre;
  const cases = await Promise.all(BIDDERS.map((id) => book.readCase(`2024/${id}/compliance-cycle`)));
  const opened = cases.flatMap((one) => (one ? [one] : []));
  const register = { units: new Map(opened.map(({ opening }) => [opening.unit.id, opening.unit])) };
  const desk = new Desk({ book, client, prefix, taskQueue, cycle: 2024, register, patienceMs: 100_000 });
  for (const { opening, clock } of opened)
    await desk.open(
      { ...opening, id: `2024/${opening.unit.id}/monthly-evidence`, kind: 'monthly-evidence', holdings: [] },
      clock,
    );
  return desk;
}
/** Two officers take a unit off the list, or into another. */
const gone = (desk: Desk, unit: string, what: string, brings: { readonly [field: string]: string }) => {
  const act = { do: what, by: 'city/a', approvedBy: 'city/b', for: unit, with: { ...brings, basis: '名单调整通知' } };
  return desk.submit(act, `gone-${unit}`, at('11:00:00'));
};

describe('三(三)2 (policy) — who is not listed any more buys nothing any more', () => {
  it('a unit that has left, and one that was merged: no cover, no bid; what was sealed before may be opened', async () => {
    const hall = await openHall();
    const desk = await withEvidence(hall);
    for (const bidder of ['BJ-0001', 'BJ-0002']) await hall.cover(bidder, '1100000.00');
    expect(await hall.seal('BJ-0001', '105.00', '10000', at('10:00:00'))).toMatchObject({ at: at('10:00:00') });
    expect(await gone(desk, 'BJ-0001', 'leave', { to: 'none' })).toMatchObject({ state: 'decided' });
    expect(await gone(desk, 'BJ-0002', 'merge', { into: 'BJ-0003' })).toMatchObject({ state: 'decided' });

    for (const bidder of ['BJ-0001', 'BJ-0002'])
      expect(await hall.seal(bidder, '106.00', '10000', at('12:00:00'))).toMatchObject(NOT_LISTED);
    const more = { auction: '2024-1', bidder: 'BJ-0002', amount: '2200000.00' };
    expect(await hall.act({ by: 'exchange', do: 'record-cover', with: more }, 'more', at('12:00:00'))).toMatchObject(NOT_LISTED);
    // the other goes on as before
    await hall.cover('BJ-0003', '1100000.00');
    expect(await hall.seal('BJ-0003', '104.00', '10000', at('12:00:00'))).toMatchObject({ at: at('12:00:00') });

    await hall.past(CLOSES);
    await seen('bidding is closed', async () => (await hall.auctions.read('2024-1'))?.auction.closed === true);
    expect(await hall.open('BJ-0001', '105.00', '10000', CLOSES + 1_000)).toMatchObject({ state: 'decided' });
    await hall.open('BJ-0003', '104.00', '10000', CLOSES + 1_000);
    await hall.past(OPENING_ENDS);
    // nothing of what stood is lost: both are awarded at the lower of the two prices, and each lot goes to its bidder once
    expect(await hall.result()).toMatchObject({ price: '104.00', sold: '20000', winners: 2, undelivered: [] });
    for (const bidder of ['BJ-0001', 'BJ-0003'])
      expect((await hall.theatre.book.account(bidder))?.lots.map(({ quantity }) => quantity)).toEqual(['10000']);
    expect(await foundWrongAnew(hall.theatre.book)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../desk/desk.js';
import type { Received } from '../../desk/door.js';
import { sweep } from '../../desk/sweep.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { CLOSES, OPENING_ENDS, openHall, type Hall } from '../auction/hall.js';
import { seen } from '../seen.js';

const WITH = { auction: '2024-1', commitment: 'ab'.repeat(32) };
const OVER = { refused: 'right-lapsed', zh: '竞价结果已公布' };
/** A case that is only away is asked again for longer than a test may take: what is answered here is answered at once. */
const AWAY_MS = 3_600_000;

let hall: Hall;
let close: () => Promise<void> = () => Promise.resolve();

/** Stores a bid as a desk does that has just looked, and hands nothing over. */
async function store(id: string, by: string, stamp: number): Promise<Received> {
  const raw = { do: 'file-bid', by, with: WITH };
  const received = await hall.auctions.door.store({ raw, id, stamp }, raw, [{ case: hall.caseId, role: 'decides' }]);
  if (isRefusal(received)) throw new Error(received.en);
  return received;
}
const stored = async (id: string) => (await hall.theatre.book.actsAskedAs(id))[0];
const handOver = (received: Received) => {
  const { book, client, prefix, taskQueue } = hall.theatre;
  const register = { units: new Map() };
  return new Desk({ book, client, prefix, taskQueue, cycle: 2024, register, patienceMs: AWAY_MS }).handOver(received);
};
const has = async (type: string): Promise<boolean> =>
  ((await hall.auctions.read('2024-1'))?.steps ?? []).some(({ events }) => events.some((event) => event.type === type));

/** An auction of two bids, of which one is opened, played to its end; on the way things are stored and left lying. */
beforeAll(async () => {
  hall = await openHall({ PAUSE_BEFORE_COMMIT: '2000', PAUSE_KEYS: 'publish' }, (ending) => {
    close = ending;
  });
  for (const bidder of ['BJ-0001', 'BJ-0002']) await hall.cover(bidder, '1100000.00');
  await hall.seal('BJ-0001', '105.00', '10000', instantOf('2024-09-11', '10:00:00'));
  await store('in-time', 'BJ-0002', CLOSES - 1);
  await hall.past(CLOSES);
  await seen('bidding is closed', () => has('bidding-closed'));
  await hall.open('BJ-0001', '105.00', '10000', CLOSES + 1_000);
  const moving = hall.past(OPENING_ENDS);
  await seen('an award is delivered', () => has('award-delivered'));
  await store('forgotten', 'BJ-0001', OPENING_ENDS + 1_000);
  await moving;
  await hall.result();
});
afterAll(() => close());

describe('三(三)2 › an act that arrives while an auction ends', () => {
  it('stamped before the close and never handed over: it counts, and is answered so whenever it is sent', async () => {
    const sealed = (await hall.auctions.read('2024-1'))?.auction.bidders['BJ-0002']?.sealed;
    expect(sealed).toMatchObject({ commitment: WITH.commitment, at: CLOSES - 1 });
    expect(await stored('in-time')).toMatchObject({ state: 'applied' });
    const again = await store('in-time', 'BJ-0002', OPENING_ENDS);
    expect(await handOver(again)).toMatchObject({ at: CLOSES - 1, seq: sealed?.seq });
  });

  it('stored between clearing and publication by a desk that died: refused with the result', async () => {
    expect(await stored('forgotten')).toMatchObject({ state: 'refused', refusal: OVER });
  });

  it('stored after the end, by a desk that had looked before it: refused at once, and recorded so', async () => {
    const act = await store('late', 'BJ-0001', OPENING_ENDS + 5_000);
    expect(await handOver(act)).toMatchObject(OVER);
    expect(await stored('late')).toMatchObject({ state: 'refused', refusal: OVER });
    expect(await handOver(act)).toMatchObject(OVER);
    // and by the usual way
    expect(await hall.open('BJ-0001', '105.00', '10000', OPENING_ENDS + 5_000)).toMatchObject({
      state: 'refused',
      refusal: OVER,
    });
  });

  it('stored after the end by a desk that died: the sweep has it refused', async () => {
    await store('swept', 'BJ-0001', OPENING_ENDS + 6_000);
    const { book, client, prefix, taskQueue } = hall.theatre;
    const stop = new AbortController();
    const sweeping = sweep({ book, client, taskQueue, prefix, everyMs: 100, log: () => undefined }, stop.signal);
    await seen('it is swept', async () => (await stored('swept'))?.state !== 'stored');
    stop.abort();
    await sweeping;
    expect(await stored('swept')).toMatchObject({ state: 'refused', refusal: OVER });
  });
});

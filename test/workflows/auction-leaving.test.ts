import { describe, expect, it, onTestFinished } from 'vitest';
import { Desk } from '../../desk/desk.js';
import { sweep } from '../../desk/sweep.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { openHall, type Hall } from '../auction/hall.js';
import { foundWrong } from '../records/everything-agrees.js';
import { seen } from '../seen.js';

const at = (clock: string): number => instantOf('2024-09-11', clock);
const NOT_LISTED = { state: 'refused', refusal: { refused: 'not-eligible' } };

/** Stores without handing over: as a desk does while the worker is away, or that is killed. */
function storing({ theatre, auctions, caseId }: Hall) {
  const { book, client, prefix, taskQueue } = theatre;
  const sealed = (bidder: string) => {
    const commitment = commitmentOf({ caseId, bidder, nonce: '0'.repeat(64), lines: [{ price: '105.00', quantity: '1000' }] });
    return { do: 'file-bid', by: bidder, with: { auction: '2024-1', commitment } };
  };
  return {
    bid: async (bidder: string, stamp: number): Promise<void> => {
      const received = await auctions.door.receive(
        { raw: sealed(bidder), id: `bid-${bidder}`, cycle: 2024, stamp },
        auctions.plan,
      );
      if (isRefusal(received)) throw new Error(received.en);
    },
    cover: async (bidder: string, stamp: number): Promise<void> => {
      const raw = { do: 'record-cover', by: 'exchange', with: { auction: '2024-1', bidder, amount: '300000.00' } };
      const received = await auctions.door.receive({ raw, id: `more-${bidder}`, cycle: 2024, stamp }, auctions.plan);
      if (isRefusal(received)) throw new Error(received.en);
    },
    gone: async (unit: string, what: 'leave' | 'merge', stamp: number): Promise<void> => {
      const record = await book.readCase(`2024/${unit}/compliance-cycle`);
      const other = await book.readCase('2024/BJ-0003/compliance-cycle');
      if (!record || !other) throw new Error('no such case');
      const units = [record, other].map(({ opening }): [string, typeof opening.unit] => [opening.unit.id, opening.unit]);
      const desk = new Desk({ book, client, prefix, taskQueue, cycle: 2024, register: { units: new Map(units) } });
      const monthly = { ...record.opening, id: `2024/${unit}/monthly-evidence`, kind: 'monthly-evidence' as const, holdings: [] };
      await book.open(monthly, record.clock);
      const brings = what === 'leave' ? { to: 'none' } : { into: 'BJ-0003' };
      const act = { do: what, by: 'city/a', approvedBy: 'city/b', for: unit, with: { ...brings, basis: '名单调整通知' } };
      const received = await desk.receive(act, `gone-${unit}`, stamp);
      if (isRefusal(received)) throw new Error(received.en);
    },
    became: async (id: string) => (await book.actsAskedAs(id))[0],
    /** What the worker's sweep does, until nothing is left undecided. */
    swept: async (): Promise<void> => {
      const stop = new AbortController();
      onTestFinished(() => stop.abort());
      const sweeping = sweep({ book, client, taskQueue, prefix, everyMs: 200, log: () => undefined }, stop.signal);
      await seen('all is decided', async () => (await book.actsForgotten(0, 10)).length === 0);
      stop.abort();
      await sweeping;
    },
  };
}

describe('三(三)2 (policy) — by the stamps: who has left when it bids buys nothing, whenever either is decided', () => {
  it('a leave and a merger that are stored and not decided when the bid, and the cover, come: not eligible; stamped after the bid, it stands', async () => {
    const hall = await openHall();
    const { bid, cover, gone, became, swept } = storing(hall);
    for (const bidder of ['BJ-0001', 'BJ-0002', 'BJ-0003']) await hall.cover(bidder, '200000.00');
    await gone('BJ-0001', 'leave', at('10:00:00'));
    await gone('BJ-0002', 'merge', at('10:00:00'));
    // the door cannot know yet what will become of it: stored, under its stamp
    await bid('BJ-0001', at('10:00:00') + 1);
    await cover('BJ-0002', at('11:00:00'));
    await bid('BJ-0002', at('11:30:00'));
    await bid('BJ-0003', at('12:00:00'));
    await gone('BJ-0003', 'leave', at('12:00:00'));
    await swept();
    for (const id of ['bid-BJ-0001', 'more-BJ-0002', 'bid-BJ-0002']) expect(await became(id)).toMatchObject(NOT_LISTED);
    expect(await became('bid-BJ-0003')).toMatchObject({ state: 'applied' });
    const { bidders } = (await hall.auctions.read('2024-1'))?.auction ?? {};
    expect(bidders?.['BJ-0001']).not.toHaveProperty('sealed');
    expect(bidders?.['BJ-0002']).toMatchObject({ cover: '200000.00' });
    expect(bidders?.['BJ-0003']).toHaveProperty('sealed');
    expect(await foundWrong(hall.theatre.book)).toEqual([]);
  });

  it('both stored while the worker is away, killed: decided by their stamps when it is back', async () => {
    const hall = await openHall({}, onTestFinished, undefined, true);
    const { bid, gone, became, swept } = storing(hall);
    for (const bidder of ['BJ-0001', 'BJ-0002']) await hall.cover(bidder, '200000.00');
    await hall.theatre.worker.kill();
    await bid('BJ-0002', at('09:30:00'));
    await gone('BJ-0001', 'leave', at('10:00:00'));
    await bid('BJ-0001', at('10:00:00') + 1);
    await gone('BJ-0002', 'merge', at('10:30:00'));
    await hall.theatre.worker.restart();
    await swept();
    expect(await became('bid-BJ-0001')).toMatchObject(NOT_LISTED);
    expect(await became('bid-BJ-0002')).toMatchObject({ state: 'applied' });
    expect(await became('gone-BJ-0001')).toMatchObject({ state: 'applied' });
    expect(await became('gone-BJ-0002')).toMatchObject({ state: 'applied' });
  });
});

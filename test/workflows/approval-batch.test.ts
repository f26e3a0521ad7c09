import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Front } from '../../desk/front.js';
import type { Caller } from '../../parties/caller.js';
import { claimPlatform } from '../../records/platform.js';
import { theatreForTests } from '../drill/theatre.js';
import { seen } from '../seen.js';
import { inTheBook } from './callers.js';
import { openNext, proposed, shownBy, unitsToDecide } from './proposals.js';

const UNITS = unitsToDecide(4);

let theatre: Theatre;
let front: Front;
let [a, b]: Caller[] = [];
// nobody sweeps: what is overtaken waits until somebody looks
beforeAll(async () => {
  theatre = await theatreForTests();
  const { book, client, taskQueue, prefix } = theatre;
  front = new Front({ book, client, taskQueue, prefix, patienceMs: 100_000 });
  await claimPlatform(book.pool, 'rehearsal');
  [a, b] = [await inTheBook(book, 'city/a'), await inTheBook(book, 'city/b')];
});
afterAll(() => theatre.close());

const open = async (): Promise<string> => (await openNext(theatre, UNITS)).unit.id;
const eventsOf = async (of: string) => (await theatre.book.readCase(of))?.events ?? [];
const preAllocate = (whom: string) => ({ do: 'pre-allocate', for: whom, with: { amount: '700', basis: '预发方案' } });
const shown = (approval: string) => shownBy(front, approval);
const two = (): [Caller, Caller] => [a as Caller, b as Caller];

describe('a batch is one proposal with many lines', () => {
  it('lines are taken out with a reason; lines that moved wait for another look; the rest is approved', async () => {
    const [one, other] = two();
    const units = [await open(), await open(), await open(), await open()];
    const approval = proposed(
      await front.submitBatch(
        one,
        'batch',
        units.map((one) => preAllocate(one)),
      ),
    );
    const { previewDigest } = await shown(approval);
    const moved = units[2] ?? '';
    // a final allocation comes first for one of them: its pre-allocation is overtaken
    for (const what of ['confirm-emissions', 'allocate']) {
      const brings = what === 'allocate' ? { amount: '5', basis: '依据' } : { emissions: '5', basis: '依据' };
      const its = proposed(await front.submit(one, { do: what, for: moved, with: brings }));
      await front.approve(other, its, { request: its, previewDigest: (await shown(its)).previewDigest });
      await seen(`${what} is decided`, async () =>
        expect(await front.approvals.read(its)).toMatchObject({ outcome: { state: 'decided' } }),
      );
    }
    const without = [{ line: 2, reason: '另行核对' }];
    expect(await front.approve(other, approval, { request: 'yes', previewDigest, without })).toMatchObject({
      state: 'waiting',
    });
    const lines = [
      { line: 1, state: 'approved', outcome: { state: 'decided' } },
      { line: 2, state: 'left-out', reason: '另行核对' },
      { line: 3, state: 'waiting' },
      { line: 4, state: 'approved', outcome: { state: 'decided' } },
    ];
    await seen('one line waits, the others are done', async () =>
      expect(await shown(approval)).toMatchObject({ state: 'waiting', lines }),
    );
    expect((await eventsOf(`2024/${units[1] ?? ''}/compliance-cycle`)).some(({ type }) => type === 'pre-allocated')).toBe(false);
  });
});

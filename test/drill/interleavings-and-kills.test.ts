import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Received } from '../../desk/door.js';
import { startOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { simulate } from '../../simulator/simulate.js';
import { confirmed, scenarioOf } from './meeting.js';
import { sceneOf, type Scene } from './scene.js';
import { seen } from '../seen.js';

/** The last three of docs/interleavings.md: one instant for all, and the worker killed where two things meet. */
const LITTLE_LATER = 5_000;
const COLLECTION: Instant = startOf('2024-11-16');

/** Waits until the book has a step of a case, then kills the worker, which has not heard of it, and starts another. */
async function killOnceWritten({ theatre }: Scene, caseId: string, key: string): Promise<void> {
  await seen(`${caseId} has ${key}`, async () => (await theatre.book.since(caseId, 0)).some((step) => step.key === key));
  await theatre.worker.kill();
  await theatre.worker.restart();
}

describe('three more interleavings', () => {
  it('三(四) — 8. deadline, amendment, surrender and trade in one millisecond, the acts handed over in reverse: collected first', async () => {
    const midnight = "on: 2024-11-16, at: '00:00:00'";
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001', 'BJ-0002'],
      `${confirmed('BJ-0001', '1000')}
  - { ${midnight}, by: city/a, approvedBy: city/b, do: adopt-revision, with: { revision: 2 } }
  - { ${midnight}, by: BJ-0001, do: surrender, with: { quantity: '800' } }
  - { ${midnight}, by: exchange, do: settle-trade, with: { from: BJ-0002, to: BJ-0001, quantity: '40', price: '100' } }`,
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    const [confirm, ...others] = items;
    await inOrder(confirm);
    const received: Received[] = [];
    for (const item of others) received.push(await store(item));
    await to(COLLECTION + LITTLE_LATER);
    // the trade last: which of two acts of one millisecond comes first is for whoever hands them over
    const trade = received.pop();
    await Promise.all(received.reverse().map((one) => desk().handOver(one)));
    if (trade) await desk().handOver(trade);
    const outcome = await end();
    // 900 collected at once; 1000 − 900 = 100 short; the trade's 40 go towards it
    expect(outcome.units['BJ-0001']).toMatchObject({
      status: 'short',
      duties: { surrender: { state: 'missing', dueOn: '2024-11-15' } },
      surrendered: { allowances: '0' },
      collected: { allowances: '940' },
      shortfall: '60',
    });
    expect(outcome).toEqual(simulate(scenario));
  });

  it('三(四) — 9. kill -9 after a collection is written and before its case knows, while two trades reach the collected unit: each on its side of it', async () => {
    const trade = (on: string, time: string, quantity: string): string =>
      `  - { on: ${on}, at: '${time}', by: exchange, do: settle-trade, with: { from: BJ-0002, to: BJ-0001, quantity: '${quantity}', price: '100' } }`;
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001', 'BJ-0002'],
      [confirmed('BJ-0001', '1000'), trade('2024-11-15', '23:59:59', '30'), trade('2024-11-16', '00:00:00', '20')].join('\n'),
    );
    const key = `at:${String(COLLECTION)}`;
    const scene = await sceneOf(scenario, { PAUSE_AFTER_COMMIT: '2000', PAUSE_KEYS: key });
    const { items, inOrder, store, to, desk, end } = scene;
    await inOrder(items[0]);
    const [before, after] = [await store(items[1]), await store(items[2])];
    await to(COLLECTION + LITTLE_LATER);
    const handed = Promise.all([desk().handOver(after), desk().handOver(before)]);
    await killOnceWritten(scene, '2024/BJ-0001/compliance-cycle', key);
    expect((await handed).some(isRefusal)).toBe(false);
    const outcome = await end();
    // 900 + 30 collected; 1000 − 930 = 70 short; 20 more go towards it
    expect(outcome.units['BJ-0001']).toMatchObject({ collected: { allowances: '950' }, shortfall: '50' });
    expect(outcome.units['BJ-0001']?.timeline.filter((one) => 'event' in one && one.event === 'collection-run')).toHaveLength(1);
    expect(outcome).toEqual(simulate(scenario));
  });

  it('三(四) — 10. kill -9 after a surrender is written and before it is answered, while another desk sends it again: once, one answer', async () => {
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001'],
      `${confirmed('BJ-0001', '800')}
  - { on: 2024-11-05, by: BJ-0001, do: surrender, with: { quantity: '300' } }`,
    );
    // the second that this desk stores
    const key = 'act:2';
    const scene = await sceneOf(scenario, { PAUSE_AFTER_COMMIT: '2000', PAUSE_KEYS: key });
    const { items, inOrder, store, to, desk, end } = scene;
    await inOrder(items[0]);
    await to(startOf('2024-11-05'));
    const first = store(items[1]).then((received) => desk().handOver(received));
    const killed = killOnceWritten(scene, '2024/BJ-0001/compliance-cycle', key);
    await pause(500);
    const door = desk();
    const again = store(items[1], door).then((received) => door.handOver(received));
    await killed;
    const third = desk();
    const once = await third.handOver(await store(items[1], third));
    const answers = [await first, await again, once];
    expect(answers.some(isRefusal)).toBe(false);
    expect(new Set(answers.map((answer) => (isRefusal(answer) ? answer.refused : answer.seq))).size).toBe(1);
    const outcome = await end();
    // 300 by the unit, the other 500 of 800 by the platform on the 16th
    expect(outcome.units['BJ-0001']).toMatchObject({
      status: 'settled-by-collection',
      surrendered: { allowances: '300' },
      collected: { allowances: '500' },
    });
    expect(outcome).toEqual(simulate(scenario));
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Received } from '../../desk/door.js';
import { startOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { simulate } from '../../simulator/simulate.js';
import { runsOf } from '../workflows/history.js';
import { confirmed, scenarioOf } from './meeting.js';
import { sceneOf } from './scene.js';
import { seen } from '../seen.js';

/**
 * The first seven of docs/interleavings.md, each played on Temporal in the order that hurts most. What the law says depends
 * on the stamps alone: whoever is slow, the outcome is the simulator's, byte for byte.
 */
const LITTLE_LATER = 5_000;

/** The first instant at which 收缴 runs: the end of the day on which surrender is due. */
const COLLECTION: Instant = startOf('2024-11-16');

describe('seven interleavings', () => {
  it('三(三) — 1. a surrender stamped in the last second and handed over after the collection was due: nothing is collected', async () => {
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001'],
      `${confirmed('BJ-0001', '800')}
  - { on: 2024-11-15, at: '23:59:59', by: BJ-0001, do: surrender, with: { quantity: '800' } }`,
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    await inOrder(items[0]);
    const surrender = await store(items[1]);
    await to(COLLECTION + LITTLE_LATER);
    await pause(1_000);
    expect(isRefusal(await desk().handOver(surrender))).toBe(false);
    const outcome = await end();
    expect(outcome.units['BJ-0001']).toMatchObject({ status: 'settled', collected: { allowances: '0' } });
    expect(outcome).toEqual(simulate(scenario));
  });

  it('三(四) — 2. trades in opposite directions around a collection, handed over all at once by four desks: each on its side of it', async () => {
    const trade = (time: string, from: string, to: string, quantity: string): string =>
      `  - { on: ${time.startsWith('23') ? '2024-11-15' : '2024-11-16'}, at: '${time}', by: exchange, do: settle-trade, with: { from: ${from}, to: ${to}, quantity: '${quantity}', price: '100' } }`;
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001', 'BJ-0002'],
      [
        confirmed('BJ-0001', '800'),
        confirmed('BJ-0002', '1000'),
        trade('23:59:58', 'BJ-0001', 'BJ-0002', '300'),
        trade('23:59:59', 'BJ-0002', 'BJ-0001', '150'),
        trade('00:00:00', 'BJ-0001', 'BJ-0002', '40'),
        trade('00:00:01', 'BJ-0002', 'BJ-0001', '5'),
      ].join('\n'),
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    await inOrder(items[0], items[1]);
    const trades: Received[] = [];
    for (const item of items.slice(2)) trades.push(await store(item));
    await to(COLLECTION + LITTLE_LATER);
    await Promise.all(trades.reverse().map((trade) => desk().handOver(trade)));
    expect(await end()).toEqual(simulate(scenario));
  });

  it('六 — 3. an amendment that moves the deadline, and a surrender, both in flight when the old deadline passes: nothing is collected', async () => {
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001'],
      `${confirmed('BJ-0001', '800')}
  - { on: 2024-11-15, at: '23:59:58', by: city/a, approvedBy: city/b, do: adopt-revision, with: { revision: 2 } }
  - { on: 2024-11-16, at: '00:00:01', by: BJ-0001, do: surrender, with: { quantity: '800' } }`,
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    const [confirm, ...inFlight] = items;
    await inOrder(confirm);
    const received: Received[] = [];
    for (const item of inFlight) received.push(await store(item));
    await to(COLLECTION + LITTLE_LATER);
    await Promise.all(received.reverse().map((one) => desk().handOver(one)));
    const outcome = await end();
    expect(outcome.units['BJ-0001']).toMatchObject({
      status: 'settled',
      duties: { surrender: { dueOn: '2024-11-29', late: false } },
      collected: { allowances: '0' },
    });
    expect(outcome).toEqual(simulate(scenario));
  });

  it('四 — 4. kill -9 of the worker after a trade is written and before either case knows: traded once, in both chains', async () => {
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-12-05',
      ['BJ-0001', 'BJ-0002'],
      `${confirmed('BJ-0001', '800')}
${confirmed('BJ-0002', '1000')}
  - { on: 2024-11-05, by: exchange, do: settle-trade, with: { from: BJ-0001, to: BJ-0002, quantity: '100', price: '100' } }`,
    );
    // the third that this desk stores
    const key = 'act:3';
    const { items, inOrder, theatre, end } = await sceneOf(scenario, { PAUSE_AFTER_COMMIT: '2000', PAUSE_KEYS: key });
    await inOrder(items[0], items[1]);
    const trading = inOrder(items[2]);
    for (const caseId of ['2024/BJ-0001/compliance-cycle', '2024/BJ-0002/compliance-cycle'])
      await seen(`${caseId} has ${key}`, async () => (await theatre.book.since(caseId, 0)).some((step) => step.key === key));
    await theatre.worker.kill();
    await theatre.worker.restart();
    expect((await trading).some(isRefusal)).toBe(false);
    expect(await end()).toEqual(simulate(scenario));
  });

  it('5. the same act sent by two desks at once, three times each: done once, all answered alike', async () => {
    const scenario = scenarioOf(
      '2024-10-25',
      '2024-11-20',
      ['BJ-0001'],
      `${confirmed('BJ-0001', '800')}
  - { on: 2024-11-05, by: BJ-0001, do: surrender, with: { quantity: '500' } }`,
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    await inOrder(items[0]);
    await to(startOf('2024-11-05'));
    const desks = [desk(), desk()];
    const send = async (n: number) => {
      const door = desks[n % desks.length];
      if (!door) throw new Error('no desk');
      return door.handOver(await store(items[1], door));
    };
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => send(n)));
    expect(new Set(answers.map((answer) => (isRefusal(answer) ? answer.refused : answer.seq))).size).toBe(1);
    expect(await end()).toEqual(simulate(scenario));
  });

  it('三(二) — 6. a return in the last second of a report, and the refiling at midnight, in the wrong order: returned, overdue, done', async () => {
    const report = `by: BJ-0001, do: submit-verified-report, with: { emissions: '800', sealed: true, verifierReport: { verifier: V-01, sealed: true } }`;
    const scenario = scenarioOf(
      '2024-07-01',
      '2024-08-30',
      ['BJ-0001'],
      `  - { on: 2024-07-02, by: BJ-0001, do: appoint-verifier, with: { verifier: V-01 } }
  - { on: 2024-07-03, ${report} }
  - { on: 2024-07-15, at: '23:59:59', by: chaoyang/a, do: first-check, for: BJ-0001, with: { result: return } }
  - { on: 2024-07-16, at: '00:00:00', ${report} }`,
    );
    const { items, inOrder, store, to, desk, end } = await sceneOf(scenario);
    await inOrder(items[0], items[1]);
    const [returned, refiled] = [await store(items[2]), await store(items[3])];
    await to(startOf('2024-07-16') + LITTLE_LATER);
    await Promise.all([desk().handOver(refiled), desk().handOver(returned)]);
    const outcome = await end();
    const told = outcome.units['BJ-0001']?.timeline.flatMap((one) =>
      'duty' in one && one.duty === 'verified-report' && 'event' in one ? [one.event] : [],
    );
    expect(told?.slice(-3)).toEqual([expect.stringContaining('returned'), 'overdue', 'verified-report-filed']);
    expect(outcome).toEqual(simulate(scenario));
  });

  it('7. eighty acts, eight at a time, while the case continues as new again and again: each once, in order of stamp', async () => {
    const acts = Array.from(
      { length: 80 },
      (_, n) =>
        `  - { on: 2024-11-04, at: '10:0${String(Math.floor(n / 60))}:${String(n % 60).padStart(2, '0')}', by: BJ-0001, do: appoint-verifier, with: { verifier: V-${String(n)} } }`,
    );
    const scenario = scenarioOf('2024-11-01', '2024-11-10', ['BJ-0001'], acts.join('\n'));
    const { items, theatre, store, to, desk, end } = await sceneOf(scenario);
    const received: Received[] = [];
    for (const item of items) received.push(await store(item));
    await to(startOf('2024-11-04'));
    const first: unknown[] = [];
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      const door = desk();
      for (let n = lane; n < received.length; n += 8) {
        const one = received[n];
        if (one) first[n] = await door.handOver(one);
      }
    });
    await Promise.all(lanes);
    const seqs = first.map((answer) => (answer as { seq?: number }).seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(seqs).size).toBe(acts.length);
    const runs = await runsOf(theatre.client, `${theatre.prefix}2024/BJ-0001/compliance-cycle`);
    expect(runs.length).toBeGreaterThan(2);
    // the same acts again, to a run that has not seen them: nothing happens twice
    await Promise.all(received.slice(0, 4).map((one) => desk().handOver(one)));
    expect(await end()).toEqual(simulate(scenario));
  });
});

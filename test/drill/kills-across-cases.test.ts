import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Received } from '../../desk/door.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { Scenario } from '../../simulator/scenario.js';
import { simulate } from '../../simulator/simulate.js';
import { confirmed, scenarioOf } from './meeting.js';
import { sceneOf, type Scene } from './scene.js';
import { databaseAt, hung } from '../hung.js';
import { seen } from '../seen.js';

/**
 * An act that concerns several cases, and the worker killed, or the database stopped, at every boundary between them: before and after the step
 * of each. Whatever happens, the others hear of it, once: the outcome is the simulator's. A few of them in `npm test`, all by `npm run kills`.
 */
const ALL = process.env['LUYUE_KILLS'] === 'all';
const PAUSE_MS = 1_200;

/** Longer than a statement may take. */
const HANGS_MS = 12_000;

interface Strike {
  readonly when: 'before' | 'after';
  readonly taken: number;
  readonly how: 'the worker is killed' | 'the database hangs';
}

/** An act of the scenario, stored with all that it concerns in one transaction, as service does; its time has come. */
async function stored({ desk, to }: Scene, act: Scenario['acts'][number] | undefined): Promise<Received> {
  if (!act) throw new Error('no such act');
  const received = await desk().receive(act.raw, `across-${String(act.index)}`, act.at);
  if (isRefusal(received)) throw new Error(JSON.stringify(received));
  await to(act.at);
  return received;
}

/** How many of the cases have taken the act. */
async function takenBy({ theatre }: Scene, { act, concerns }: Received): Promise<number> {
  const took = await Promise.all(
    concerns.map(async (one) => (await theatre.book.since(one.case, 0)).some(({ key }) => key === `act:${act.id}`)),
  );
  return took.filter(Boolean).length;
}

/** Strikes once so many cases have taken the act: at their pause after it, or at the next one's before it. */
async function strikeAt(scene: Scene, received: Received, { taken, when, how }: Strike): Promise<void> {
  await seen(`${String(taken)} have taken it`, async () => (await takenBy(scene, received)) >= taken);
  if (when === 'before') await pause(PAUSE_MS / 2);
  const { worker, platform } = scene.theatre;
  if (how === 'the database hangs') return hung(databaseAt(platform.databaseUrl), () => pause(HANGS_MS));
  await worker.kill();
  await worker.restart();
}

const CITY = 'by: city/a, approvedBy: city/b';
const UNITS = ['BJ-0001', 'BJ-0002'];
/** The acts that concern more than one case, each after the confirmations; what a law asks for before it stands before it. */
const ACROSS: readonly (readonly [title: string, act: string])[] = [
  [
    '名单 — a unit leaves: its cycle and its evidence',
    `  - { on: 2024-11-01, ${CITY}, do: leave, for: BJ-0001, with: { to: national-market, basis: 名单调整 } }`,
  ],
  [
    '名单 — a unit is merged into another',
    `  - { on: 2024-11-01, ${CITY}, do: merge, for: BJ-0001, with: { into: BJ-0002, basis: 吸收合并 } }`,
  ],
  [
    '三(四) — a trade: two accounts',
    "  - { on: 2024-11-01, by: exchange, do: settle-trade, with: { from: BJ-0002, to: BJ-0001, quantity: '40', price: '100' } }",
  ],
  [
    '三(四) — allowances are moved between two units',
    `  - { on: 2024-10-30, ${CITY}, do: merge, for: BJ-0001, with: { into: BJ-0002, basis: 吸收合并 } }
  - { on: 2024-10-31, by: BJ-0001, do: surrender, with: { quantity: '800' } }
  - { on: 2024-11-01, ${CITY}, do: move-allowances, with: { from: BJ-0001, into: BJ-0002, quantity: '30', basis: 划转 } }`,
  ],
  [
    '名单 — a unit moves to another district: its cycle and its evidence',
    `  - { on: 2024-11-01, ${CITY}, do: move-district, for: BJ-0001, with: { district: haidian, basis: 迁址 } }`,
  ],
  [
    '周期总结 — a unit’s cycle is closed, and its evidence, which is not over, says no for itself',
    `  - { on: 2024-10-30, by: BJ-0001, do: surrender, with: { quantity: '800' } }
  - { on: 2024-12-03, ${CITY}, do: close-case, for: BJ-0001, with: { basis: 周期总结 } }`,
  ],
];

const CASES = (['the worker is killed', 'the database hangs'] as const).flatMap((how) =>
  ACROSS.flatMap(([title, act]) =>
    (['before', 'after'] as const).flatMap((when) => [0, 1].map((taken) => ({ title, act, when, taken, how }))),
  ).filter(({ when, taken }) => when === 'before' || taken > 0),
);

describe('struck between the cases that one act concerns', () => {
  it.each(ALL ? CASES : CASES.slice(1, 2))(
    '$title › $how $when a step, $taken of them written: all of them once',
    async ({ act, ...strike }) => {
      const { when } = strike;
      const scenario = scenarioOf(
        '2024-10-25',
        '2024-12-05',
        UNITS,
        [...UNITS.map((id) => confirmed(id, '800')), act].join('\n'),
      );
      const last = scenario.acts.length;
      const scene = await sceneOf(scenario, {
        PAUSE_KEYS: `act:${String(last)}`,
        ...(when === 'before' ? { PAUSE_BEFORE_COMMIT: String(PAUSE_MS) } : { PAUSE_AFTER_COMMIT: String(PAUSE_MS) }),
      });
      const { desk, end } = scene;
      for (const one of scenario.acts.slice(0, -1)) await desk().handOver(await stored(scene, one));
      const received = await stored(scene, scenario.acts.at(-1));
      expect(received.act.id).toBe(String(last));
      const answer = desk().handOver(received);
      await strikeAt(scene, received, strike);
      expect(isRefusal(await answer)).toBe(false);
      const outcome = await end();
      expect(outcome.ledger.balanced).toBe(true);
      expect(outcome).toEqual(simulate(scenario));
      expect(await takenBy(scene, received)).toBeGreaterThan(0);
    },
  );
});

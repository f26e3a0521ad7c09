import { expect, it } from 'vitest';
import { startOf } from '../../domain/model/instant.js';
import { simulate } from '../../simulator/simulate.js';
import { scenarioOf } from './meeting.js';
import { sceneOf } from './scene.js';
import { seen } from '../seen.js';

it('四 — two sellers to one buyer, the later handed over first: the buyer’s case has both in order of stamps', async () => {
  const trade = (second: string, from: string): string =>
    `  - { on: 2024-11-05, at: '10:00:0${second}', by: exchange, do: settle-trade, with: { from: ${from}, to: BJ-0001, quantity: '10', price: '100' } }`;
  const units = ['BJ-0001', 'BJ-0002', 'BJ-0003'];
  const scenario = scenarioOf('2024-10-25', '2024-11-10', units, [trade('0', 'BJ-0002'), trade('1', 'BJ-0003')].join('\n'));
  const { items, store, to, desk, theatre, end } = await sceneOf(scenario);
  const [first, second] = [await store(items[0]), await store(items[1])];
  await to(startOf('2024-11-05'));
  const later = desk().handOver(second);
  const hears = async () =>
    (await theatre.book.actsById(second.act.id)).some(({ role, state }) => role === 'told' && state === 'stored');
  await seen('the buyer is told of the second trade', async () => !(await hears()));
  await desk().handOver(first);
  await later;
  const { events = [] } = (await theatre.book.readCase('2024/BJ-0001/compliance-cycle')) ?? {};
  expect(events.filter(({ type }) => type === 'allowances-bought').map(({ at }) => at)).toEqual([first.act.at, second.act.at]);
  expect(await end()).toEqual(simulate(scenario));
});

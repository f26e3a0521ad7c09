import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildOutcome } from '../../simulator/outcome.js';
import { readScenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';

const DEMO = readScenario(fileURLToPath(new URL('../../client/demo/two-units.yaml', import.meta.url)));

it('what the demonstration plays is lawful from first to last: nothing of it is refused', () => {
  expect(buildOutcome(play(DEMO)).refusals).toEqual([]);
});

it('三(四) — one unit of it settles by itself, the other is collected from and stays short', () => {
  const { units } = buildOutcome(play(DEMO));
  expect(Object.entries(units).map(([id, { status }]) => `${id} ${status}`)).toEqual(['BJ-0001 settled', 'BJ-0002 short']);
});

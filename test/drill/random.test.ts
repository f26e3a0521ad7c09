import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import type { Scenario } from '../../simulator/scenario.js';
import { simulate } from '../../simulator/simulate.js';
import { randomScenario } from '../random/scenarios.js';
import { isCityWide, sideBySide } from './side-by-side.js';
import { quiet, testTheatre } from './theatre.js';

/** How many random years of three units are played on Temporal; more with RANDOM_ON_TEMPORAL. Others with RANDOM_SEED. */
const YEARS = Number(process.env['RANDOM_ON_TEMPORAL'] ?? 5);
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_240_510);
/** Years that are played side by side, as one scenario. */
const SIDE_BY_SIDE = 5;
const PATIENCE_MS = 300_000 + YEARS * 30_000;

const concerns = ({ raw }: Scenario['acts'][number], id: string): boolean => JSON.stringify(raw).includes(id);

describe('any year that people may make of the notice comes out on Temporal as in memory', () => {
  const sample = fc.sample(randomScenario, { numRuns: YEARS, seed: SEED });
  const plays = Array.from({ length: Math.ceil(YEARS / SIDE_BY_SIDE) }, (_, n): [string, Scenario] => {
    const some = sample.slice(n * SIDE_BY_SIDE, (n + 1) * SIDE_BY_SIDE);
    return [
      `years ${String(n * SIDE_BY_SIDE)} to ${String(n * SIDE_BY_SIDE + some.length - 1)} of seed ${String(SEED)}`,
      sideBySide(some),
    ];
  });

  it.each(plays)('%s', { timeout: PATIENCE_MS }, async (_name, scenario) => {
    const { timing: _timing, ...played } = await run(await testTheatre(), scenario, 0, quiet);
    const simulated = simulate(scenario);
    for (const { id } of scenario.units) {
      const acts = scenario.acts.filter((act) => concerns(act, id) || isCityWide(act));
      expect(played.units[id], `${id}, whose acts are\n${JSON.stringify(acts)}`).toEqual(simulated.units[id]);
    }
    expect(played).toEqual(simulated);
    expect(JSON.stringify(played)).toBe(JSON.stringify(simulated));
  });
});

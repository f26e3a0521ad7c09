import { expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { simulate } from '../../simulator/simulate.js';
import { foundWrongAnew } from '../records/everything-agrees.js';
import { city, takenOver } from '../random/taken-over.js';
import { quiet, testTheatre } from './theatre.js';

const SEED = 4;

it('a handful of units taken over on 1 October ends on Temporal as in the simulator, byte for byte', async () => {
  const scenario = takenOver(city(5, SEED));
  const theatre = await testTheatre();
  const { timing, ...played } = await run(theatre, scenario, 0, quiet);
  expect(played).toEqual(simulate(scenario));
  expect(timing.workflowTasks).toBeGreaterThan(0);
  expect(await foundWrongAnew(theatre.book)).toEqual([]);
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { readScenario } from '../../simulator/scenario.js';
import { simulate } from '../../simulator/simulate.js';
import { quiet, testTheatre } from './theatre.js';

const FAULTS = path.join(import.meta.dirname, '..', 'scenario', 'faults');

/** What must come out of each: the codes of its refusals, by the act's place in the file. */
const TRIED: readonly (readonly [file: string, codes: readonly (readonly [act: number, code: string])[]])[] = [
  ['nul', [[0, 'bad-input']]],
  ['surrogate', [[0, 'bad-input']]],
  ['constructor', []],
  ['ctor-unit', [[2, 'unknown-district']]],
  ['verifier-address', [[0, 'bad-input'], [1, 'bad-input'], [2, 'too-early']]], // prettier-ignore
  [
    'garbled-names',
    [
      'unknown-unit',
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      'bad-input',
      'unknown-unit',
      'unknown-act',
      'bad-input',
    ].map((code, act) => [act, code] as const),
  ],
];

describe('D11, D12, D15, D16 — names and texts that no two programs read alike: refused, or a name like any other, on both hosts', () => {
  it.each(TRIED)('%s', async (file, codes) => {
    const scenario = readScenario(path.join(FAULTS, `${file}.yaml`));
    const simulated = simulate(scenario);
    expect((simulated.refusals as { act: number; code: string }[]).map(({ act, code }) => [act, code])).toEqual(codes);
    const addresses = (simulated.mails as { to: string }[]).map(({ to }) => to);
    expect(addresses.filter((to) => !/^[A-Za-z0-9.-]+@[a-z0-9.-]+$/.test(to))).toEqual([]);
    const { timing: _timing, ...played } = await run(await testTheatre(), scenario, 0, quiet);
    expect(played).toEqual(simulated);
  });
});

import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { simulate } from '../../simulator/simulate.js';
import { quiet, scenarioNamed, testTheatre } from './theatre.js';

/** Played on Temporal by one `npm test`; all scenarios are simulated besides, and compared with what the law says. */
const PLAYED = [
  'contract-example',
  'everything-late',
  'short-and-collected-in-part',
  'twelve-packages-in-time',
  'trades-take-the-newest-vintage',
  'revision-extends-surrender-and-offsets',
  'who-may-do-what',
  'general-unit',
];

describe('a drill on Temporal and the simulator give the same bytes', () => {
  it.each(PLAYED)('%s', { timeout: 120_000 }, async (name) => {
    const scenario = scenarioNamed(name);
    const { timing, ...played } = await run(await testTheatre(), scenario, 0, quiet);
    expect(played).toEqual(simulate(scenario));
    expect(timing.workflowTasks).toBeGreaterThan(0);
  });

  it('the contract’s example comes out as the contract says, once more and once more', { timeout: 120_000 }, async () => {
    const digests = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const { digest, units, ledger, audit } = await run(await testTheatre(), scenarioNamed('contract-example'), 0, quiet);
      digests.add(digest);
      expect(units['BJ-0001']).toMatchObject({
        status: 'settled',
        confirmed: '98200',
        obligation: '98200',
        allocation: { preAllocated: '70000', final: '97000', takenBack: '0', debt: '0' },
        surrendered: { allowances: '98200', offsets: '0' },
        shortfall: '0',
      });
      expect(ledger).toMatchObject({ balanced: true, allowance: { issued: '102000', held: '3800', surrendered: '98200' } });
      expect(audit.chain).toBe('intact');
    }
    expect(digests.size).toBe(1);
  });
});

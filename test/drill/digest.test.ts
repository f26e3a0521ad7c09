import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { simulate } from '../../simulator/simulate.js';
import { sideBySide } from './side-by-side.js';
import { quiet, scenarioNamed, testTheatre } from './theatre.js';

/** Played on Temporal by one `npm test`, some side by side; all scenarios are simulated besides, and compared with what the law says. */
const PLAYED: readonly (readonly string[])[] = [
  ['everything-late'],
  ['short-and-collected-in-part'],
  ['twelve-packages-in-time'],
  ['revision-extends-surrender-and-offsets'],
  ['who-may-do-what'],
  ['general-unit', 'general-report-returned-and-left'],
  ['unit-listed-in-mid-year', 'unit-leaves-the-list', 'unit-merged-into-another', 'unit-moves-district'],
  ['operators-and-verifiers'],
  ['documents-instead-of-short-forms'],
  ['cycle-closed-and-corrected'],
  ['verifiers-that-change-and-fail', 'verification-on-the-platform'],
];

describe('a drill on Temporal and the simulator give the same bytes', () => {
  it.each(PLAYED.map((names) => [names.join(', '), names] as const))('%s', async (_title, names) => {
    const scenario = sideBySide(names.map((name) => scenarioNamed(name)));
    const { timing, ...played } = await run(await testTheatre(), scenario, 0, quiet);
    expect(played).toEqual(simulate(scenario));
    expect(JSON.stringify(played)).toBe(JSON.stringify(simulate(scenario)));
    expect(timing.workflowTasks).toBeGreaterThan(0);
  });

  it('the contract’s example comes out as the contract says, once more and once more', async () => {
    const digests = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const { timing: _timing, ...played } = await run(await testTheatre(), scenarioNamed('contract-example'), 0, quiet);
      expect(played).toEqual(simulate(scenarioNamed('contract-example')));
      const { digest, units, ledger, audit } = played;
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

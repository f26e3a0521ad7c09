import type { Opening } from '../domain/cases/case.js';
import type { CaseKind } from '../domain/model/case.js';
import { startOf } from '../domain/model/instant.js';
import type { Terms } from '../domain/model/terms.js';
import { loadRulebook } from '../regulation/load.js';
import { termsOf } from '../regulation/terms.js';
import type { Scenario } from './scenario.js';

const FIRST_REVISION = 1;

/** A drill starts at the first revision and changes only by an act. Throws where the cycle is not known well enough. */
export const termsOfScenario = (scenario: Scenario): Terms => termsOf(loadRulebook(scenario.cycle, FIRST_REVISION));

/** The openings of all cases, in the order of the register: a key unit has its cycle and its evidence. */
export function opensOf(scenario: Scenario): Opening[] {
  const terms = termsOfScenario(scenario);
  const { allowProvisional, mailboxes } = scenario;
  return scenario.units.flatMap(({ holdings, ...unit }) => {
    const kinds: readonly CaseKind[] = unit.kind === 'key' ? ['compliance-cycle', 'monthly-evidence'] : ['general-report'];
    return kinds.map((kind, at) => ({
      id: `${String(scenario.cycle)}/${unit.id}/${kind}`,
      ...{ kind, unit, terms, allowProvisional, mailboxes },
      opensAt: startOf(scenario.from),
      holdings: at === 0 ? holdings : [],
    }));
  });
}

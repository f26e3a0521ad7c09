import { casesOf } from '../desk/admit.js';
import type { Opening } from '../domain/cases/case.js';
import { startOf } from '../domain/model/instant.js';
import type { Terms } from '../domain/model/terms.js';
import { loadRulebook } from '../regulation/load.js';
import { termsOf } from '../regulation/terms.js';
import { standingAt } from './city-record.js';
import type { Scenario } from './scenario.js';

const FIRST_REVISION = 1;

/** A drill starts at the first revision and changes only by an act. Throws where what its units need is not known. */
export const termsOfScenario = (scenario: Scenario): Terms =>
  termsOf(
    loadRulebook(scenario.cycle, FIRST_REVISION),
    scenario.units.map(({ kind }) => kind),
  );

/**
 * The openings of all cases, in the order of the register: a key unit has its cycle and its evidence. They open with the first
 * day played; those of a unit listed later, with the day on which it is listed, under what is in force by then.
 */
export function opensOf(scenario: Scenario): Opening[] {
  const terms = termsOfScenario(scenario);
  const { allowProvisional } = scenario;
  const begins = startOf(scenario.from);
  return scenario.units.flatMap(({ holdings, mail: _mail, ...unit }) => {
    const opensAt = Math.max(begins, unit.listedOn === undefined ? begins : startOf(unit.listedOn));
    const { struckOff, ...inForce } = opensAt > begins ? standingAt(scenario, terms, opensAt) : { terms, struckOff: [] };
    return casesOf(unit).map((kind, at) => ({
      id: `${String(scenario.cycle)}/${unit.id}/${kind}`,
      ...{ kind, unit, ...inForce, allowProvisional, opensAt },
      holdings: at === 0 ? holdings : [],
      ...(struckOff.length === 0 ? {} : { struckOff }),
    }));
  });
}

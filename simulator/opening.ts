import { casesOf } from '../desk/admit.js';
import type { Opening } from '../domain/cases/case.js';
import { isDay, startOf, type Day } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Terms } from '../domain/model/terms.js';
import { loadRulebook } from '../regulation/load.js';
import { termsOf } from '../regulation/terms.js';
import { verificationTerms } from '../regulation/verification-terms.js';
import { CityRecord, standingAt } from './city-record.js';
import { playedActs, type Scenario, type ScenarioAct } from './scenario.js';

const FIRST_REVISION = 1;

/** A drill starts at the first revision and changes only by an act. Throws where what its units need is not known. */
export const termsOfScenario = (scenario: Scenario): Terms =>
  termsOf(
    loadRulebook(scenario.cycle, FIRST_REVISION),
    scenario.units.map(({ kind }) => kind),
  );

/** The date of a unit's verified report, where an act moves it for that unit alone. */
const movedFor = ({ raw }: ScenarioAct, unit: string): Day | undefined => {
  const { duty, dueOn } = (raw.with ?? {}) as { readonly duty?: unknown; readonly dueOn?: unknown };
  const isIts = raw.do === 'extend-deadline' && raw.for === unit && duty === 'verified-report';
  return isIts && typeof dueOn === 'string' && isDay(dueOn) ? dueOn : undefined;
};

/** The verifications of a play: one for each verifier that a unit engages on the platform, opened at the first such act. */
function verificationsIn(scenario: Scenario, terms: Terms, openings: readonly Opening[]): Opening[] {
  const city = new CityRecord(scenario, terms, openings);
  const acts = playedActs(scenario);
  const found = new Map<string, Opening>();
  for (const [n, act] of acts.entries()) {
    city.listUpTo(act.at);
    const admitted = city.admit(act);
    const verifier = isRefusal(admitted) ? undefined : admitted.opens;
    const unit = isRefusal(admitted) ? undefined : city.register.units.get(admitted.unit);
    if (verifier === undefined || !unit) continue;
    const id = `${String(scenario.cycle)}/${unit.id}/verification/${verifier}`;
    if (found.has(id)) continue;
    const { terms: inForce, struckOff } = city.standing;
    const extendedTo = acts
      .slice(0, n)
      .map((one) => movedFor(one, unit.id))
      .findLast((day) => day !== undefined);
    found.set(id, {
      id,
      kind: 'verification',
      unit,
      terms: verificationTerms(inForce),
      opensAt: act.at,
      holdings: [],
      allowProvisional: scenario.allowProvisional,
      verification: { verifier, ...(extendedTo === undefined ? {} : { extendedTo }) },
      ...(struckOff.length === 0 ? {} : { struckOff }),
    });
  }
  return [...found.values()];
}

/**
 * The openings of all cases, in the order of the register: a key unit has its cycle and its evidence. They open with the first
 * day played; those of a unit listed later, with the day on which it is listed, under what is in force by then; a verification, when the
 * unit engages the verifier.
 */
export function opensOf(scenario: Scenario): Opening[] {
  const terms = termsOfScenario(scenario);
  const { allowProvisional } = scenario;
  const begins = startOf(scenario.from);
  const openings = scenario.units.flatMap(({ holdings, mail: _mail, ...unit }): Opening[] => {
    const opensAt = Math.max(begins, unit.listedOn === undefined ? begins : startOf(unit.listedOn));
    const { struckOff, ...inForce } = opensAt > begins ? standingAt(scenario, terms, opensAt) : { terms, struckOff: [] };
    return casesOf(unit).map((kind, at) => ({
      id: `${String(scenario.cycle)}/${unit.id}/${kind}`,
      kind,
      unit,
      ...inForce,
      allowProvisional,
      opensAt,
      holdings: at === 0 ? holdings : [],
      ...(struckOff.length === 0 ? {} : { struckOff }),
    }));
  });
  return [...openings, ...verificationsIn(scenario, terms, openings)];
}

import type { CaseHistory } from '../../views/case-history.js';
import { instantOf, type Day, type Instant } from '../../domain/model/instant.js';
import type { PlayedUnit } from '../../simulator/outcome.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario, type Scenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';

const historiesIn = (scenario: Scenario): CaseHistory[] => {
  const { units } = play(scenario);
  const events = new Map(units.flatMap(({ cases }) => cases.map((one) => [one.case.id, one.events] as const)));
  return opensOf(scenario).map((opening) => ({ opening, events: events.get(opening.id)! }));
};

/** The cases of a scenario as the book would hold them, played in memory. */
export const histories = (yaml: string): CaseHistory[] => historiesIn(parseScenario(yaml, 'test'));

/** The same, with the units as they stood at the end. */
export const playedUnits = (yaml: string): readonly PlayedUnit[] => play(parseScenario(yaml, 'test')).units;

/** Noon of a Beijing day. */
export const noon = (day: Day): Instant => instantOf(day, '12:00:00');

/** A scenario's head: a cycle from the notice's day to an end. */
export const cycleUntil = (until: Day, units: string, acts: string): string => `
name: test
cycle: 2024
from: 2024-05-10
until: ${until}
units:
${units}
acts:
${acts}
`;

const last = 'lastCycle: { approved: "100000", settled: true }';
const held = '{ product: allowance, vintage: 2022, quantity: "5000" }';
export const keyUnit = (id: string, district: string, holdings = held): string =>
  `  - { id: ${id}, name: 单位${id}, kind: key, district: ${district}, mail: ops@${id.toLowerCase()}.example, ${last}, holdings: [${holdings}] }`;
export const generalUnit = (id: string, district: string): string =>
  `  - { id: ${id}, name: 单位${id}, kind: general, district: ${district}, mail: ops@${id.toLowerCase()}.example }`;

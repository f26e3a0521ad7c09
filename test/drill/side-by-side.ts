import type { Scenario } from '../../simulator/scenario.js';

export const isCityWide = ({ raw }: Scenario['acts'][number]): boolean => raw.do === 'adopt-revision';

/** A scenario whose units have other names, so that it stands beside its neighbours. */
const renamed = (scenario: Scenario, n: number): Scenario =>
  JSON.parse(JSON.stringify(scenario).replaceAll(/BJ-000(\d)/g, `BJ-${String(n + 1)}00$1`)) as Scenario;

/**
 * Scenarios played as one, from the first day of any to the last day of any; the city's amendments and its rehearsal rule are
 * those of the first.
 */
export function sideBySide([first, ...others]: readonly Scenario[]): Scenario {
  if (!first) throw new Error('no scenario to play');
  const all = [first, ...others.map((one) => ({ ...one, acts: one.acts.filter((act) => !isCityWide(act)) }))].map(renamed);
  const acts = all.flatMap((one) => one.acts).map((act, index) => ({ ...act, index }));
  const days = all.flatMap(({ from, until }) => [from, until]).sort();
  return {
    ...first,
    units: all.flatMap((one) => one.units),
    acts,
    from: days[0] ?? first.from,
    until: days.at(-1) ?? first.until,
  };
}

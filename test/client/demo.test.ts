import { describe, expect, it } from 'vitest';
import { readDemoCity } from '../../client/demo/city.js';
import { unitsOf, yearOf } from '../../client/demo/year.js';
import { buildOutcome } from '../../simulator/outcome.js';
import { play } from '../../simulator/simulate.js';

const CITY = readDemoCity();
const YEAR = yearOf(CITY);
const OUTCOME = buildOutcome(play(YEAR));

describe('the demonstration city', () => {
  it('has some sixty units in four districts, each once, and three verifiers', () => {
    expect(unitsOf(CITY)).toHaveLength(60);
    expect(new Set([...CITY.key, ...CITY.general].map(({ name }) => name)).size).toBe(60);
    expect(new Set(YEAR.units.map(({ district }) => district)).size).toBe(4);
    expect(CITY.verifiers).toHaveLength(3);
  });

  it('what it plays is lawful from first to last: nothing of it is refused', () => {
    expect(OUTCOME.refusals).toEqual([]);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(yearOf(readDemoCity()))).toBe(JSON.stringify(YEAR));
  });

  it('has come to a morning with something of each sort: settled, late, never filed, a district that sleeps', () => {
    const units = Object.values(OUTCOME.units);
    const has = (duty: string, state: string): number =>
      units.filter(({ duties }) =>
        Object.entries(duties).some(([name, is]) => name.startsWith(duty) && 'state' in is && is.state === state),
      ).length;
    expect(units.filter(({ status }) => status === 'settled')).toHaveLength(4);
    expect(has('first-report', 'missing')).toBe(1);
    expect(has('monthly-check', 'missing')).toBe(8);
    expect(has('first-check', 'missing')).toBe(5);
    expect(has('confirmation', 'missing')).toBe(3);
    expect(has('surrender', 'pending')).toBeGreaterThan(25);
  });
});

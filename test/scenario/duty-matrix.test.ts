import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../scripts/docs/duty-matrix.js';
import { baseOf, duties } from '../../scripts/docs/glossary.js';
import { histories, OUTCOMES } from '../../scripts/docs/histories.js';

const { duties: declared, matters } = readMatrix();
const played = histories();
const ENDS = ['open', 'closed'] as const;
const cells = Object.entries(declared).flatMap(([duty, { cannot }]) =>
  OUTCOMES.map((outcome) => [duty, outcome, cannot[outcome]] as const),
);
const scenarios = (found: readonly { scenario: string }[]): string[] => [...new Set(found.map(({ scenario }) => scenario))];

describe('三 — every duty has a scenario for everything that can become of it', () => {
  it('the table has the duties of the notice and no others', () => {
    expect(Object.keys(declared).sort()).toEqual(
      duties()
        .map(({ name }) => baseOf(name))
        .sort(),
    );
  });

  it.each(cells.filter(([, , why]) => why === undefined))(
    '%s, %s: at least one scenario, whose expectation says so',
    (duty, outcome) => {
      const found = played.duties.filter((one) => one.duty === duty && one.outcome === outcome && one.said);
      expect(scenarios(found).length).toBeGreaterThan(0);
    },
  );

  it.each(cells.filter(([, , why]) => why !== undefined))(
    '%s, %s: cannot be, for a reason in both languages',
    (duty, outcome, why) => {
      expect(scenarios(played.duties.filter((one) => one.duty === duty && one.outcome === outcome))).toEqual([]);
      expect(why?.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(why?.en).toMatch(/\.$/);
    },
  );
});

describe('三 — who is told at each miss', () => {
  const missed = Object.entries(declared).map(([duty, { missed: who, refers }]) => ({ duty, who: [...who].sort(), refers }));

  it.each(missed)('$duty: $who, and nobody else, in every scenario', ({ duty, who }) => {
    const found = played.told.filter(({ of }) => of === duty);
    expect(found.filter(({ told }) => JSON.stringify(told) !== JSON.stringify(who))).toEqual([]);
    // of a right and of the collection nothing is ever missed; of all else an expectation tells who hears of it
    expect(scenarios(found.filter(({ said }) => said)).length > 0).toBe(who.length > 0);
  });

  it('五(二) — a missed report, and nothing else, is referred', () => {
    const referred = [...new Set(played.told.flatMap(({ of }) => (of.startsWith('referral ') ? [of.slice(9)] : [])))];
    expect(referred.sort()).toEqual(missed.flatMap(({ duty, refers }) => (refers ? [duty] : [])).sort());
  });
});

describe('五(二) — matters beside the duties', () => {
  const kinds = [...new Set(played.matters.map(({ matter }) => matter))].sort();

  it('a referral for each of the three reports, and the order to put a shortfall right', () => {
    expect(kinds).toEqual(['rectification', 'referral first-report', 'referral general-report', 'referral verified-report']);
  });

  it.each(kinds)('%s: told to the unit and to the city when it opens; scenarios for its end and for none', (matter) => {
    const { told } = matters[matter.startsWith('referral') ? 'referral' : 'rectification'];
    const opened = played.told.filter(({ of }) => of === matter);
    expect(opened.filter((one) => JSON.stringify(one.told) !== JSON.stringify([...told].sort()))).toEqual([]);
    expect(scenarios(opened.filter(({ said }) => said)).length).toBeGreaterThan(0);
    for (const end of ENDS)
      expect(
        scenarios(played.matters.filter((one) => one.matter === matter && one.end === end && one.said)).length,
      ).toBeGreaterThan(0);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionInCases } from '../../acts/vocabulary.js';
import { addDays, instantOf } from '../../domain/model/instant.js';
import { opensOf } from '../../simulator/opening.js';
import { buildOutcome } from '../../simulator/outcome.js';
import type { Scenario, ScenarioAct } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';
import { followsItsEvents } from '../domain/projection/followed.js';
import { UNTIL } from './acting.js';
import { conserves, usesNoOldOffsets } from './conservation.js';
import { comesOutAsDeclared, holdsAfterEveryEvent, isNotStuck, nothingSentTwice } from './holds.js';
import { randomScenario } from './scenarios.js';

/** How many years are played; more with RANDOM_YEARS. */
const YEARS = Number(process.env['RANDOM_YEARS'] ?? 150);
/** What one unit does with another. */
const BETWEEN_UNITS = ['settle-trade', 'merge', 'move-allowances'];
const PATIENCE_MS = 300_000 + YEARS * 4_000;

const listed = [...readFileSync(new URL('../../docs/refusals.md', import.meta.url), 'utf8').matchAll(/^## \d+\. `([a-z-]+)`$/gm)];
const CODES = listed.map(([, code]) => code);

describe('any year that people may make of the notice', () => {
  it(
    `ends without a crash, balanced, within the caps after every event, with every no explained (${String(YEARS)} years of three units)`,
    () => {
      expect(CODES.length).toBeGreaterThan(20);
      fc.assert(
        fc.property(randomScenario, (scenario) => {
          const played = play(scenario);
          const outcome = buildOutcome(played);
          expect(outcome.ledger.balanced).toBe(true);
          expect(outcome.audit.chain).toBe('intact');
          for (const { refusal } of played.refusals) {
            expect(CODES).toContain(refusal.refused);
            expect(refusal.zh).not.toBe('');
            expect(refusal.en).not.toBe('');
          }
          const openings = new Map(opensOf(scenario).map((opening) => [opening.id, opening]));
          for (const one of played.units.flatMap(({ cases }) => cases)) {
            const opening = openings.get(one.case.id);
            if (!opening) throw new Error(`${one.case.id} without an opening`);
            holdsAfterEveryEvent(opening, one);
            followsItsEvents(opening, one.events);
            isNotStuck(one);
            comesOutAsDeclared(one);
          }
          conserves(played);
          usesNoOldOffsets(played);
          nothingSentTwice(played);
        }),
        { numRuns: YEARS },
      );
    },
    PATIENCE_MS,
  );

  it(
    'plays the same twice, and one unit the same whatever another does that it does not trade with',
    () => {
      fc.assert(
        fc.property(randomScenario, (scenario) => {
          const alone = { ...scenario, acts: scenario.acts.filter((act) => !BETWEEN_UNITS.includes(act.raw.do)) };
          const together = buildOutcome(play(alone));
          expect(buildOutcome(play(alone)).digest).toBe(together.digest);
          for (const one of alone.units)
            expect(buildOutcome(play({ ...alone, units: [one] })).units[one.id]).toEqual(together.units[one.id]);
        }),
        { numRuns: Math.ceil(YEARS / 8) },
      );
    },
    PATIENCE_MS,
  );
});

/** Acts that one case answers, or none: refused, nothing at all has come of them. */
const ofOneCase = ({ raw }: ScenarioAct): boolean => {
  const definition = definitionInCases(raw.do);
  return definition?.everyCase !== true && definition?.concerns !== 'city';
};

describe('a refused act', () => {
  it(
    'changes nothing: without all that was refused the year is the same, but for the lists of who was refused',
    () => {
      fc.assert(
        fc.property(randomScenario, (scenario) => {
          const played = play(scenario);
          const refused = new Set(played.refusals.map(({ act }) => act));
          const without = scenario.acts.filter((act) => !refused.has(act.index) || !ofOneCase(act));
          const { refusals: _these, turnedAway: _whose, digest: _its, ...all } = buildOutcome(played);
          expect(buildOutcome(play({ ...scenario, acts: without }))).toMatchObject(all);
        }),
        { numRuns: Math.ceil(YEARS / 4) },
      );
    },
    PATIENCE_MS,
  );
});

/** What the city does with every case in the half year after the play: decides what is open, waits, closes. */
function broughtToAnEnd(scenario: Scenario): Scenario {
  const basis = '依据';
  const decisions = [
    ['decide-adjustment', { result: 'reject', basis }],
    ['confirm-emissions', { emissions: '100', basis }],
    ['allocate', { amount: '100', basis }],
    ['decide-offsets', { result: 'reject', basis }],
  ] as const;
  const later = (days: number, name: string, whom: string, brings: object): Omit<ScenarioAct, 'index'> => ({
    at: instantOf(addDays(UNTIL, days), '10:00:00'),
    raw: { by: 'city/a', approvedBy: 'city/b', do: name, for: whom, with: brings as never },
  });
  const acts = scenario.units.flatMap(({ id }) => [
    ...decisions.map(([name, brings]) => later(2, name, id, brings)),
    later(150, 'close-case', id, { basis }),
  ]);
  return {
    ...scenario,
    until: addDays(UNTIL, 160),
    acts: [...scenario.acts.filter(({ at }) => at < instantOf(addDays(UNTIL, 1), '00:00:00')), ...acts].map((act, index) => ({
      ...act,
      index,
    })),
  };
}

describe('there is no dead end', () => {
  it(
    'from wherever a year has come, the city decides what is open, waits, and closes every case',
    () => {
      fc.assert(
        fc.property(randomScenario, (scenario) => {
          const { units, refusals } = play(broughtToAnEnd(scenario));
          const cases = units.flatMap((unit) => unit.cases.map((one) => one.case));
          const why = refusals.slice(-6).map(({ refusal }) => refusal.en);
          expect(
            cases.filter(({ closed }) => closed !== true).map(({ id }) => id),
            why.join('\n'),
          ).toEqual([]);
        }),
        { numRuns: Math.ceil(YEARS / 2) },
      );
    },
    PATIENCE_MS,
  );
});

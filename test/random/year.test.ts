import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, dueNext, fold } from '../../domain/cases/case.js';
import { unitStatus } from '../../domain/cases/unit-status.js';
import { isOpen } from '../../domain/duties/duty.js';
import { tonnesOf } from '../../domain/duties/claim.js';
import { isLess, plus, times, wholeTonnesDown } from '../../domain/model/amount.js';
import { REFUSAL_CODES } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import { buildOutcome, type Played, type PlayedCase } from '../../simulator/outcome.js';
import { play } from '../../simulator/simulate.js';
import { randomScenario } from './scenarios.js';

/** How many years are played; more with RANDOM_YEARS. */
const YEARS = Number(process.env['RANDOM_YEARS'] ?? 150);
/** What one unit does with another. */
const BETWEEN_UNITS = ['settle-trade', 'merge', 'move-allowances'];
const PATIENCE_MS = 60_000 + YEARS * 500;

const checkCaps = ({ case: c, events }: PlayedCase): void => {
  const { confirmed, obligation, surrendered, collected, collectedAt } = c.facts;
  const covered = plus(tonnesOf(surrendered), tonnesOf(collected));
  if (confirmed === undefined || obligation === undefined) return expect(covered).toBe('0');
  const { share, outsideShare } = c.terms.offsets;
  expect(isLess(wholeTonnesDown(times(confirmed, share)), plus(surrendered.offsets, collected.offsets))).toBe(false);
  expect(isLess(wholeTonnesDown(times(confirmed, outsideShare)), plus(surrendered.outside, collected.outside))).toBe(false);
  expect(isLess(obligation, covered)).toBe(false);
  if (collectedAt === undefined && !events.some((event) => event.type === 'collection-reopened'))
    expect(tonnesOf(collected)).toBe('0');
};

/** Somebody or something can still move every case that is not at its end. */
const checkNotStuck = ({ case: c, events }: PlayedCase, played: Played): void => {
  const unit = played.units.find((one) => one.unit.id === c.unit.id);
  const final =
    c.closed === true ||
    (unit?.cases[0] && ['settled', 'settled-by-collection', 'not-required'].includes(unitStatus(unit.cases[0].case)));
  const waits = Object.values(c.duties).some((record) => isOpen(record) || record.state === 'overdue');
  // opened again by a correction, it waits for the city to close it
  const waitsForTheCity = events.some(({ type }) => type === 'case-reopened');
  const owes = c.kind === 'compliance-cycle' && c.facts.collectedAt !== undefined;
  if (c.kind === 'compliance-cycle')
    expect(Boolean(final) || owes || waits || waitsForTheCity || dueNext(c) !== undefined).toBe(true);
};

/** Nobody is reminded of what is done, nobody twice of the same at once, and instants are played in order. */
const checkReminders = (index: number, { events }: PlayedCase, played: Played): void => {
  const opening = opensOf(played.scenario)[index];
  if (!opening) throw new Error('a case without an opening');
  const c = blank(opening);
  let closed = false;
  const seen = new Set<string>();
  let before = 0;
  for (const event of events) {
    expect(event.at).toBeGreaterThanOrEqual(before);
    before = event.at;
    // a closed case does nothing by itself; what comes to its account from others is told to it
    if (closed && event.by === 'platform') expect(['reminded', 'overdue', 'collection-run']).not.toContain(event.type);
    if (event.type === 'case-closed') closed = true;
    if (event.type === 'case-reopened') closed = false;
    expect(c.closed === true && event.type === 'case-closed').toBe(false);
    // what is not asked of a unit, or not any more, is never missed nor done
    if (event.duty !== undefined && c.duties[event.duty]?.asked === false)
      expect(['reminded', 'overdue', 'returned']).not.toContain(event.type);
    const record = event.duty === undefined ? undefined : c.duties[event.duty];
    if (event.type === 'reminded' || event.type === 'overdue') {
      expect(record && isOpen(record)).toBe(true);
      const key = `${event.type} ${event.duty ?? ''} ${String(event.at)}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    }
    fold(c, `seq:${String(event.seq)}`, [event], '');
  }
};

describe('any year that people may make of the notice', () => {
  it(
    `ends without a crash, balanced, within the caps, with every no explained (${String(YEARS)} years of two units)`,
    () => {
      fc.assert(
        fc.property(randomScenario, (scenario) => {
          const played = play(scenario);
          const outcome = buildOutcome(played);
          expect(outcome.ledger.balanced).toBe(true);
          expect(outcome.audit.chain).toBe('intact');
          for (const { refusal } of played.refusals) {
            expect(REFUSAL_CODES).toContain(refusal.refused);
            expect(refusal.zh.length * refusal.en.length).toBeGreaterThan(0);
          }
          for (const { account } of played.units) for (const lot of account.lots) expect(isLess(lot.quantity, '0')).toBe(false);
          played.units
            .flatMap((unit) => unit.cases)
            .forEach((one, index) => {
              checkCaps(one);
              checkNotStuck(one, played);
              checkReminders(index, one, played);
            });
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
          const [first] = alone.units;
          if (!first) return;
          const only = { ...alone, units: [first] };
          const together = buildOutcome(play(alone));
          expect(buildOutcome(play(alone)).digest).toBe(together.digest);
          expect(buildOutcome(play(only)).units[first.id]).toEqual(together.units[first.id]);
        }),
        { numRuns: Math.ceil(YEARS / 8) },
      );
    },
    PATIENCE_MS,
  );
});

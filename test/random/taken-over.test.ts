import { describe, expect, it } from 'vitest';
import { tonnesOf } from '../../domain/duties/claim.js';
import { sum } from '../../domain/model/amount.js';
import type { Covered } from '../../domain/model/case.js';
import { instantOf, startOf } from '../../domain/model/instant.js';
import { tookPlaceOn } from '../../domain/model/took-place.js';
import { buildOutcome } from '../../simulator/outcome.js';
import type { PlayedUnit } from '../../simulator/played.js';
import type { Scenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';
import { grouped } from '../../records/grouped.js';
import { city, TAKEN_OVER_ON, takenOver } from './taken-over.js';

/** A whole city with `npm run takeover`; another with CITY_SEED. */
const UNITS = Number(process.env['CITY_UNITS'] ?? 300);
const SEED = Number(process.env['CITY_SEED'] ?? 20_241_001);
const CUT = startOf(TAKEN_OVER_ON);

interface Told {
  readonly status: string;
  readonly confirmed: string | null;
  readonly obligation: string | null;
  readonly shortfall: string;
  readonly allocation: { readonly debt: string };
  readonly surrendered: object;
  readonly collected: object;
  readonly duties: Readonly<Record<string, unknown>>;
  readonly holdings: readonly { readonly quantity: string; readonly lot: string }[];
}

/** What is held of each product, vintage, origin and day of recording. */
function heldBy({ holdings }: Told): Record<string, string> {
  const groups = grouped(holdings, ({ quantity: _quantity, lot: _lot, ...facts }) =>
    JSON.stringify(Object.entries(facts).sort()),
  );
  const totals = [...groups].map(([of, lots]) => [of, sum(lots.map(({ quantity }) => quantity))] as const);
  return Object.fromEntries(totals.filter(([, quantity]) => quantity !== '0').sort());
}

/** What a correction finds given beyond the obligation before there was this book: officers credit it by hand. */
const toCredit = ({ cases }: PlayedUnit): string =>
  sum(
    cases.flatMap(({ events }) =>
      events.flatMap(({ type, with: brings }) => {
        const { before } = (brings ?? {}) as { readonly before?: Covered };
        return type === 'given-back' && before ? [tonnesOf(before)] : [];
      }),
    ),
  );

const figuresOf = (told: Told) => {
  const { status, confirmed, obligation, shortfall, surrendered, collected } = told;
  return { status, confirmed, obligation, shortfall, surrendered, collected, held: heldBy(told) };
};

/** What was refused after the taking-over, by the instant and the act. */
const refusedAfter = (
  scenario: Scenario,
  refusals: readonly { readonly act: number; readonly refusal: { readonly refused: string } }[],
) =>
  refusals
    .flatMap(({ act, refusal }) => {
      const asked = scenario.acts[act];
      return asked && asked.at >= CUT
        ? [`${String(asked.at)} ${asked.raw.for ?? asked.raw.by} ${asked.raw.do} ${refusal.refused}`]
        : [];
    })
    .sort();

describe('a city taken over in mid-year', () => {
  const there = city(UNITS, SEED);
  const taken = takenOver(there);
  const [asWas, asTaken] = [play(there), play(taken)];
  const [fromTheStart, fromOctober] = [buildOutcome(asWas), buildOutcome(asTaken)];
  const unitsOf = (outcome: typeof fromTheStart) => outcome.units as unknown as Readonly<Record<string, Told>>;

  it(`ends as the city that was there from the start, unit by unit (${String(UNITS)} units)`, () => {
    const [was, is] = [unitsOf(fromTheStart), unitsOf(fromOctober)];
    expect(Object.keys(is)).toHaveLength(UNITS);
    for (const [id, told] of Object.entries(was)) {
      const [now, before] = [figuresOf(is[id] as Told), figuresOf(told)];
      const owed = toCredit(asTaken.units.find(({ unit }) => unit.id === id) as PlayedUnit);
      if (owed === '0') expect({ id, ...now }).toEqual({ id, ...before });
      else {
        expect({ id, ...now, held: {} }).toEqual({ id, ...before, held: {} });
        // a debt is settled by what comes back, in the city taken over once it is credited
        const netOf = (held: Record<string, string>, { allocation: { debt } }: Told): number =>
          Number(sum(Object.values(held))) - Number(debt);
        expect({ id, net: netOf(now.held, is[id] as Told) + Number(owed) }).toEqual({ id, net: netOf(before.held, told) });
      }
    }
  });

  it('has taken over something of every sort, and what it took over made a difference', () => {
    const told = asTaken.units.flatMap(({ cases }) =>
      cases.flatMap(({ events }) => events.filter((event) => tookPlaceOn(event))),
    );
    const sorts = new Set(told.map(({ type }) => type));
    const wanted = [
      'first-report-filed',
      'verified-report-filed',
      'first-check-passed',
      'first-check-returned',
      'emissions-confirmed',
    ];
    wanted.push(
      'pre-allocated',
      'allocated',
      'taken-back',
      'surrendered',
      'offsets-applied-for',
      'offsets-accepted',
      'offsets-rejected',
    );
    wanted.push(
      'overdue',
      'monthly-evidence-filed',
      'monthly-check-passed',
      'general-report-filed',
      'general-check-passed',
      'spot-checked',
    );
    expect(wanted.filter((sort) => !sorts.has(sort))).toEqual([]);
    const statuses = new Set(Object.values(unitsOf(fromOctober)).map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['not-required', 'open', 'settled', 'settled-by-collection', 'short']);
    expect(asTaken.units.filter(({ cases }) => cases[0]?.case.facts.surrenderedBefore).length).toBeGreaterThan(UNITS / 50);
  });

  it('refuses afterwards what it would have refused, and nothing of the taking-over', () => {
    expect(refusedAfter(taken, asTaken.refusals)).toEqual(refusedAfter(there, asWas.refusals));
  });

  it('shows of every duty that it has the state and the days that it had', () => {
    const was = unitsOf(fromTheStart);
    for (const [id, { duties }] of Object.entries(unitsOf(fromOctober)))
      for (const [name, told] of Object.entries(duties))
        expect({ id, name, told }).toEqual({ id, name, told: was[id]?.duties[name] });
  });

  it('tells nobody of what lay before, and moves nothing but what is held', () => {
    expect(
      asTaken.mails.filter(({ at, template }) => at < instantOf(TAKEN_OVER_ON, '08:00:03') && template !== 'cycle-opened'),
    ).toEqual([]);
    expect(fromOctober.ledger.balanced).toBe(true);
    const before = play({ ...there, until: '2024-09-30' });
    const heldThen = sum(before.units.flatMap(({ account }) => account.lots.map(({ quantity }) => quantity)));
    const entered = asTaken.units.flatMap(({ cases }) =>
      cases.flatMap(({ events }) =>
        events.filter(({ with: brings }) => (brings as { readonly reason?: string } | undefined)?.reason === 'opening-balance'),
      ),
    );
    const lots = entered.flatMap(({ with: brings }) => (brings as unknown as { lots: { quantity: string }[] }).lots);
    expect(sum(lots.map(({ quantity }) => quantity))).toBe(heldThen);
  });
});

import fc from 'fast-check';
import type { RawAct } from '../../desk/admit.js';
import type { Lot } from '../../domain/model/account.js';
import { isZero } from '../../domain/model/amount.js';
import type { Former } from '../../domain/model/first-day.js';
import { dayOf, instantOf, startOf, type Day } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import type { Played } from '../../simulator/played.js';
import type { Scenario, ScenarioAct, ScenarioUnit } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';
import { grouped } from '../../records/grouped.js';
import { FROM, UNTIL } from './acting.js';
import { orderly } from './orderly.js';
import { unit } from './units.js';

/** The day on which the platform is taken into service. */
export const TAKEN_OVER_ON: Day = '2024-10-01';
const STAMP = instantOf(TAKEN_OVER_ON, '08:00:00');

/** What concerns two units or names an event by its number; and the end of a case, which a duty that nobody took over does not hold up. */
const LEFT_OUT = ['merge', 'move-allowances', 'reverse-movement', 'move-district', 'leave', 'close-case'];
/** What is put right before the day is written in the records as it then stands. */
const CORRECTIONS = ['correct-emissions', 'correct-allocation'];

type Placed = Omit<ScenarioAct, 'index'>;

const general = (id: string): fc.Arbitrary<Placed[]> =>
  fc
    .record({ filed: fc.integer({ min: -9, max: 30 }), checked: fc.integer({ min: 5, max: 60 }), ever: fc.boolean() })
    .map((one) => {
      const at = (days: number) => instantOf('2024-07-10', '10:00:00') + days * 86_400_000;
      const report = { by: id, do: 'submit-general-report', with: { emissions: '900', sealed: true } };
      const check = { by: 'chaoyang', do: 'check-general-report', for: id, with: { result: 'pass' } };
      return one.ever
        ? [
            { at: at(one.filed), raw: report },
            { at: at(one.checked), raw: check },
          ]
        : [];
    });

const acquires = (id: string): fc.Arbitrary<Placed[]> =>
  fc.array(
    fc.integer({ min: 0, max: 200 }).map((day) => ({
      at: startOf(FROM) + (day * 24 + 10) * 3_600_000,
      raw: { by: 'exchange', do: 'credit-auction', with: { to: id, quantity: '300', price: '104.89' } },
    })),
    { maxLength: 2 },
  );

/** Some units are confirmed, allocated and even settled weeks before the others. */
const earlier =
  (days: number) =>
  (one: Placed): Placed =>
    one.at > startOf('2024-08-13') && one.at < startOf('2024-10-25') && !one.raw.do.endsWith('-monthly-evidence')
      ? { ...one, at: one.at - days * 86_400_000 }
      : one;

const isPlayable = ({ raw, at }: Placed): boolean =>
  !LEFT_OUT.includes(raw.do) && !(CORRECTIONS.includes(raw.do) && at < startOf(TAKEN_OVER_ON));

const oneUnit = (id: string, kind: 'key' | 'general'): fc.Arbitrary<readonly [ScenarioUnit, Placed[]]> =>
  fc
    .tuple(
      unit(id, kind),
      kind === 'key' ? orderly(id, fc.constant(id)) : general(id),
      acquires(id),
      fc.constantFrom(0, 0, 14, 21),
    )
    .map(([made, acts, more, days]) => {
      const { listedOn: _listedOn, ...listed } = made;
      return [listed, [...acts.map(earlier(days)), ...more].filter(isPlayable)] as const;
    });

/** A city of so many units that was there from the start: nine in ten of them key units, each with a year of its own. */
export function city(units: number, seed: number): Scenario {
  const made = Array.from({ length: units }, (_, n) => {
    const id = `BJ-${String(n + 1).padStart(4, '0')}`;
    const [sampled] = fc.sample(oneUnit(id, n % 10 === 9 ? 'general' : 'key'), { seed: seed + n, numRuns: 1 });
    if (!sampled) throw new Error('nothing was sampled');
    return sampled;
  });
  return {
    name: 'a city',
    cycle: 2024,
    from: FROM,
    until: UNTIL,
    allowProvisional: false,
    revisions: [],
    mailboxes: {},
    units: made.map(([one]) => one),
    acts: made.flatMap(([, acts]) => acts).map((one, index) => ({ ...one, index })),
  };
}

/** What the records of before say of an act that was accepted; none of what needs not be taken over. */
function formerOf({ at, raw }: ScenarioAct): Former | undefined {
  const took = { on: dayOf(at), document: '移交清单' };
  const brings = raw.with as unknown as Record<string, string>;
  const of = (fields: readonly string[]): object =>
    Object.fromEntries(fields.flatMap((field) => (brings[field] === undefined ? [] : [[field, brings[field]]])));
  const fields: Readonly<Record<string, readonly string[]>> = {
    'submit-data-quality-plan': [],
    'submit-first-report': ['emissions'],
    'record-spot-check': ['emissions'],
    'confirm-emissions': ['emissions'],
    'submit-general-report': ['emissions'],
    'appoint-verifier': ['verifier'],
    'first-check': ['result'],
    'check-general-report': ['result'],
    'apply-for-adjustment': ['tonnes'],
    'decide-adjustment': ['result', 'tonnes'],
    'pre-allocate': ['amount'],
    allocate: ['amount'],
    'decide-offsets': ['result'],
    'apply-for-offsets': ['lots'],
    'submit-monthly-evidence': ['month'],
    'check-monthly-evidence': ['month', 'result'],
  };
  if (raw.do === 'submit-verified-report') {
    const { verifier } = brings['verifierReport'] as unknown as { readonly verifier: string };
    return { do: raw.do, ...took, emissions: brings['emissions'] ?? '', verifier };
  }
  const told = fields[raw.do];
  return told && { do: raw.do, ...took, ...of(told) };
}

const balanceOf = ({ lot: _lot, n: _n, reserved: _reserved, ...facts }: Lot): Json => ({ ...facts, source: '登记簿' });

const decides = (what: string, whom: string, brings: Json, later: number): Placed => ({
  at: STAMP + later * 1_000,
  raw: { by: 'city/a', approvedBy: 'city/b', do: what, for: whom, with: brings },
});

/** What a unit's lots are called once only those that hold something were entered, and those that come later. */
function renamed(before: readonly Lot[]): (lot: string) => string {
  const held = before.filter(({ quantity }) => !isZero(quantity));
  return (lot) => {
    const [, unit = '', said = '0'] = /^(.*)\/L(\d+)$/.exec(lot) ?? [];
    const n = Number(said);
    const at = held.findIndex((one) => one.n === n);
    const now = n > before.length ? n - before.length + held.length : at < 0 ? before.length + 1_000 : at + 1;
    return `${unit}/L${String(now)}`;
  };
}

const inNames = (brings: Json | undefined, name: (lot: string) => string): Json | undefined =>
  brings === undefined
    ? undefined
    : (JSON.parse(JSON.stringify(brings), (key, value: unknown) => (key === 'lot' ? name(value as string) : value)) as Json);

/** The same city taken over in mid-year: what was held is entered, what had been accepted is taken over, the rest comes as it came. */
export function takenOver(scenario: Scenario): Scenario {
  const cut = startOf(TAKEN_OVER_ON);
  const before: Played = play({ ...scenario, until: '2024-09-30' });
  const refused = new Set(before.refusals.map(({ act }) => act));
  const acts: Placed[] = [];
  const byUnit = grouped(scenario.acts, ({ raw }) => raw.for ?? (raw.with as { to?: string } | undefined)?.to ?? raw.by);
  const units = before.units.map(({ unit: { id }, account, cases }): ScenarioUnit => {
    const listed = scenario.units.find((one) => one.id === id);
    const [first] = cases;
    if (!listed || !first) throw new Error(`${id} is not in the city`);
    const name = renamed(account.lots);
    const lots = account.lots.filter(({ quantity }) => !isZero(quantity)).map(balanceOf);
    const { surrendered, takenBack } = first.case.facts;
    const came = (byUnit.get(id) ?? []).filter(({ at, index }) => at < cut && !refused.has(index)).sort((a, b) => a.at - b.at);
    const gave = came.findLast(({ raw }) => raw.do === 'surrender');
    const took = came.flatMap((one): Former[] => {
      const former =
        one === gave
          ? ({ do: 'surrender', on: dayOf(one.at), document: '移交清单', ...surrendered } as Former)
          : formerOf({ ...one, raw: { ...one.raw, with: inNames(one.raw.with, name) ?? {} } });
      return former ? [former.do === 'allocate' ? { ...former, takenBack } : former] : [];
    });
    const evidence = took.filter((one) => one.do.endsWith('-monthly-evidence'));
    const cycle = took.filter((one) => !one.do.endsWith('-monthly-evidence'));
    const basis = '移交';
    if (lots.length > 0) acts.push(decides('enter-opening-balances', id, { lots, basis }, 0));
    if (cycle.length > 0) acts.push(decides('take-over', id, { took: cycle, basis }, 1));
    if (evidence.length > 0) acts.push(decides('take-over-evidence', id, { took: evidence, basis }, 2));
    for (const { at, raw } of byUnit.get(id) ?? [])
      if (at >= cut) acts.push({ at, raw: { ...raw, with: inNames(raw.with, name) } as RawAct });
    return { ...listed, holdings: [] };
  });
  return { ...scenario, from: TAKEN_OVER_ON, units, acts: acts.map((one, index) => ({ ...one, index })) };
}

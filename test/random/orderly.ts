import fc from 'fast-check';
import { addDays, endOfMonth, instantOf, type Day } from '../../domain/model/instant.js';
import type { ScenarioAct } from '../../simulator/scenario.js';
import { act, basis, decided, decision, FROM, result, sealed, whole, type Made } from './acting.js';

/** What is planned for a day of the play, and in how many years of ten it is done. */
type Plan = readonly (readonly [day: number, years: number, made: fc.Arbitrary<Made>])[];

const tonnes = fc.integer({ min: 500, max: 3000 }).map(String);
const scores = fc.constant({ management: '80', impartiality: '80', timeliness: '80', quality: '80' });

/** An orderly year from the first report to the surrender. */
const upToTheSurrender = (id: string): Plan => {
  const verifier = fc.constant('V-01');
  const offsets = fc.uniqueArray(
    fc.record({ lot: fc.integer({ min: 1, max: 3 }).map((n) => `${id}/L${String(n)}`), quantity: whole(40) }),
    { minLength: 1, maxLength: 2, selector: (one) => one.lot },
  );
  const verified = { emissions: tonnes, sealed, verifierReport: fc.record({ verifier, sealed }) };
  const adjustment = { ground: fc.constant('新增设施'), tonnes: whole(500), sealed };
  return [
    [30, 9, act(id, 'submit-first-report', undefined, fc.record({ emissions: tonnes, sealed }))],
    [32, 9, act(id, 'appoint-verifier', undefined, fc.record({ verifier }))],
    [45, 3, act(id, 'apply-for-adjustment', undefined, fc.record(adjustment))],
    [52, 3, decided('decide-adjustment', id, fc.record({ result: decision, tonnes: whole(500), basis }))],
    [60, 9, decided('pre-allocate', id, fc.record({ amount: whole(2000), basis }))],
    [63, 9, act(id, 'submit-verified-report', undefined, fc.record(verified))],
    [70, 9, act('chaoyang', 'first-check', id, fc.record({ result }))],
    [90, 4, decided('record-spot-check', id, fc.record({ emissions: tonnes }))],
    [97, 4, decided('record-expert-meeting', id, fc.record({ emissions: tonnes, opinion: basis }))],
    [123, 9, decided('confirm-emissions', id, fc.record({ emissions: tonnes, basis }))],
    [126, 9, decided('allocate', id, fc.record({ amount: whole(3000), basis }))],
    [130, 3, decided('assess-verifier', id, fc.record({ verifier, scores, basis }))],
    [140, 9, act(id, 'apply-for-offsets', undefined, fc.record({ lots: offsets }))],
    [145, 9, decided('decide-offsets', id, fc.record({ result: fc.constantFrom('accept', 'accept', 'reject') }))],
    [147, 3, decided('correct-emissions', id, fc.record({ emissions: fc.integer({ min: 100, max: 600 }).map(String), basis }))],
    [150, 9, act(id, 'surrender', undefined, fc.oneof(fc.record({ lots: offsets }), fc.record({ quantity: whole(900) })))],
    [185, 9, act(id, 'surrender', undefined, fc.record({ quantity: whole(2500) }))],
  ];
};

/** What comes after it: figures that prove wrong, movements undone, lots bought too late, a merger, the end. */
const afterwards = (id: string, other: fc.Arbitrary<string>): Plan => {
  const bought = { to: fc.constant(id), quantity: whole(400), price: fc.constant('104.89') };
  return [
    [175, 3, act('exchange', 'credit-auction', undefined, fc.record(bought))],
    [196, 3, act('exchange', 'credit-auction', undefined, fc.record(bought))],
    [200, 3, decided('correct-emissions', id, fc.record({ emissions: tonnes, basis }))],
    [206, 3, decided('correct-allocation', id, fc.record({ amount: whole(3000), basis }))],
    [210, 4, decided('reverse-movement', id, fc.record({ event: fc.integer({ min: 2, max: 60 }), basis }))],
    [215, 4, decided('reverse-movement', id, fc.record({ event: fc.integer({ min: 2, max: 60 }), basis }))],
    [225, 2, decided('merge', id, fc.record({ into: other, basis }))],
    [235, 2, decided('move-allowances', id, fc.record({ from: fc.constant(id), into: other, quantity: whole(100), basis }))],
    [245, 3, decided('close-case', id, fc.record({ basis }))],
    [255, 2, decided('correct-emissions', id, fc.record({ emissions: tonnes, basis }))],
  ];
};

/** A package of one month some days after its end, and its check some days after that. */
const oneMonth = (id: string): fc.Arbitrary<readonly (readonly [Day, Made])[]> =>
  fc
    .tuple(fc.integer({ min: 5, max: 12 }), fc.integer({ min: -1, max: 30 }), fc.integer({ min: -2, max: 30 }), result)
    .map(([n, days, more, found]) => {
      const month = `2024-${String(n).padStart(2, '0')}`;
      const filedOn = addDays(endOfMonth(month), days);
      const brings = { month, electricityMWh: '120', fuels: [], files: [] };
      const check = { by: 'chaoyang', do: 'check-monthly-evidence', for: id, with: { month, result: found } };
      return [
        [filedOn, { by: id, do: 'submit-monthly-evidence', with: brings }],
        [addDays(filedOn, more), check],
      ];
    });

/** A plan with its days shifted a little, and some of it left out. */
const placed = (plan: Plan): fc.Arbitrary<(readonly [Day, Made])[]> =>
  fc
    .tuple(
      ...plan.map(([day, years, made]) =>
        fc
          .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: -6, max: 6 }), made)
          .map(([chance, shift, raw]) => (chance <= years ? [[addDays(FROM, day + shift), raw] as const] : [])),
      ),
    )
    .map((acts) => acts.flat());

/** The acts of an orderly year, each left out now and then, each a few days early or late. */
export const orderly = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Omit<ScenarioAct, 'index'>[]> =>
  fc
    .tuple(placed([...upToTheSurrender(id), ...afterwards(id, other)]), fc.array(oneMonth(id), { maxLength: 3 }))
    .map(([acts, months]) => [...acts, ...months.flat()].map(([day, raw]) => ({ at: instantOf(day, '10:00:00'), raw })));

const adopt = (revision: number) =>
  fc.constant({ by: 'city/a', approvedBy: 'city/b', do: 'adopt-revision', with: { revision } } satisfies Made);

/** The city's amendments as they come in time, late, or when most has passed. */
export const amendments: fc.Arbitrary<Omit<ScenarioAct, 'index'>[]> = placed([
  [40, 3, adopt(3)],
  [185, 3, adopt(2)],
  [212, 3, adopt(2)],
]).map((acts) => acts.map(([day, raw]) => ({ at: instantOf(day, '10:00:00'), raw })));

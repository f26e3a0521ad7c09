import fc from 'fast-check';
import { addDays, instantOf } from '../../domain/model/instant.js';
import type { Scenario, ScenarioAct, ScenarioUnit } from '../../simulator/scenario.js';
import {
  act,
  byHand,
  byTheCity,
  DAYS,
  decided,
  decision,
  emissions,
  FROM,
  month,
  result,
  sealed,
  UNTIL,
  whole,
  type Made,
} from './acting.js';

const lots = (unit: string) =>
  fc.uniqueArray(fc.record({ lot: fc.integer({ min: 1, max: 6 }).map((n) => `${unit}/L${String(n)}`), quantity: whole(150) }), {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.lot,
  });

/** The acts that concern one key unit. */
const actsOf = (id: string, others: readonly string[]): fc.Arbitrary<Made> => {
  const report = { emissions, sealed };
  const basis = fc.constant('依据');
  const other = fc.constantFrom(...others, id);
  return fc.oneof(
    act(id, 'submit-first-report', undefined, fc.record(report)),
    act(id, 'appoint-verifier', undefined, fc.record({ verifier: fc.constantFrom('V-01', 'V-02') })),
    act(
      id,
      'submit-verified-report',
      undefined,
      fc.record({ ...report, verifierReport: fc.record({ verifier: fc.constantFrom('V-01', 'V-02'), sealed }) }),
    ),
    act(
      id,
      'submit-monthly-evidence',
      undefined,
      fc.record({ month, electricityMWh: whole(5000), fuels: fc.constant([]), files: fc.constant([]) }),
    ),
    act('chaoyang', 'check-monthly-evidence', id, fc.record({ month, result })),
    act('chaoyang/x', 'first-check', id, fc.record({ result })),
    act(id, 'apply-for-adjustment', undefined, fc.record({ ground: fc.constant('新增设施'), tonnes: whole(500), sealed })),
    decided('decide-adjustment', id, fc.record({ result: decision, tonnes: whole(500), basis })),
    decided('pre-allocate', id, fc.oneof(fc.record({ amount: whole(2000), basis }), fc.constant({}))),
    decided('record-spot-check', id, fc.record({ emissions })),
    decided(
      'confirm-emissions',
      id,
      fc.oneof({ weight: 4, arbitrary: fc.record({ emissions, basis }) }, { weight: 1, arbitrary: fc.constant({}) }),
    ),
    decided('allocate', id, fc.record({ amount: whole(3000), basis })),
    act(id, 'apply-for-offsets', undefined, fc.record({ lots: lots(id) })),
    decided('decide-offsets', id, fc.record({ result: decision })),
    act(id, 'surrender', undefined, fc.oneof(fc.record({ quantity: whole(2500) }), fc.record({ lots: lots(id) }))),
    act(
      'exchange',
      'settle-trade',
      undefined,
      fc.record({ from: fc.constant(id), to: other, quantity: whole(1500), price: fc.constant('100.00') }),
    ),
    act(
      'exchange',
      'credit-auction',
      undefined,
      fc.record({ to: fc.constant(id), quantity: whole(400), price: fc.constant('104.89') }),
    ),
    decided('correct-emissions', id, fc.record({ emissions, basis })),
    decided('correct-allocation', id, fc.record({ amount: whole(3000), basis })),
    decided('decide-penalty', id, fc.record({ amount: fc.constant('1000.00'), basis })),
    act(id, 'fly', undefined, fc.constant({})),
    ...byHand(id, other),
  );
};

const holdings = fc.array(
  fc.oneof(
    fc.record({ product: fc.constant('allowance' as const), vintage: fc.constantFrom(2021, 2022), quantity: whole(1500) }),
    fc.record({
      product: fc.constantFrom('ccer' as const, 'carbon-inclusive' as const),
      origin: fc.constantFrom('beijing' as const, 'outside' as const),
      recordedOn: fc.constantFrom('2016-05-01', '2017-03-14', '2017-03-15', '2023-02-01'),
      quantity: whole(120),
    }),
  ),
  { maxLength: 4 },
);

/** Mostly all of it is asked of a unit, from the first day on. */
const flag = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);
const listedOn = fc.integer({ min: -60, max: DAYS - 1 }).map((day) => addDays(FROM, day));

const unit = (id: string): fc.Arbitrary<ScenarioUnit> =>
  fc
    .record({
      newlyListed: fc.boolean(),
      settled: fc.boolean(),
      holdings,
      mustReport: flag,
      mustBeVerified: flag,
      mustSettle: flag,
      listedOn,
      fromTheStart: flag,
    })
    .map(({ newlyListed, settled, holdings: held, fromTheStart, listedOn: day, ...flags }) => ({
      ...{
        id,
        name: '示例单位',
        kind: 'key' as const,
        district: 'chaoyang',
        newlyListed,
        mail: `${id}@unit.example`,
        holdings: held,
        ...flags,
        ...(fromTheStart ? {} : { listedOn: day }),
      },
      lastCycle: { approved: '2000', settled },
    }));

const clock = fc.constantFrom('10:00:00', '10:00:00', '00:00:00', '09:00:00', '23:59:59');
const placed = (made: fc.Arbitrary<Made>): fc.Arbitrary<Omit<ScenarioAct, 'index'>> =>
  fc
    .tuple(made, fc.integer({ min: -3, max: DAYS + 3 }), clock)
    .map(([raw, day, time]) => ({ at: instantOf(addDays(FROM, day), time), raw }));

/** The acts of an orderly year, each left out now and then, each a few days early or late. */
const orderly = (id: string): fc.Arbitrary<Omit<ScenarioAct, 'index'>[]> => {
  const tonnes = fc.integer({ min: 500, max: 3000 }).map(String);
  const offsets = fc.uniqueArray(
    fc.record({ lot: fc.integer({ min: 1, max: 4 }).map((n) => `${id}/L${String(n)}`), quantity: whole(40) }),
    {
      minLength: 1,
      maxLength: 2,
      selector: (one) => one.lot,
    },
  );
  const basis = fc.constant('依据');
  const accept = fc.constant('accept');
  const plan: [day: number, made: fc.Arbitrary<Made>][] = [
    [30, act(id, 'submit-first-report', undefined, fc.record({ emissions: tonnes, sealed }))],
    [32, act(id, 'appoint-verifier', undefined, fc.record({ verifier: fc.constant('V-01') }))],
    [60, decided('pre-allocate', id, fc.record({ amount: whole(2000), basis }))],
    [
      63,
      act(
        id,
        'submit-verified-report',
        undefined,
        fc.record({ emissions: tonnes, sealed, verifierReport: fc.record({ verifier: fc.constant('V-01'), sealed }) }),
      ),
    ],
    [70, act('chaoyang', 'first-check', id, fc.record({ result }))],
    [123, decided('confirm-emissions', id, fc.record({ emissions: tonnes, basis }))],
    [126, decided('allocate', id, fc.record({ amount: whole(3000), basis }))],
    [140, act(id, 'apply-for-offsets', undefined, fc.record({ lots: offsets }))],
    [145, decided('decide-offsets', id, fc.record({ result: accept }))],
    [150, act(id, 'surrender', undefined, fc.oneof(fc.record({ lots: offsets }), fc.record({ quantity: whole(900) })))],
    [185, act(id, 'surrender', undefined, fc.record({ quantity: whole(2500) }))],
  ];
  return fc
    .tuple(
      ...plan.map(([day, made]) =>
        fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: -6, max: 6 }), made, fc.constant(day)),
      ),
    )
    .map((all) =>
      all
        .filter(([chance]) => chance > 1)
        .map(([, shift, raw, day]) => ({ at: instantOf(addDays(FROM, day + shift), '10:00:00'), raw })),
    );
};

const IDS = ['BJ-0001', 'BJ-0002'] as const;
const REVISIONS = [
  { revision: 2, basis: '通告', deadlines: { surrender: '2024-11-30', 'offset-application': '2024-10-31' } },
  { revision: 3, basis: '通告', deadlines: { 'first-report': '2024-07-31', 'verified-report': '2024-08-31' } },
] as const;

/** Two key units that trade with each other, an orderly year or none, and up to sixty acts of any kind. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    fc.tuple(unit(IDS[0]), unit(IDS[1])),
    fc.array(
      placed(
        fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...IDS).chain((id) => actsOf(id, IDS)) },
          { weight: 2, arbitrary: byTheCity },
        ),
      ),
      { minLength: 5, maxLength: 60 },
    ),
    fc.boolean(),
    fc.tuple(...IDS.map((id) => fc.oneof({ weight: 4, arbitrary: orderly(id) }, { weight: 1, arbitrary: fc.constant([]) }))),
  )
  .map(([units, acts, allowProvisional, plans]) => ({
    ...{ name: 'random', cycle: 2024, from: FROM, until: UNTIL, units, allowProvisional, revisions: REVISIONS, mailboxes: {} },
    acts: [...acts, ...plans.flat()].map((one, index) => ({ ...one, index })),
  }));

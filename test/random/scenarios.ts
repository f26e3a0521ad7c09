import fc from 'fast-check';
import { addDays, instantOf } from '../../domain/model/instant.js';
import type { Scenario, ScenarioAct } from '../../simulator/scenario.js';
import { byTheCity, DAYS, FROM, UNTIL, type Made } from './acting.js';
import { mischief } from './mischief.js';
import { amendments, orderly } from './orderly.js';
import { actsOfGeneralUnit, actsOfKeyUnit, unit } from './units.js';

type Placed = Omit<ScenarioAct, 'index'>;

const KEY_UNITS = ['BJ-0001', 'BJ-0002'] as const;
const GENERAL_UNIT = 'BJ-0003';
const REVISIONS = [
  { revision: 2, basis: '通告', deadlines: { surrender: '2024-11-30', 'offset-application': '2024-10-31' } },
  {
    revision: 3,
    basis: '通告',
    deadlines: {
      'first-report': '2024-07-31',
      'general-report': '2024-08-15',
      'verified-report': '2024-08-31',
      confirmation: '2024-09-30',
    },
  },
] as const;

const other = fc.constantFrom(...KEY_UNITS, GENERAL_UNIT);
const ofAnyUnit: fc.Arbitrary<Made> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...KEY_UNITS).chain((id) => actsOfKeyUnit(id, other)) },
  { weight: 2, arbitrary: actsOfGeneralUnit(GENERAL_UNIT, other) },
);
const anybody: fc.Arbitrary<Made> = fc.oneof(
  { weight: 30, arbitrary: ofAnyUnit },
  { weight: 2, arbitrary: byTheCity },
  { weight: 3, arbitrary: mischief(fc.oneof(ofAnyUnit, byTheCity)) },
);

const clock = fc.constantFrom('10:00:00', '10:00:00', '00:00:00', '09:00:00', '23:59:59');
const placed = (made: fc.Arbitrary<Made>): fc.Arbitrary<Placed> =>
  fc
    .tuple(made, fc.integer({ min: -3, max: DAYS + 3 }), clock)
    .map(([raw, day, time]) => ({ at: instantOf(addDays(FROM, day), time), raw }));

/** Some acts are done again, in the same second or days later. */
const again = (acts: readonly Placed[]): fc.Arbitrary<Placed[]> =>
  fc
    .array(fc.tuple(fc.nat({ max: Math.max(0, acts.length - 1) }), fc.constantFrom(0, 1, 86_400_000, 864_000_000)), {
      maxLength: 4,
    })
    .map((twice) => [
      ...acts,
      ...twice.flatMap(([which, later]) => {
        const act = acts[which];
        return act ? [{ ...act, at: act.at + later }] : [];
      }),
    ]);

/** Two key units and a general one that trade with each other, an orderly year or none, and up to sixty acts of any kind. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    fc.tuple(unit(KEY_UNITS[0], 'key'), unit(KEY_UNITS[1], 'key'), unit(GENERAL_UNIT, 'general')),
    fc.array(placed(anybody), { minLength: 5, maxLength: 60 }).chain(again),
    fc.boolean(),
    fc.tuple(
      ...KEY_UNITS.map((id) => fc.oneof({ weight: 4, arbitrary: orderly(id, other) }, { weight: 1, arbitrary: fc.constant([]) })),
    ),
    amendments,
  )
  .map(([units, acts, allowProvisional, plans, amended]) => ({
    name: 'random',
    cycle: 2024,
    from: FROM,
    until: UNTIL,
    units,
    allowProvisional,
    revisions: REVISIONS,
    mailboxes: {},
    acts: [...acts, ...plans.flat(), ...amended].map((one, index) => ({ ...one, index })),
  }));

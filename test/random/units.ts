import fc from 'fast-check';
import { addDays } from '../../domain/model/instant.js';
import type { ScenarioUnit } from '../../simulator/scenario.js';
import {
  act,
  basis,
  byHand,
  DAYS,
  decided,
  decision,
  emissions,
  FROM,
  lots,
  month,
  onAccount,
  result,
  sealed,
  whole,
  type Made,
} from './acting.js';

const KEY_DUTIES = [
  'first-report',
  'verified-report',
  'first-check',
  'adjustment-application',
  'offset-application',
  'surrender',
];

const dutyOfKeyUnit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KEY_DUTIES, 'data-quality-plan', 'confirmation', 'collection', 'no-such-duty') },
  { weight: 1, arbitrary: month.map((one) => `monthly-evidence/${one}`) },
  { weight: 1, arbitrary: month.map((one) => `monthly-check/${one}`) },
);

/** What a key unit files, and what its district and the city answer. */
const filings = (id: string): fc.Arbitrary<Made>[] => {
  const verifier = fc.constantFrom('V-01', 'V-02');
  const evidence = { month, electricityMWh: whole(5000), fuels: fc.constant([]), files: fc.constant([]) };
  const scores = fc.constant({ management: '80', impartiality: '80', timeliness: '80', quality: '80' });
  return [
    act(id, 'submit-first-report', undefined, fc.record({ emissions, sealed })),
    act(id, 'submit-data-quality-plan', undefined, fc.record({ sealed })),
    act(id, 'appoint-verifier', undefined, fc.record({ verifier })),
    act(
      id,
      'submit-verified-report',
      undefined,
      fc.record({ emissions, sealed, verifierReport: fc.record({ verifier, sealed }) }),
    ),
    act(id, 'submit-monthly-evidence', undefined, fc.record(evidence)),
    act('chaoyang', 'check-monthly-evidence', id, fc.record({ month, result })),
    act('chaoyang/x', 'first-check', id, fc.record({ result })),
    act('haidian', 'first-check', id, fc.record({ result })),
    act(id, 'apply-for-adjustment', undefined, fc.record({ ground: fc.constant('新增设施'), tonnes: whole(500), sealed })),
    act(id, 'apply-for-offsets', undefined, fc.record({ lots: lots(id) })),
    act(id, 'surrender', undefined, fc.oneof(fc.record({ quantity: whole(2500) }), fc.record({ lots: lots(id) }))),
    decided('record-expert-meeting', id, fc.oneof(fc.record({ emissions, opinion: basis }), fc.record({ opinion: basis }))),
    decided('assess-verifier', id, fc.record({ verifier, scores, basis })),
  ];
};

/** What the city decides about a key unit, and corrects. */
const decisions = (id: string): fc.Arbitrary<Made>[] => [
  decided('decide-adjustment', id, fc.record({ result: decision, tonnes: whole(500), basis })),
  decided('pre-allocate', id, fc.oneof(fc.record({ amount: whole(2000), basis }), fc.constant({}))),
  decided('record-spot-check', id, fc.record({ emissions })),
  decided(
    'confirm-emissions',
    id,
    fc.oneof({ weight: 4, arbitrary: fc.record({ emissions, basis }) }, { weight: 1, arbitrary: fc.constant({}) }),
  ),
  decided('allocate', id, fc.record({ amount: whole(3000), basis })),
  decided('decide-offsets', id, fc.record({ result: decision })),
  decided('correct-emissions', id, fc.record({ emissions, basis })),
  decided('correct-allocation', id, fc.record({ amount: whole(3000), basis })),
];

/** The acts that concern one key unit. */
export const actsOfKeyUnit = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Made> =>
  fc.oneof(...filings(id), ...decisions(id), ...onAccount(id, other), ...byHand(id, other, dutyOfKeyUnit));

const dutyOfGeneralUnit = fc.constantFrom('general-report', 'general-check', 'first-report');

/** The acts that concern one general reporting unit: one report, one check, and an account like anybody's. */
export const actsOfGeneralUnit = (id: string, other: fc.Arbitrary<string>): fc.Arbitrary<Made> =>
  fc.oneof(
    { weight: 4, arbitrary: act(id, 'submit-general-report', undefined, fc.record({ emissions, sealed })) },
    { weight: 4, arbitrary: act('chaoyang', 'check-general-report', id, fc.record({ result })) },
    ...[...onAccount(id, other), ...byHand(id, other, dutyOfGeneralUnit)].map((arbitrary) => ({ weight: 1, arbitrary })),
  );

const offset = fc.record({
  product: fc.constantFrom('ccer' as const, 'carbon-inclusive' as const),
  origin: fc.constantFrom('beijing' as const, 'outside' as const),
  recordedOn: fc.constantFrom('2016-05-01', '2017-03-14', '2017-03-15', '2023-02-01'),
  quantity: whole(120),
});
const allowance = fc.record({
  product: fc.constant('allowance' as const),
  vintage: fc.constantFrom(2021, 2022),
  quantity: whole(1500),
});
const holdings = fc
  .tuple(fc.array(offset, { maxLength: 2 }), fc.array(fc.oneof(allowance, offset), { maxLength: 3 }))
  .map((lotsOf) => lotsOf.flat());

/** Mostly all of it is asked of a unit, from the first day on. */
const flag = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);
const listedOn = fc.integer({ min: -60, max: DAYS - 1 }).map((day) => addDays(FROM, day));

/** A unit as the register may have it. */
export const unit = (id: string, kind: 'key' | 'general'): fc.Arbitrary<ScenarioUnit> =>
  fc
    .record({
      newlyListed: kind === 'key' ? fc.boolean() : fc.constant(false),
      settled: fc.boolean(),
      holdings,
      mustReport: flag,
      mustBeVerified: flag,
      mustSettle: flag,
      listedOn,
      fromTheStart: flag,
    })
    .map(({ newlyListed, settled, holdings: held, fromTheStart, listedOn: day, ...flags }) => ({
      id,
      kind,
      newlyListed,
      name: '示例单位',
      district: 'chaoyang',
      mail: `${id}@unit.example`,
      holdings: held,
      ...flags,
      ...(fromTheStart ? {} : { listedOn: day }),
      lastCycle: { approved: '2000', settled },
    }));

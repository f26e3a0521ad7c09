import type { Json } from '../../domain/model/json.js';
import { parseScenario, type Scenario } from '../../simulator/scenario.js';
import type { DemoCity, GeneralUnit, KeyUnit } from './city.js';
import { readDays } from './days.js';
import { clock, day, idOf, part, type Entry } from './entry.js';
import { monthOf, MONTHS } from './months.js';

/** When things happen in this year, and how much. */
const { report: REPORT, city: DECIDED, unit: UNIT, general: GENERAL } = readDays();

const CITY = { by: 'city/a', approvedBy: 'city/b' } as const;

/** The lots that a scenario's unit begins with are numbered as they stand: allowances first. */
const holdingsOf = ({ emissions, story }: KeyUnit): Json[] => [
  { product: 'allowance', vintage: UNIT.before.vintage, quantity: part(emissions, UNIT.before.share) },
  ...(story === 'offsets' || story === 'offset-waiting'
    ? [
        {
          product: 'ccer',
          origin: 'beijing',
          recordedOn: UNIT.offsets['recorded-on'],
          quantity: part(emissions, UNIT.offsets.share),
        },
      ]
    : []),
];

/** The annual acts of a key unit up to its verified report and the district's look at it. */
function reports(city: DemoCity, u: KeyUnit, n: number): Entry[] {
  const id = idOf('key', n);
  const { story, emissions, district } = u;
  if (story === 'never') return [];
  const verifier = city.verifiers[n % city.verifiers.length] ?? '';
  const verified = (extra: number): Json => ({
    emissions: `${part(emissions, 1_000 + extra)}.4`,
    sealed: true,
    verifierReport: { verifier, sealed: true },
  });
  const at = clock(n);
  const first = story === 'late-report' ? 21 : 3 + (n % 11);
  const filed = 2 + (n % 12);
  const checked = 16 + (n % 8);
  const slept = district === city.asleep.district && n % 2 === 0;
  const check = (on: number, brings: Json): Entry => ({
    on: day(REPORT['verified-in'], on),
    at,
    by: `${district}/x`,
    for: id,
    do: 'first-check',
    with: brings,
  });
  const plan: Entry = { on: REPORT['plan-on'], at, by: id, do: 'submit-data-quality-plan', with: { sealed: true, version: '1' } };
  return [
    ...(story === 'newly-listed' ? [plan] : []),
    {
      on: day(REPORT['first-in'], first),
      at,
      by: id,
      do: 'submit-first-report',
      with: { emissions: part(emissions, 998), sealed: true },
    },
    { on: day(REPORT['first-in'], Math.min(28, first + 2)), at, by: id, do: 'appoint-verifier', with: { verifier } },
    { on: day(REPORT['verified-in'], filed), at, by: id, do: 'submit-verified-report', with: verified(0) },
    ...(slept
      ? []
      : story === 'returned'
        ? [
            check(17, { result: 'return', findings: REPORT.returned }),
            { on: day(REPORT['verified-in'], 22), at, by: id, do: 'submit-verified-report', with: verified(7) },
            check(25, { result: 'pass' }),
          ]
        : [check(checked, { result: 'pass' })]),
  ];
}

/** What the city decides about a key unit. */
function decisions(u: KeyUnit, n: number): Entry[] {
  const id = idOf('key', n);
  const { story, emissions } = u;
  const at = clock(n);
  if (story === 'never') return [];
  const preAllocated: Entry = {
    ...CITY,
    on: DECIDED['pre-allocation'].on,
    at,
    for: id,
    do: 'pre-allocate',
    with: { amount: part(emissions, DECIDED['pre-allocation'].share), basis: DECIDED['pre-allocation'].basis },
  };
  if (story === 'unconfirmed') return [preAllocated];
  // newly listed: nothing is issued in advance
  const before = story === 'newly-listed' ? [] : [preAllocated];
  const day0 = story === 'late-confirmed' ? DECIDED['confirmed-late-on'] : day(DECIDED['confirmed-in'], 4 + (n % 9));
  const spot: Entry = {
    ...CITY,
    on: DECIDED['spot-check'].on,
    at,
    for: id,
    do: 'record-spot-check',
    with: { emissions: part(emissions, DECIDED['spot-check'].share) },
  };
  return [
    ...before,
    ...(story === 'spot-checked' ? [spot] : []),
    {
      ...CITY,
      on: day0,
      at,
      for: id,
      do: 'confirm-emissions',
      with: { emissions: `${part(emissions, story === 'returned' ? 1_007 : 1_000)}.4`, basis: '核查报告' },
    },
    {
      ...CITY,
      on: story === 'late-confirmed' ? DECIDED['allocated-late-on'] : DECIDED['allocated-on'],
      at: clock(n + 2),
      for: id,
      do: 'allocate',
      with: { amount: part(emissions, DECIDED.allocated[story] ?? DECIDED.allocated['usual'] ?? 0), basis: '核定意见' },
    },
  ];
}

/** What a unit does about its gap, and whether it has surrendered by now. */
function settling(u: KeyUnit, n: number): Entry[] {
  const id = idOf('key', n);
  const { story, emissions } = u;
  const at = clock(n + 1);
  const lots: Json = [{ lot: `${id}/L2`, quantity: part(emissions, UNIT.offsets.share) }];
  const apply: Entry = { on: UNIT.offsets['applied-on'], at, by: id, do: 'apply-for-offsets', with: { lots } };
  switch (story) {
    case 'settled':
      return [
        { on: day(UNIT['surrendered-in'], 22 + (n % 8)), at, by: id, do: 'surrender', with: { quantity: String(emissions + 1) } },
      ];
    case 'adjustment':
      return [
        {
          on: UNIT.adjustment['applied-on'],
          at,
          by: id,
          do: 'apply-for-adjustment',
          with: { ground: UNIT.adjustment.ground, tonnes: part(emissions, UNIT.adjustment.asked), sealed: true },
        },
        {
          ...CITY,
          on: UNIT.adjustment['decided-on'],
          at,
          for: id,
          do: 'decide-adjustment',
          with: { result: 'accept', tonnes: part(emissions, UNIT.adjustment.given), basis: UNIT.adjustment.basis },
        },
      ];
    case 'offset-waiting':
      return [apply];
    case 'offsets':
      return [apply, { ...CITY, on: UNIT.offsets['decided-on'], at, for: id, do: 'decide-offsets', with: { result: 'accept' } }];
    default:
      return [];
  }
}

/** Trades on the exchange: whoever has too much sells to whoever lacks, in order. */
function trades({ key }: DemoCity): Entry[] {
  const sellers = key.flatMap(({ story }, n) => (story === 'seller' ? [n] : []));
  return key.flatMap((u, n): Entry[] => {
    const from = sellers[n % sellers.length];
    if (u.story !== 'bought' || from === undefined) return [];
    const brings = {
      from: idOf('key', from),
      to: idOf('key', n),
      quantity: part(u.emissions, UNIT.trade.share),
      price: UNIT.trade.price,
    };
    return [{ on: day(UNIT['traded-in'], 14 + (n % 12)), at: UNIT.trade.at, by: 'exchange', do: 'settle-trade', with: brings }];
  });
}

/** The one report of a general reporting unit. */
function generalYear(city: DemoCity, u: GeneralUnit, n: number): Entry[] {
  const id = idOf('general', n);
  if (u.story === 'never') return [];
  const at = clock(n);
  const file = (on: string): Entry => ({
    on,
    at,
    by: id,
    do: 'submit-general-report',
    with: { emissions: String(u.emissions), sealed: true },
  });
  const on = u.story === 'late' ? GENERAL['filed-late-on'] : day(GENERAL['filed-in'], 5 + ((n * 5) % 24));
  if (u.district === city.asleep.district && n % 3 === 0) return [file(on)];
  const check = (when: string, brings: Json): Entry => ({
    on: when,
    at,
    by: `${u.district}/x`,
    for: id,
    do: 'check-general-report',
    with: brings,
  });
  if (u.story !== 'returned') return [file(on), check(day(GENERAL['checked-in'], 22 + (n % 7)), { result: 'pass' })];
  return [
    file(on),
    check(GENERAL['returned-on'], { result: 'return', findings: GENERAL.returned }),
    file(GENERAL['filed-again-on']),
    check(GENERAL['passed-on'], { result: 'pass' }),
  ];
}

export const unitsOf = ({ key, general }: DemoCity): string[] => [
  ...key.map((_, n) => idOf('key', n)),
  ...general.map((_, n) => idOf('general', n)),
];

/** The year of a demonstration city up to its last day that is played: the same city, the same year. */
export function yearOf(city: DemoCity): Scenario {
  const { name, cycle, from, until, key, general } = city;
  const units = [
    ...key.map((u, n) => ({
      id: idOf('key', n),
      name: `${u.name}有限公司`,
      kind: 'key',
      district: u.district,
      ...(u.story === 'newly-listed' ? { newlyListed: true } : {}),
      mail: `ops@${idOf('key', n).toLowerCase()}.example`,
      lastCycle: { approved: part(u.emissions, 990), settled: true },
      holdings: holdingsOf(u),
    })),
    ...general.map((u, n) => ({
      id: idOf('general', n),
      name: `${u.name}有限公司`,
      kind: 'general',
      district: u.district,
      mail: `ops@${idOf('general', n).toLowerCase()}.example`,
    })),
  ];
  const acts = [
    ...key.flatMap((u, n) => [
      ...reports(city, u, n),
      ...decisions(u, n),
      ...settling(u, n),
      ...MONTHS.flatMap((m) => monthOf(city, u, n, m)),
    ]),
    ...trades(city),
    ...general.flatMap((u, n) => generalYear(city, u, n)),
  ];
  return parseScenario(JSON.stringify({ name, cycle, from, until, units, acts }), 'client/demo/city.yaml');
}

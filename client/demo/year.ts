import { createHash } from 'node:crypto';
import type { Json } from '../../domain/model/json.js';
import { parseScenario, type Scenario } from '../../simulator/scenario.js';
import type { DemoCity, GeneralUnit, KeyUnit } from './city.js';

interface Entry {
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly do: string;
  readonly for?: string;
  readonly approvedBy?: string;
  readonly with: Json;
}

/** Whole tonnes, so many thousandths of a figure. */
const part = (tonnes: number, thousandths: number): string => String(Math.round((tonnes * thousandths) / 1_000));

/** Hours and minutes that differ from unit to unit: an office day is from nine to five. */
const clock = (n: number): string =>
  `${String(9 + (n % 8)).padStart(2, '0')}:${String((n * 17) % 60).padStart(2, '0')}:${String((n * 29) % 60).padStart(2, '0')}`;

const day = (month: string, n: number): string => `${month}-${String(n).padStart(2, '0')}`;
const next = (month: string): string => `2024-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;

/** Units are numbered by their place in the file. */
export const idOf = (kind: 'key' | 'general', n: number): string =>
  `BJ-${String((kind === 'key' ? 1 : 2_001) + n).padStart(4, '0')}`;
const CITY = { by: 'city/a', approvedBy: 'city/b' } as const;
const fileOf = (name: string, what: string): Json => ({
  name,
  sha256: createHash('sha256').update(`${what}/${name}`).digest('hex'),
});

const MONTHS = ['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09'] as const;
/** Electricity over the year, in thousandths of a mean month: heating in spring, cooling in summer. */
const SEASON: Readonly<Record<string, number>> = {
  ...{ '2024-04': 920, '2024-05': 880, '2024-06': 1040, '2024-07': 1210, '2024-08': 1180, '2024-09': 970 },
};
const LATE_MONTHS: readonly string[] = ['2024-07', '2024-08'];
const LAST = '2024-09';

/** What a unit files for a month, and what its district makes of it. */
function monthOf(city: DemoCity, u: KeyUnit, n: number, month: string): Entry[] {
  const id = idOf('key', n);
  const m = MONTHS.indexOf(month as (typeof MONTHS)[number]);
  if (u.story === 'never' || (u.story === 'missing-month' && month === LAST)) return [];
  const late = u.story === 'late-months' && LATE_MONTHS.includes(month);
  const filed = late ? 23 : 5 + ((n * 7 + m * 3) % 12);
  const mwh = (u.emissions * 0.11 * (SEASON[month] ?? 1_000)) / 12_000;
  const gas = (u.emissions * 0.21 * (SEASON[month] ?? 1_000)) / 12_000 / 21.6;
  const files = [fileOf(`${month} 电费结算单.pdf`, id), fileOf(`${month} 燃气结算单.pdf`, id)];
  const filing: Entry = {
    ...{ on: day(next(month), filed), at: clock(n + m), by: id, do: 'submit-monthly-evidence' },
    with: {
      ...{ month, electricityMWh: mwh.toFixed(2), files },
      fuels: [{ fuel: 'natural-gas', consumption: gas.toFixed(3) }],
    },
  };
  const asleep = u.district === city.asleep.district && month >= city.asleep.since;
  if (asleep) return [filing];
  const returned = u.story === 'month-returned' && month === LAST;
  const check: Entry = {
    ...{ on: day(next(month), Math.min(29, filed + 3 + (n % 5))), at: clock(n + 3), by: `${u.district}/x`, for: id },
    do: 'check-monthly-evidence',
    with: returned
      ? { month, result: 'return', findings: ['用电量较上月下降四成，缺少说明', '燃气结算单缺第二页'] }
      : { month, result: 'pass' },
  };
  return [filing, check];
}

/** The lots that a scenario's unit begins with are numbered as they stand: allowances first. */
const holdingsOf = ({ emissions, story }: KeyUnit): Json[] => [
  { product: 'allowance', vintage: 2022, quantity: part(emissions, 35) },
  ...(story === 'offsets' || story === 'offset-waiting'
    ? [{ product: 'ccer', origin: 'beijing', recordedOn: '2021-03-01', quantity: part(emissions, 30) }]
    : []),
];

/** How much of its emissions a unit is allocated, in thousandths. */
const ALLOCATED: Readonly<Partial<Record<KeyUnit['story'], number>>> = {
  ...{ short: 905, bought: 890, seller: 1_090, offsets: 945, 'offset-waiting': 940, 'spot-checked': 930 },
};

/** The annual acts of a key unit up to its verified report and the district's look at it. */
function reports(city: DemoCity, u: KeyUnit, n: number): Entry[] {
  const id = idOf('key', n);
  const { story, emissions, district } = u;
  if (story === 'never') return [];
  const verifier = city.verifiers[n % city.verifiers.length] ?? '';
  const verified = (extra: number): Json => ({
    ...{ emissions: `${part(emissions, 1_000 + extra)}.4`, sealed: true, verifierReport: { verifier, sealed: true } },
  });
  const at = clock(n);
  const first = story === 'late-report' ? 21 : 3 + (n % 11);
  const filed = 2 + (n % 12);
  const checked = 16 + (n % 8);
  const slept = district === city.asleep.district && n % 2 === 0;
  const check = (on: number, brings: Json): Entry => ({
    ...{ on: day('2024-07', on), at, by: `${district}/x`, for: id, do: 'first-check', with: brings },
  });
  const plan: Entry = { on: day('2024-06', 6), at, by: id, do: 'submit-data-quality-plan', with: { sealed: true, version: '1' } };
  return [
    ...(story === 'newly-listed' ? [plan] : []),
    { on: day('2024-06', first), at, by: id, do: 'submit-first-report', with: { emissions: part(emissions, 998), sealed: true } },
    { on: day('2024-06', Math.min(28, first + 2)), at, by: id, do: 'appoint-verifier', with: { verifier } },
    { on: day('2024-07', filed), at, by: id, do: 'submit-verified-report', with: verified(0) },
    ...(slept
      ? []
      : story === 'returned'
        ? [
            check(17, { result: 'return', findings: ['外购电量与月度存证合计相差 6.2%', '氧化率取值未说明来源'] }),
            { on: day('2024-07', 22), at, by: id, do: 'submit-verified-report', with: verified(7) },
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
    ...{ ...CITY, on: '2024-07-12', at, for: id, do: 'pre-allocate' },
    with: { amount: part(emissions, 690), basis: '2024 年度预发方案（演示）' },
  };
  if (story === 'unconfirmed') return [preAllocated];
  // newly listed: nothing is issued in advance
  const before = story === 'newly-listed' ? [] : [preAllocated];
  const day0 = story === 'late-confirmed' ? '2024-10-18' : day('2024-09', 4 + (n % 9));
  const spot: Entry = {
    ...{ ...CITY, on: '2024-08-20', at, for: id, do: 'record-spot-check', with: { emissions: part(emissions, 1_002) } },
  };
  return [
    ...before,
    ...(story === 'spot-checked' ? [spot] : []),
    {
      ...{ ...CITY, on: day0, at, for: id, do: 'confirm-emissions' },
      with: { emissions: `${part(emissions, story === 'returned' ? 1_007 : 1_000)}.4`, basis: '核查报告' },
    },
    {
      ...{ ...CITY, on: story === 'late-confirmed' ? '2024-10-21' : '2024-09-13', at: clock(n + 2), for: id, do: 'allocate' },
      with: { amount: part(emissions, ALLOCATED[story] ?? 985), basis: '核定意见' },
    },
  ];
}

/** What a unit does about its gap, and whether it has surrendered by now. */
function settling(u: KeyUnit, n: number): Entry[] {
  const id = idOf('key', n);
  const { story, emissions } = u;
  const at = clock(n + 1);
  const lots: Json = [{ lot: `${id}/L2`, quantity: part(emissions, 30) }];
  const apply: Entry = { on: '2024-10-09', at, by: id, do: 'apply-for-offsets', with: { lots } };
  switch (story) {
    case 'settled':
      return [{ on: day('2024-10', 22 + (n % 8)), at, by: id, do: 'surrender', with: { quantity: String(emissions + 1) } }];
    case 'adjustment':
      return [
        {
          ...{ on: '2024-07-08', at, by: id, do: 'apply-for-adjustment' },
          with: { ground: '新增设施：二期场馆 2024 年 3 月投产', tonnes: part(emissions, 40), sealed: true },
        },
        {
          ...{ ...CITY, on: '2024-08-15', at, for: id, do: 'decide-adjustment' },
          with: { result: 'accept', tonnes: part(emissions, 30), basis: '现场核实（演示）' },
        },
      ];
    case 'offset-waiting':
      return [apply];
    case 'offsets':
      return [apply, { ...CITY, on: '2024-10-17', at, for: id, do: 'decide-offsets', with: { result: 'accept' } }];
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
    const brings = { from: idOf('key', from), to: idOf('key', n), quantity: part(u.emissions, 60), price: '104.50' };
    return [{ on: day('2024-10', 14 + (n % 12)), at: '14:05:00', by: 'exchange', do: 'settle-trade', with: brings }];
  });
}

/** The one report of a general reporting unit. */
function generalYear(city: DemoCity, u: GeneralUnit, n: number): Entry[] {
  const id = idOf('general', n);
  if (u.story === 'never') return [];
  const at = clock(n);
  const file = (on: string): Entry => ({
    ...{ on, at, by: id, do: 'submit-general-report', with: { emissions: String(u.emissions), sealed: true } },
  });
  const on = u.story === 'late' ? '2024-07-19' : day('2024-06', 5 + ((n * 5) % 24));
  if (u.district === city.asleep.district && n % 3 === 0) return [file(on)];
  const check = (when: string, brings: Json): Entry => ({
    ...{ on: when, at, by: `${u.district}/x`, for: id, do: 'check-general-report', with: brings },
  });
  if (u.story !== 'returned') return [file(on), check(day('2024-07', 22 + (n % 7)), { result: 'pass' })];
  return [
    file(on),
    check('2024-07-18', { result: 'return', findings: ['燃气消费量单位应为万立方米'] }),
    file('2024-07-26'),
    check('2024-08-05', { result: 'pass' }),
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
      ...{ id: idOf('key', n), name: `${u.name}有限公司`, kind: 'key', district: u.district },
      ...(u.story === 'newly-listed' ? { newlyListed: true } : {}),
      mail: `ops@${idOf('key', n).toLowerCase()}.example`,
      lastCycle: { approved: part(u.emissions, 990), settled: true },
      holdings: holdingsOf(u),
    })),
    ...general.map((u, n) => ({
      ...{ id: idOf('general', n), name: `${u.name}有限公司`, kind: 'general', district: u.district },
      mail: `ops@${idOf('general', n).toLowerCase()}.example`,
    })),
  ];
  const acts = [
    ...key.flatMap((u, n) => [
      ...reports(city, u, n),
      ...decisions(u, n),
      ...settling(u, n),
      ...MONTHS.flatMap((month) => monthOf(city, u, n, month)),
    ]),
    ...trades(city),
    ...general.flatMap((u, n) => generalYear(city, u, n)),
  ];
  return parseScenario(JSON.stringify({ name, cycle, from, until, units, acts }), 'client/demo/city.yaml');
}

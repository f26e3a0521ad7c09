import { createHash } from 'node:crypto';
import type { Json } from '../../domain/model/json.js';
import type { DemoCity, KeyUnit } from './city.js';
import { readDays } from './days.js';
import { clock, day, idOf, type Entry } from './entry.js';

const EVIDENCE = readDays().evidence;

/** The months of which evidence is filed, by their places. */
export const MONTHS = [...EVIDENCE.months.keys()];

const fileOf = (name: string, what: string): Json => ({
  name,
  sha256: createHash('sha256').update(`${what}/${name}`).digest('hex'),
});

const NO_MONTH = { month: '', share: 0, 'filed-in': '' };

/** What a unit files for a month, and what its district makes of it. */
export function monthOf(city: DemoCity, u: KeyUnit, n: number, m: number): Entry[] {
  const id = idOf('key', n);
  const { month, share, 'filed-in': filedIn } = EVIDENCE.months[m] ?? NO_MONTH;
  if (u.story === 'never' || (u.story === 'missing-month' && month === EVIDENCE.last)) return [];
  const late = u.story === 'late-months' && EVIDENCE.late.includes(month);
  const filed = late ? 23 : 5 + ((n * 7 + m * 3) % 12);
  const mwh = (u.emissions * EVIDENCE.electricity * share) / 12_000_000;
  const gas = (u.emissions * EVIDENCE.gas * share) / 12_000_000 / 21.6;
  const files = [fileOf(`${month} 电费结算单.pdf`, id), fileOf(`${month} 燃气结算单.pdf`, id)];
  const filing: Entry = {
    on: day(filedIn, filed),
    at: clock(n + m),
    by: id,
    do: 'submit-monthly-evidence',
    with: {
      month,
      electricityMWh: mwh.toFixed(2),
      files,
      fuels: [{ fuel: 'natural-gas', consumption: gas.toFixed(3) }],
    },
  };
  const asleep = u.district === city.asleep.district && month >= city.asleep.since;
  if (asleep) return [filing];
  const returned = u.story === 'month-returned' && month === EVIDENCE.last;
  const check: Entry = {
    on: day(filedIn, Math.min(29, filed + 3 + (n % 5))),
    at: clock(n + 3),
    by: `${u.district}/x`,
    for: id,
    do: 'check-monthly-evidence',
    with: returned ? { month, result: 'return', findings: EVIDENCE.returned } : { month, result: 'pass' },
  };
  return [filing, check];
}

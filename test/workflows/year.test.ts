import { expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { instantOf, startOf, type Instant } from '../../domain/model/instant.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { quiet, testTheatre } from '../drill/theatre.js';
import { runsOf } from './history.js';

/** Nobody ever does anything, from the first day of the year: every reminder and every deadline comes by a timer. */
const NOBODY_ACTS = `
name: a year in which nobody acts
cycle: 2024
from: 2024-01-01
until: 2025-01-31
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang, lastCycle: { approved: '100000', settled: true } }
`;

const at9 = (day: string): Instant => instantOf(day, '09:00:00');

/**
 * 三(一)1, 三(二), 三(三), by hand from the calendar: reminders at 09:00 on 30, 7 and 1 days before what the unit owes or
 * may do, 3 and 1 days before the city's dates; what is missed is missed at 24:00 of its day. Nobody reminds of offsets
 * or of the surrender before the confirmation, and without it nothing is collected.
 */
const CYCLE: readonly Instant[] = [
  at9('2024-05-16'), // first report, due 15 June
  at9('2024-06-08'),
  at9('2024-06-14'),
  at9('2024-06-15'), // verified report and adjustment, due 15 July
  startOf('2024-06-16'),
  at9('2024-07-08'),
  at9('2024-07-12'), // pre-allocation
  at9('2024-07-14'),
  startOf('2024-07-16'),
  at9('2024-09-12'), // confirmation and final allocation, due 15 September
  at9('2024-09-14'),
  startOf('2024-09-16'),
  startOf('2024-10-16'), // the right to apply for offsets lapses
];

/** 三(一)1「每月结束后20个自然日内」: by the 20th of the next month; reminders 5 and 1 days before. */
const EVIDENCE: readonly Instant[] = [
  '2023-12',
  '2024-01',
  '2024-02',
  '2024-03',
  '2024-04',
  '2024-05',
  '2024-06',
  '2024-07',
  '2024-08',
  '2024-09',
  '2024-10',
  '2024-11',
  '2024-12',
].flatMap((month, n, months) => {
  const next = months[n + 1] ?? '2025-01';
  return month === '2023-12' ? [] : [at9(`${next}-15`), at9(`${next}-19`), startOf(`${next}-21`)];
});

const MINUTE = 60_000;

it('三(一)1 — a year of timers, through every continue-as-new, fires on the right days', async () => {
  const scenario = parseScenario(NOBODY_ACTS, 'nobody acts');
  const theatre = await testTheatre();
  await run(theatre, scenario, 0, quiet);
  let renewals = 0;
  for (const { id, opensAt } of opensOf(scenario)) {
    const expected = id.endsWith('compliance-cycle') ? CYCLE : EVIDENCE;
    const record = await theatre.book.readCase(id);
    const played = record?.steps.flatMap(({ key }) => (key.startsWith('at:') ? [Number(key.slice(3))] : [])) ?? [];
    expect(played).toEqual(expected);

    const runs = await runsOf(theatre.client, `${theatre.prefix}${id}`);
    renewals += runs.filter(({ continuedAsNew }) => continuedAsNew).length;
    const [first] = runs;
    const shift = (first?.startedAt ?? 0) - opensAt;
    const fired = runs.flatMap(({ timersFiredAt }) => timersFiredAt).map((at) => at - shift);
    expect(fired).toHaveLength(expected.length);
    // the nominal instants are exact; the timers behind them fire on their day, however busy the server is
    fired.forEach((at, n) => {
      expect(Math.abs(at - (expected[n] ?? 0))).toBeLessThan(MINUTE);
    });
    expect(runs.flatMap(({ timerSummaries }) => timerSummaries)[0]).toMatch(/\p{Script=Han}.*提醒/u);
    for (const { events } of runs) expect(events).toBeLessThan(200);
  }
  expect(renewals).toBeGreaterThanOrEqual(2);
});

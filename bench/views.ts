/**
 * What a view costs at 2,200 cases in the middle of a season, beside a bare query of as many rows of the same tables in the same run,
 * and the same answer folded from the events. `npm run bench:views`.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../domain/model/instant.js';
import { Book } from '../records/book.js';
import { migrate } from '../records/migrate.js';
import { rebuildViews } from '../records/rebuild-views.js';
import { startOwnServer } from '../test/records/own-server.js';
import { readCases } from '../views/case-history.js';
import { cycleReport, report } from '../views/cycle-report.js';
import { inbox } from '../views/inbox.js';
import { punctuality } from '../views/punctuality.js';
import { unitStatus } from '../views/unit-status.js';
import { units } from '../views/units.js';
import { say, sayRow } from './measure.js';
import { casesOf, laySeason, unitsOf } from './season.js';

const UNIT_YEAR = fileURLToPath(new URL('unit-year.yaml', import.meta.url));
const CITY = { filing: 450, silent: 450, general: 400 };
const UNTIL = '2024-11-20';
const CYCLE = 2024;
const RUNS = 40;
const WARM_UP = 5;
const PAGE = 50;
const MIDDLE = 0.5;
const NEARLY_ALL = 0.95;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const measured = async (work: () => Promise<unknown>): Promise<number[]> => {
  const took: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) took.push(await milliseconds(work));
  return took.slice(WARM_UP).sort((a, b) => a - b);
};

const at = (sorted: readonly number[], share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);

interface View {
  readonly name: string;
  /** Answers how many rows it is made of. */
  readonly ask: () => Promise<number>;
  /** The same number of rows of the table that it reads. */
  readonly bare: string;
}

const DUTIES = 'select case_id, n, duty, due_on::text, since from case_duties limit';
const VIEWS = 'select case_id, unit, name, district, holds, figures from case_views limit';
const CHECKS = 'select case_id, n, "check", district, filed_at from case_checks limit';

const viewsOf = (book: Book, now: Instant, checks: number): View[] => {
  const question = { cycle: CYCLE, at: now };
  return [
    {
      name: 'inbox of the city, whole',
      ask: async () => (await inbox(book, { city: true }, question)).items.length,
      bare: DUTIES,
    },
    {
      name: `inbox of the city, a page of ${String(PAGE)}`,
      ask: async () => (await inbox(book, { city: true }, { ...question, limit: PAGE })).items.length,
      bare: DUTIES,
    },
    {
      name: 'inbox of a district, whole',
      ask: async () => (await inbox(book, { district: 'chaoyang' }, question)).items.length,
      bare: DUTIES,
    },
    {
      name: 'inbox of a unit',
      ask: async () => (await inbox(book, { unit: 'BJ-4001' }, question)).items.length,
      bare: DUTIES,
    },
    { name: 'units, all', ask: async () => (await units(book, { cycle: CYCLE })).units.length, bare: VIEWS },
    {
      name: `units, a page of ${String(PAGE)}`,
      ask: async () => (await units(book, { cycle: CYCLE, limit: PAGE })).units.length,
      bare: VIEWS,
    },
    {
      name: 'report of the cycle',
      ask: async () => {
        await report(book, question);
        return casesOf(CITY);
      },
      bare: VIEWS,
    },
    {
      name: 'punctuality',
      ask: async () => {
        await punctuality(book, question);
        return checks;
      },
      bare: CHECKS,
    },
    {
      name: 'status of a unit (folded: two cases)',
      ask: async () => (await unitStatus(book, 'BJ-0001', { now: Date.now }))?.standing.cases.length ?? 0,
      bare: VIEWS,
    },
  ];
};

const server = await startOwnServer();
const book = new Book(server.url);
try {
  await migrate(server.url);
  say(
    `load average ${loadavg()[0]?.toFixed(1) ?? '?'}; ${String(casesOf(CITY))} cases of ${String(unitsOf(CITY))} units up to ${UNTIL}`,
  );
  const now = await laySeason(book.pool, CITY, UNTIL, UNIT_YEAR);
  const { rows } = await book.pool.query<{ events: number }>('select count(*)::int as events from events');
  const rebuilt = await milliseconds(() => rebuildViews(book.pool));
  say(`made anew from ${String(rows[0]?.events ?? 0)} events in ${(rebuilt / 1_000).toFixed(1)} s`);
  await book.pool.query('vacuum analyze');
  const checks = (await book.pool.query<{ n: number }>('select count(*)::int as n from case_checks')).rows[0]?.n ?? 0;
  sayRow('milliseconds', ['rows', 'median', '95 %', 'bare median', 'bare 95 %']);
  for (const { name, ask, bare } of viewsOf(book, now, checks)) {
    const count = await ask();
    const took = await measured(ask);
    const floor = await measured(() => book.pool.query(`${bare} ${String(count)}`));
    sayRow(name, [String(count), at(took, MIDDLE), at(took, NEARLY_ALL), at(floor, MIDDLE), at(floor, NEARLY_ALL)]);
  }
  let digest = '';
  const folded = await milliseconds(async () => {
    digest = cycleReport(CYCLE, await readCases(book, CYCLE), now).digest;
  });
  const isSame = digest === (await report(book, { cycle: CYCLE, at: now })).digest;
  say(
    `the report folded from the events: ${(folded / 1_000).toFixed(1)} s, ${isSame ? 'the same to the byte' : 'ANOTHER REPORT'}`,
  );
  if (!isSame) process.exitCode = 1;
} finally {
  await book.close();
  await server.stop();
}

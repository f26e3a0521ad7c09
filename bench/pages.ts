/**
 * What a page costs the server at 1,300 units in the middle of a season, with fifty people browsing at once while five filings a second are
 * stored: time to the whole answer, its bytes, and what the server's process had of a processor. `npm run bench:pages [SECONDS] [PEOPLE]`,
 * the usual being 40 and 50. The browsers are a process of their own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { WorkflowClient } from '@temporalio/client';
import { embeddedSignIn } from '../client/embedded-sign-in.js';
import { cityCaseIdOf } from '../domain/model/case-ids.js';
import { instantOf } from '../domain/model/instant.js';
import { DeskFront } from '../gateway/desk-front.js';
import { makeGateway } from '../gateway/gateway.js';
import { peopleOf } from '../gateway/people.js';
import { Book } from '../records/book.js';
import { openCity } from '../records/city-cycles.js';
import { migrate } from '../records/migrate.js';
import { claimPlatform } from '../records/platform.js';
import { rebuildViews } from '../records/rebuild-views.js';
import { loadRulebook } from '../regulation/load.js';
import { termsOf } from '../regulation/terms.js';
import { startOwnServer } from '../test/records/own-server.js';
import type { Asked, Looked } from './browsers.js';
import { cpuSecondsHere, say, sayRow } from './measure.js';
import { layPapers, oneDocument, propose } from './season-papers.js';
import { laySeason, unitsOf } from './season.js';

const UNIT_YEAR = fileURLToPath(new URL('unit-year.yaml', import.meta.url));
const CITY = { filing: 450, silent: 420, general: 400, engaged: 30 };
const OPENED = '2024-02-01';
const UNTIL = '2024-11-01';
const USUAL = ['40', '50'];
const [seconds = 0, people = 0] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const ACTS_A_SECOND = 5;
const NEARLY_ALL = 0.95;
/** What is asked of a page. */
const MOST_MS = 100;
const MOST_KB = 60;
const PROPOSED = 20;

/** A revision that waits to be adopted: the last day moves by two weeks. */
const REVISION = `
cycle: 2024
revision: 2
notice: jhf-2024-8
basis: 演练用的修订
parameters:
  - name: surrender.due
    value: 2024-11-29
    unit: day
    status: expected
    cite: jhf-2024-8 三(四)
    reading: 'Made up, to be looked at.'
    verified: 2026-11-23
`;
const above = mkdtempSync(join(tmpdir(), 'luyue-bench-'));
const regulation = join(above, 'regulation');
cpSync(fileURLToPath(new URL('../regulation', import.meta.url)), regulation, { recursive: true });
writeFileSync(join(regulation, 'cycles', '2024.r2.yaml'), REVISION);
process.env['LUYUE_REGULATION'] = regulation;

/** What failed is told; what was answered is not. */
const complain = (line: string): void => {
  if (line.includes('"failed"')) say(line);
};

/** Fifty browsers elsewhere; they are ready when everybody has signed in and looked once at each page. */
async function startBrowsers(asked: Asked): Promise<() => Promise<Looked>> {
  const child = fork(fileURLToPath(new URL('browsers.ts', import.meta.url)));
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`the browsers ended: ${String(status)}`);
  });
  ended.catch(() => undefined);
  const told = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), ended]))[0];
  child.send(asked);
  await told();
  return async () => {
    child.send('go');
    return (await told()) as Looked;
  };
}

const server = await startOwnServer();
const book = new Book(server.url, { maxConnections: 10 });
const http = createServer();
try {
  await migrate(server.url);
  await claimPlatform(book.pool, 'embedded');
  const now = await laySeason(book.pool, CITY, UNTIL, UNIT_YEAR);
  const terms = termsOf(loadRulebook(2024, 1));
  await openCity(book.pool, { id: cityCaseIdOf(terms.cycle), terms, opensAt: instantOf(OPENED, '00:00:00') });
  await rebuildViews(book.pool, 'all');
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  const { identity, provider } = await embeddedSignIn(book.pool, origin);
  const client = undefined as unknown as WorkflowClient;
  const front = new DeskFront({ book, client, taskQueue: 'none', now: () => now, stampFor: () => Promise.resolve(now) });
  await layPapers(book.pool, await oneDocument(book.pool, now), now);
  await propose(book.pool, front, now, PROPOSED);
  await book.pool.query('vacuum analyze');
  const app = makeGateway({
    book,
    provider,
    issuers: [],
    isEnded: () => Promise.resolve(false),
    log: complain,
    now: () => now,
    front,
    people: peopleOf(book.pool, provider.settings.issuer),
    rates: { person: 1_000, party: 5_000, address: 5_000 },
  });
  const listener = getRequestListener(app.fetch);
  http.on('request', (req, res) => void listener(req, res));

  const look = await startBrowsers({ origin, people, seconds });
  say(
    `${String(unitsOf(CITY))} units, ${String(people)} people, ${String(ACTS_A_SECOND)} filings a second, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );

  const over = Date.now() + seconds * 1_000;
  const file = async (): Promise<void> => {
    for (let n = 0; Date.now() < over; n += 1) {
      const id = `BJ-${String(1 + (n % CITY.filing)).padStart(4, '0')}`;
      await book.store({
        asker: id,
        id: `bench-${String(n)}`,
        asked: '0'.repeat(64),
        do: 'submit-first-report',
        by: id,
        with: {},
        for: id,
        cases: [{ case: `2024/${id}/compliance-cycle`, role: 'decides' }],
      });
      await pause(1_000 / ACTS_A_SECOND);
    }
  };
  const before = cpuSecondsHere();
  const [{ took, beside }] = await Promise.all([look(), file()]);
  const processor = cpuSecondsHere() - before;

  const at = (ms: readonly number[], share: number): number =>
    [...ms].sort((a, b) => a - b)[Math.ceil(ms.length * share) - 1] ?? 0;
  sayRow('page', ['asked', 'median ms', '95 % ms', 'first view kB']);
  for (const [page, { ms, bytes }] of [...took].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [late, kB] = [at(ms, NEARLY_ALL), (bytes + beside) / 1_000];
    const cells = [String(ms.length), at(ms, 0.5).toFixed(0), late.toFixed(0), kB.toFixed(1)];
    sayRow(page.slice(0, 42), [...cells, late > MOST_MS || kB > MOST_KB ? 'over' : '']);
  }
  const all = took.flatMap(([, { ms }]) => ms);
  sayRow('all', [String(all.length), at(all, 0.5).toFixed(0), at(all, NEARLY_ALL).toFixed(0), '']);
  say(
    `style sheet and script: ${(beside / 1_000).toFixed(1)} kB; the server had ${((processor * 1_000) / all.length).toFixed(1)} ms of a processor for a page, its filings included; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  identity.stop();
} finally {
  http.closeAllConnections();
  http.close();
  await book.close();
  await server.stop();
  rmSync(above, { recursive: true, force: true });
}

/**
 * What a page costs the server at 1,300 units in the middle of a season, with fifty people browsing at once while five filings a second are
 * stored: time to the whole answer, and its bytes. `npm run bench:pages [SECONDS] [PEOPLE]`, the usual being 20 and 50.
 */
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { WorkflowClient } from '@temporalio/client';
import { embeddedSignIn } from '../client/embedded-sign-in.js';
import { DeskFront } from '../gateway/desk-front.js';
import { makeGateway } from '../gateway/gateway.js';
import { peopleOf } from '../gateway/people.js';
import { Book } from '../records/book.js';
import { migrate } from '../records/migrate.js';
import { claimPlatform } from '../records/platform.js';
import { rebuildViews } from '../records/rebuild-views.js';
import { Browser } from '../test/gateway/sign-in/browser.js';
import { startOwnServer } from '../test/records/own-server.js';
import { say, sayRow } from './measure.js';
import { laySeason, unitsOf } from './season.js';

const UNIT_YEAR = fileURLToPath(new URL('unit-year.yaml', import.meta.url));
const CITY = { filing: 450, silent: 450, general: 400 };
const UNTIL = '2024-11-01';
const USUAL = ['20', '50'];
const [seconds = 0, people = 0] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const ACTS_A_SECOND = 5;
const NEARLY_ALL = 0.95;
/** How long somebody looks at a page before the next. */
const LOOKS_MS = 1_000;

const PAGES: Readonly<Record<string, readonly string[]>> = {
  'BJ-0001': ['/', '/units/BJ-0001/account', '/units/BJ-0001/letters', '/units/BJ-0001/people', '/units/BJ-0001/requests'],
  'BJ-4001': ['/', '/acts/new/submit-first-report?for=BJ-4001&request=r'],
  'chaoyang/x': ['/', '/inbox', '/punctuality', '/units'],
  'city/a': ['/', '/season', '/approvals', '/units?q=BJ-00', '/inbox?of=city'],
  'operator/x': ['/attention'],
  'auditor/x': ['/compare?unit=BJ-0001&a=2024-07-01&b=2024-10-01', '/units/BJ-0001'],
  'V-01': ['/units'],
};

const server = await startOwnServer();
const book = new Book(server.url, { maxConnections: 10 });
const http = createServer();
try {
  await migrate(server.url);
  await claimPlatform(book.pool, 'embedded');
  const now = await laySeason(book.pool, CITY, UNTIL, UNIT_YEAR);
  await rebuildViews(book.pool, 'all');
  await book.pool.query('vacuum analyze');
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  const { identity, provider } = await embeddedSignIn(book.pool, origin);
  const client = undefined as unknown as WorkflowClient;
  const app = makeGateway({
    ...{ book, provider, issuers: [], isEnded: () => Promise.resolve(false), log: () => undefined, now: () => now },
    front: new DeskFront({ book, client, taskQueue: 'none', now: () => now }),
    people: peopleOf(book.pool, provider.settings.issuer),
    rates: { person: 1_000, party: 5_000, address: 5_000 },
  });
  const listener = getRequestListener(app.fetch);
  http.on('request', (req, res) => void listener(req, res));

  const browsers: { readonly actor: string; readonly browser: Browser }[] = [];
  const actors = Object.keys(PAGES);
  for (let n = 0; n < people; n += 1) {
    const actor = actors[n % actors.length] ?? '';
    const browser = new Browser(origin, `10.1.${String(n >> 8)}.${String(n & 255)}`);
    await browser.go(`/sign-in/start?as=${encodeURIComponent(actor)}&to=/`);
    await browser.send('/as', { actor });
    browsers.push({ actor, browser });
  }
  say(
    `${String(unitsOf(CITY))} units, ${String(people)} people, ${String(ACTS_A_SECOND)} filings a second, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );

  const took = new Map<string, { ms: number[]; bytes: number }>();
  const over = Date.now() + seconds * 1_000;
  const file = async (): Promise<void> => {
    for (let n = 0; Date.now() < over; n += 1) {
      const id = `BJ-${String(1 + (n % CITY.filing)).padStart(4, '0')}`;
      await book.store({
        ...{ asker: id, id: `bench-${String(n)}`, asked: '0'.repeat(64), do: 'submit-first-report', by: id, with: {}, for: id },
        cases: [{ case: `2024/${id}/compliance-cycle`, role: 'decides' }],
      });
      await pause(1_000 / ACTS_A_SECOND);
    }
  };
  const browse = async ({ actor, browser }: (typeof browsers)[number], nth: number): Promise<void> => {
    const paths = PAGES[actor] ?? [];
    await pause((LOOKS_MS * nth) / people);
    for (let n = nth; Date.now() < over; n += 1) {
      const path = paths[n % paths.length] ?? '/';
      const began = performance.now();
      const answer = await browser.once(path);
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${actor} ${path}: ${String(answer.status)}`);
      const one = took.get(`${actor} ${path}`) ?? { ms: [], bytes: 0 };
      one.ms.push(performance.now() - began);
      took.set(`${actor} ${path}`, { ms: one.ms, bytes: Math.max(one.bytes, bytes) });
      await pause(LOOKS_MS);
    }
  };
  await Promise.all([file(), ...browsers.map(browse)]);

  const at = (ms: readonly number[], share: number): number =>
    [...ms].sort((a, b) => a - b)[Math.ceil(ms.length * share) - 1] ?? 0;
  sayRow('page', ['asked', 'median ms', '95 % ms', 'kB']);
  for (const [page, { ms, bytes }] of [...took].sort())
    sayRow(page.slice(0, 42), [
      String(ms.length),
      at(ms, 0.5).toFixed(0),
      at(ms, NEARLY_ALL).toFixed(0),
      (bytes / 1_000).toFixed(1),
    ]);
  const all = [...took.values()].flatMap(({ ms }) => ms);
  sayRow('all', [String(all.length), at(all, 0.5).toFixed(0), at(all, NEARLY_ALL).toFixed(0), '']);
  identity.stop();
} finally {
  http.closeAllConnections();
  http.close();
  await book.close();
  await server.stop();
}

/**
 * How the door stands a rush, over HTTP, beside a floor in the same run: one bare insert behind the same HTTP server.
 * (a) so many acts a second with `Prefer: respond-async`, the worker stopped for a part of it: time to the stamp; when all were decided;
 * none lost, none twice, stamps in order of arrival. (b) acts that wait for their decision, at rising rates: the highest at which 95 of 100
 * are decided within a second. `npm run bench:desk [RATE] [SECONDS] [STOPPED]`, the usual being 50, 120 and 30.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { openTheatre } from '../client/drill/stage.js';
import { Desk } from '../desk/desk.js';
import { DeskFront } from '../gateway/desk-front.js';
import { listen } from '../gateway/listen.js';
import { startGateway } from '../gateway/start.js';
import { makeTestIssuer, testIssuer, testToken } from '../gateway/test-issuer.js';
import { testCaller } from '../parties/test-caller.js';
import { opensOf } from '../simulator/opening.js';
import { parseScenario } from '../simulator/scenario.js';

const USUAL = ['50', '120', '30'];
const [rate = 0, seconds = 0, stopped = 0] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const UNITS = Math.max(400, Math.ceil((rate * seconds) / 10));
const STEP_SECONDS = 15;
const RATES = [5, 10, 15, 20, 30, 40, 60];
const PATIENCE_MS = 300_000;
const OPENED_AT_ONCE = 8;

const say = (what: string, value: number | string): void => void process.stdout.write(`${what.padEnd(58)}${String(value)}\n`);
const at = (times: readonly number[], share: number): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0)} ms`;
};
const told = (times: readonly number[]): string => `p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}  p99 ${at(times, 0.99)}`;

const scenario = parseScenario(
  `
name: a rush
cycle: 2024
from: 2024-06-03
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang }
`,
  'a rush',
  { units: UNITS },
);
const openings = opensOf(scenario).filter(({ kind }) => kind === 'compliance-cycle');

const theatre = await openTheatre(() => undefined, { SWEEP_SECONDS: '2' });
const { book, client, taskQueue, prefix } = theatre;
const desk = new Desk({ book, client, taskQueue, prefix, cycle: scenario.cycle, register: { units: new Map() } });
const clock = { wall0: Date.now(), business0: openings[0]?.opensAt ?? 0 };
const queue = [...openings];
await Promise.all(
  Array.from({ length: OPENED_AT_ONCE }, async () => {
    for (let one = queue.shift(); one; one = queue.shift()) await desk.open(one, clock);
  }),
);

const folder = await mkdtemp(join(tmpdir(), 'luyue-bench-'));
await makeTestIssuer(folder);
const issuer = testIssuer(folder);
const gateway = await startGateway({
  book,
  client,
  taskQueue,
  issuers: issuer ? [issuer] : [],
  port: 0,
  innerPort: 0,
  address: '127.0.0.1',
  innerAddress: '127.0.0.1',
  log: () => undefined,
  front: new DeskFront({ book, client, taskQueue, prefix }),
});
const tokens = new Map<string, Promise<string>>();
const tokenOf = (unit: string): Promise<string> => {
  const token = tokens.get(unit) ?? testToken(folder, { actor: unit, seconds: 3_600 });
  tokens.set(unit, token);
  return token;
};

await book.pool.query(
  'create table bare (n bigint generated always as identity, body jsonb, at timestamptz default clock_timestamp())',
);
const bare = new Hono().post('/', async (c) => {
  const { rows } = await book.pool.query<{ n: string }>('insert into bare (body) values ($1) returning n', [await c.req.text()]);
  return c.json({ n: rows[0]?.n });
});
const floor = await listen(bare, { port: 0, address: '127.0.0.1' });

interface Sent {
  readonly ms: number;
  readonly status: number;
  readonly id: string;
  readonly stamp: string;
}
let sent = 0;

/** A report of one unit after the other: filed anew, it takes the place of the one before. */
async function file(wait: boolean): Promise<Sent> {
  sent += 1;
  const id = `rush-${String(sent)}`;
  const unit = openings[sent % openings.length]?.unit.id ?? '';
  const token = await tokenOf(unit);
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${String(gateway.port)}/api/v1/acts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': id,
      ...(wait ? {} : { prefer: 'respond-async' }),
    },
    body: JSON.stringify({ do: 'submit-first-report', with: { emissions: String(1_000 + sent), sealed: true } }),
  });
  const said = (await answer.json()) as { at?: string };
  return { ms: performance.now() - began, status: answer.status, id, stamp: said.at ?? '' };
}

async function insert(): Promise<Sent> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${String(floor.port)}/`, { method: 'POST', body: '{"do":"nothing"}' });
  await answer.json();
  return { ms: performance.now() - began, status: answer.status, id: '', stamp: '' };
}

/** Sends at a steady rate, whatever the answers take. */
async function rush(perSecond: number, forSeconds: number, send: () => Promise<Sent>): Promise<Sent[]> {
  const all: Promise<Sent>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * forSeconds; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    all.push(send());
  }
  return Promise.all(all);
}

const undecided = async (): Promise<number> =>
  (await book.pool.query<{ n: number }>(`select count(*)::int as n from acts where state in ('stored', 'ready')`)).rows[0]?.n ??
  0;

async function untilDecided(): Promise<string> {
  const began = performance.now();
  for (;;) {
    if ((await undecided()) === 0) return `${((performance.now() - began) / 1_000).toFixed(1)} s after the end`;
    if (performance.now() - began > PATIENCE_MS)
      return `NOT within ${String(PATIENCE_MS / 1_000)} s: ${String(await undecided())} left`;
    await pause(200);
  }
}

// a test person is made at its first use: not while it is measured
const entering = openings.map(({ unit }) => unit.id);
await Promise.all(
  Array.from({ length: OPENED_AT_ONCE }, async () => {
    for (let unit = entering.shift(); unit !== undefined; unit = entering.shift()) await testCaller(book.pool, unit, Date.now());
  }),
);

say('units', UNITS);
const warm = await rush(10, 5, () => file(true));
say('warm', told(warm.map(({ ms }) => ms)));
say(`floor: one insert behind the same server, ${String(rate)}/s`, told((await rush(rate, 20, insert)).map(({ ms }) => ms)));

const halting = (async () => {
  await pause((seconds / 3) * 1_000);
  process.kill(theatre.worker.pid, 'SIGSTOP');
  await pause(stopped * 1_000);
  process.kill(theatre.worker.pid, 'SIGCONT');
})();
const stamped = await rush(rate, seconds, () => file(false));
await halting;
say(
  `(a) to the stamp, ${String(rate)}/s for ${String(seconds)} s, worker stopped ${String(stopped)} s`,
  told(stamped.map(({ ms }) => ms)),
);
say('    answers other than 202 or 200', stamped.filter(({ status }) => status !== 202 && status !== 200).length);
say('(c) all decided', await untilDecided());
const { rows } = await book.pool.query<{ id: string; n: number; stamp: string }>(
  `select r.id, r.stamp, (select count(*)::int from events e where e.step_key = 'act:' || r.act_id and e.k = 1) as n from requests r where r.id like 'rush-%'`,
);
const times = new Map(rows.map((row) => [row.id, row]));
say('    lost', stamped.filter(({ id }) => times.get(id)?.n !== 1).length);
say('    done twice', rows.filter(({ n }) => n > 1).length);

say('(b) to the decision', '');
let best = 0;
for (const perSecond of RATES) {
  const decided = await rush(perSecond, STEP_SECONDS, () => file(true));
  const took = decided.map(({ ms }) => ms);
  say(`    ${String(perSecond)}/s`, told(took));
  await untilDecided();
  if (Number.parseInt(at(took, 0.95), 10) > 1_000) break;
  best = perSecond;
}
say('    highest rate at which p95 is at most 1 s', `${String(best)}/s`);
await floor.close();
await gateway.stop();
await theatre.close();

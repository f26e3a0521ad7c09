/**
 * 33 verifiers with 25 units each at work at once, through the door for whoever has signed in: engaged, accepted, a question asked, answered
 * and closed, the report issued and filed. How long each act takes to its decision, what a verifier's lists cost meanwhile, and what a
 * strike-off of one of them brings. `npm run drill:verifiers [VERIFIERS] [UNITS]`, the usual being 33 and 25.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openTheatre } from '../client/drill/stage.js';
import { CityDesk } from '../desk/city.js';
import { Front } from '../desk/front.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { testCaller } from '../parties/test-caller.js';
import { opensOf } from '../simulator/opening.js';
import { parseScenario } from '../simulator/scenario.js';
import { inbox } from '../views/inbox.js';
import { units } from '../views/units.js';
import { verifications } from '../views/verifications.js';

const USUAL = ['33', '25'];
const [verifiers = 0, unitsEach = 0] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const AT_ONCE = 33;
const OPENED_AT_ONCE = 8;
const CYCLE = 2024;

const say = (what: string, value: number | string): void => void process.stdout.write(`${what.padEnd(58)}${String(value)}\n`);
const at = (times: readonly number[], share: number): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0)} ms`;
};
const told = (times: readonly number[]): string => `p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}  p99 ${at(times, 0.99)}`;

const scenario = parseScenario(
  `
name: verifiers at work
cycle: ${String(CYCLE)}
from: 2024-06-03
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang }
`,
  'verifiers at work',
  { units: verifiers * unitsEach },
);
const openings = opensOf(scenario).filter(({ kind }) => kind === 'compliance-cycle');
const theatre = await openTheatre(() => undefined, { SWEEP_SECONDS: '5' });
const { book, client, taskQueue, prefix } = theatre;
const city = new CityDesk({ book, client, taskQueue, prefix, cycle: CYCLE });
const clock = { wall0: Date.now(), business0: openings[0]?.opensAt ?? 0 };
const now = (): number => clock.business0 + (Date.now() - clock.wall0);

async function inLanes<T>(all: readonly T[], lanes: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const queue = [...all];
  const lane = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const [first] = openings;
if (first) await city.openCase(first, clock);
await inLanes(openings.slice(1), OPENED_AT_ONCE, (one) => city.openCase(one, clock));

const pairs = openings.map(({ unit }, n) => ({ unit: unit.id, verifier: `V-${String((n % verifiers) + 1).padStart(2, '0')}` }));
const callers = new Map<string, Caller>();
await inLanes([...new Set(pairs.flatMap(({ unit, verifier }) => [unit, verifier]))], OPENED_AT_ONCE, async (actor) => {
  const caller = await testCaller(book.pool, actor, now());
  if (isRefusal(caller)) throw new Error(caller.en);
  callers.set(actor, caller);
});
say('verifiers, units', `${String(verifiers)}, ${String(pairs.length)}`);

const front = new Front({ book, client, taskQueue, prefix });
let acts = 0;

/** Everybody does one thing, as many at once as there are verifiers. */
async function everybody(what: string, who: 'unit' | 'verifier', brings: (verifier: string) => Json): Promise<void> {
  const took: number[] = [];
  let stored = 0;
  const began = performance.now();
  await inLanes(pairs, AT_ONCE, async ({ unit, verifier }) => {
    const caller = callers.get(who === 'unit' ? unit : verifier);
    if (!caller) throw new Error(`nobody acts for ${unit}`);
    const since = performance.now();
    // everybody has just shown a second factor, however long it takes in all
    const reply = await front.submit(
      { ...caller, steppedUpAt: Date.now() },
      {
        do: what,
        with: brings(verifier),
        ...(who === 'verifier' ? { for: unit } : {}),
      },
    );
    took.push(performance.now() - since);
    if (reply.state === 'refused') throw new Error(`${what} of ${unit} was refused: ${reply.refusal.en}`);
    if (reply.state === 'stored') stored += 1;
    acts += 1;
  });
  const seconds = (performance.now() - began) / 1_000;
  say(what, `${told(took)}  ${(pairs.length / seconds).toFixed(0)}/s${stored > 0 ? `  stored only: ${String(stored)}` : ''}`);
}

const REPORT = { emissions: '1000', sources: [{ source: '天然气', verified: '1000' }], opinion: 'unqualified', sealed: true };
const began = performance.now();
await everybody('engage-verifier', 'unit', (verifier) => ({ verifier }));
await everybody('accept-engagement', 'verifier', () => ({ independence: '与委托单位无利益关系' }));
await everybody('raise-query', 'verifier', () => ({ kind: 'query', about: '边界', text: '是否新增设施' }));
const looks: number[] = [];
for (let n = 1; n <= verifiers; n += 1) {
  const verifier = `V-${String(n).padStart(2, '0')}`;
  const since = performance.now();
  const { items } = await inbox(book, { verifier }, { cycle: CYCLE, now: now(), limit: 200 });
  const listed = await verifications(book, { cycle: CYCLE, of: { units: [], verifiers: [verifier], districts: [] }, limit: 200 });
  const { units: naming } = await units(book, { cycle: CYCLE, of: { units: [], verifiers: [verifier], districts: [] } });
  looks.push(performance.now() - since);
  if (listed.verifications.length !== unitsEach || naming.length !== unitsEach || items.length !== unitsEach)
    throw new Error(
      `${verifier} sees ${String(listed.verifications.length)} verifications and ${String(items.length)} things to do`,
    );
}
say('inbox, list and units of one verifier, together', told(looks));
await everybody('answer-query', 'unit', (verifier) => ({ verifier, query: 1, text: '没有' }));
await everybody('close-query', 'verifier', () => ({ query: 1, result: 'settled' }));
await everybody('issue-verification-report', 'verifier', () => REPORT);
await everybody('submit-verified-report', 'unit', (verifier) => ({
  emissions: '1000',
  sealed: true,
  verifierReport: { verifier, sealed: true },
}));
say('all of it', `${String(acts)} acts, ${((performance.now() - began) / 1_000).toFixed(1)} s`);

const struck = performance.now();
const act = { by: 'city/a', approvedBy: 'city/b', do: 'strike-off-verifier', with: { verifier: 'V-01', basis: '除名决定' } };
const answer = await city.submit(act, 'strike-off', now());
if (answer.state === 'refused') throw new Error(answer.refusal.en);
while (!(await city.progress(answer.act ?? '')).over) await pause(500);
const { cases, applied } = await city.progress(answer.act ?? '');
say(
  'strike-off brought to every case',
  `${String(applied)} of ${String(cases)}, ${((performance.now() - struck) / 1_000).toFixed(1)} s`,
);
const { rows } = await book.pool.query<{ stage: string; n: number }>(
  `select phase as stage, count(*)::int as n from case_views where kind = 'verification' group by phase order by phase`,
);
say('stages', rows.map(({ stage, n }) => `${stage} ${String(n)}`).join(', '));
const { wrong } = await book.verifyChains();
say('chains', wrong ? `broken at ${wrong.caseId}` : 'intact');
await theatre.close();

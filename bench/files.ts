/**
 * Packages of evidence sent through the gateway, a process of its own, into a folder while reports are filed: its memory, the time of each act
 * to its stamp, and whether all of it is there at the end. `npm run bench:files [SECONDS] [PACKAGES A MINUTE] [ACTS A SECOND]`, the usual
 * being 120, 50 and 20; a package is three files of two million bytes, a draft that names them, and its filing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTheatre } from '../client/drill/stage.js';
import { Desk } from '../desk/desk.js';
import { makeTestIssuer, testToken } from '../gateway/test-issuer.js';
import { testCaller } from '../parties/test-caller.js';
import { opensOf } from '../simulator/opening.js';
import { parseScenario } from '../simulator/scenario.js';
import { pdfOf, pngOf, xlsxOf } from '../test/documents/files/making.js';
import { monthlyValues } from '../test/gateway/filings.js';
import { startGatewayProcess } from './gateway-process.js';

const USUAL = ['120', '50', '20'];
const [seconds = 0, packagesAMinute = 0, actsASecond = 0] = USUAL.map((usual, at) => Number(process.argv[at + 2] ?? usual));
const packages = Math.round((seconds * packagesAMinute) / 60);
const acts = seconds * actsASecond;
/** What goes before, so that what is measured is not the first of its kind. */
const WARM = { count: 6, forSeconds: 6 };
const FILE_BYTES = 2_000_000;
const OPENED_AT_ONCE = 8;
const PATIENCE_MS = 120_000;
const TRIES = 3;
const MB = 1_000_000;
/** The bounds of the issue. */
const MOST_MB = 300;
const MOST_MS = 250;
const NEARLY_ALL = 0.95;

const say = (what: string, value: number | string): void => void process.stdout.write(`${what.padEnd(58)}${String(value)}\n`);
const at = (all: readonly number[], share: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? NaN;
const told = (ms: readonly number[]): string =>
  [0.5, NEARLY_ALL, 0.99].map((share) => `p${String(share * 100)} ${at(ms, share).toFixed(0)} ms`).join('  ');
const inMB = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`;

const scenario = parseScenario(
  `
name: a month's evidence
cycle: 2024
from: 2024-06-03
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang }
`,
  `a month's evidence`,
  { units: Math.max(packages + WARM.count, 50) },
);
const openings = opensOf(scenario).filter(({ kind }) => kind === 'compliance-cycle' || kind === 'monthly-evidence');
const units = [...new Set(openings.map(({ unit }) => unit.id))];
const unitAt = (n: number): string => units[n % units.length] ?? '';

// the gateway names workflows as in service: nothing stands before their ids
const theatre = await openTheatre(() => undefined, { SWEEP_SECONDS: '2', WORKFLOW_PREFIX: '' });
const { book, client, taskQueue } = theatre;
const folder = await mkdtemp(join(tmpdir(), 'luyue-bench-files-'));
const store = join(folder, 'files');
await makeTestIssuer(folder);

async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const queue = [...all];
  const lane = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, lane));
}
const desk = new Desk({ book, client, taskQueue, cycle: scenario.cycle, register: { units: new Map() } });
const clock = { wall0: Date.now(), business0: openings[0]?.opensAt ?? 0 };
await inLanes(openings, (one) => desk.open(one, clock));
const tokens = new Map<string, string>();
await inLanes(units, async (unit) => {
  await testCaller(book.pool, unit, Date.now());
  tokens.set(unit, await testToken(folder, { actor: unit, seconds: 3_600 }));
});
const gateway = await startGatewayProcess(theatre, { LUYUE_FILES: store, TEST_ISSUER_FOLDER: folder });

let again = 0;
/** A connection that breaks off is made again, as every client does: what is sent twice is one. */
async function connected(url: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1)
    try {
      return await fetch(url, init);
    } catch (error) {
      if (tries === TRIES) throw error;
      again += 1;
    }
}

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly ms: number;
}
async function ask(
  unit: string,
  path: string,
  body: Uint8Array | object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const isFile = body instanceof Uint8Array;
  const began = performance.now();
  const answer = await connected(`http://127.0.0.1:${String(gateway.port)}/api/v1${path}`, {
    method: 'POST',
    body: isFile ? new Uint8Array(body) : JSON.stringify(body),
    headers: {
      authorization: `Bearer ${tokens.get(unit) ?? ''}`,
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      ...headers,
    },
  });
  const said = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, body: said, ms: performance.now() - began };
}

/** An act that nobody waits for: to its stamp. */
const file = (unit: string, id: string, what: string, brings: object): Promise<Answered> =>
  ask(unit, '/acts', { do: what, with: brings }, { prefer: 'respond-async', 'idempotency-key': id });

/** Three files of which nothing packs: what is read of each is all of it. */
function evidence(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const noise = (): Buffer => randomBytes(FILE_BYTES);
  const [scan, sheet, picture] = [noise(), noise(), noise()];
  const [head, tail] = [pdfOf(), Buffer.from('\nendstream\nendobj\n%%EOF\n')];
  const png = pngOf(1_000, 1_000);
  return [
    {
      name: '电费结算单.pdf',
      bytes: Buffer.concat([head, Buffer.from('5 0 obj\n<< /Filter /DCTDecode >>\nstream\n'), scan, tail]),
    },
    { name: '燃气台账.xlsx', bytes: xlsxOf([{ name: 'xl/media/image1.png', data: sheet }]) },
    { name: '表计照片.png', bytes: Buffer.concat([png.subarray(0, -12), picture, png.subarray(-12)]) },
  ];
}

const sent: string[] = [];
const wrong: string[] = [];
const noted = (what: string, { status, body, ms }: Answered, good: readonly number[]): number => {
  if (!good.includes(status)) wrong.push(`${what}: ${String(status)} ${JSON.stringify(body).slice(0, 300)}`);
  return ms;
};
const [fileMs, packageMs, stampMs]: [number[], number[], number[]] = [[], [], []];

/** As a person does it: one file after the other, the draft, the filing. */
async function sendPackage(n: number): Promise<void> {
  const unit = unitAt(n);
  const began = performance.now();
  const files: object[] = [];
  for (const { name, bytes } of evidence()) {
    const answer = await ask(unit, `/files?name=${encodeURIComponent(name)}`, bytes);
    fileMs.push(noted(name, answer, [200]));
    files.push({ name, sha256: answer.body['sha256'] });
    sent.push(createHash('sha256').update(bytes).digest('hex'));
  }
  const values = monthlyValues(String(1_000 + n), '10');
  const draft = await ask(unit, '/documents', { form: 'monthly-evidence', month: '2024-05', values, files });
  noted('draft', draft, [200]);
  const filed = await file(unit, `package-${String(n)}`, 'submit-monthly-evidence', { document: draft.body['id'] });
  stampMs.push(noted('filing', filed, [200, 202]));
  packageMs.push(performance.now() - began);
}
async function report(n: number): Promise<void> {
  const brings = { emissions: String(1_000 + n), sealed: true };
  stampMs.push(noted('report', await file(unitAt(n), `report-${String(n)}`, 'submit-first-report', brings), [200, 202]));
}

interface Rush {
  readonly first: number;
  readonly count: number;
  readonly forSeconds: number;
}
/** At a steady rate, whatever the answers take. */
async function steadily({ first, count, forSeconds }: Rush, work: (n: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = began + (n * forSeconds * 1_000) / count;
    if (due > performance.now()) await pause(due - performance.now());
    all.push(work(first + n).catch((error: unknown) => void wrong.push(String(error))));
  }
  await Promise.all(all);
}

say('packages, acts, seconds', [packages, acts, seconds].join(', '));
await steadily({ ...WARM, first: packages }, sendPackage);
await steadily({ ...WARM, first: acts, count: WARM.count * actsASecond }, report);
const warmActs = WARM.count * actsASecond;
for (const times of [fileMs, packageMs, stampMs]) times.length = 0;

say('load average before', loadavg()[0]?.toFixed(1) ?? '');
const watched = await gateway.watch();
const rush = { first: 0, forSeconds: seconds };
await Promise.all([steadily({ ...rush, count: packages }, sendPackage), steadily({ ...rush, count: acts }, report)]);
const needed = await watched();
say('load average after', loadavg()[0]?.toFixed(1) ?? '');
say(
  `memory, first, p50, p95, peak (bound: ${String(MOST_MB)} MB)`,
  [needed.samples[0] ?? 0, at(needed.samples, 0.5), at(needed.samples, NEARLY_ALL), needed.peak].map(inMB).join(', '),
);
say('main thread: ran, waited for a processor, s', [needed.ran, needed.waited].map((one) => one.toFixed(1)).join(', '));
say(`acts to the stamp (bound: p95 ${String(MOST_MS)} ms)`, told(stampMs));
say('a file of 2 MB', told(fileMs));
say('a package', told(packageMs));

const began = performance.now();
const count = async (query: string): Promise<number> =>
  (await book.pool.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]?.n ?? 0;
const undecided = (): Promise<number> => count(`acts where state in ('stored', 'ready')`);
while ((await undecided()) > 0 && performance.now() - began < PATIENCE_MS) await pause(200);
say('all decided after, s', ((performance.now() - began) / 1_000).toFixed(1));

async function hashOf(sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(join(store, sha256.slice(0, 2), sha256))) hash.update(piece as Buffer);
  return hash.digest('hex');
}
let missing = 0;
for (const sha256 of sent) if ((await hashOf(sha256).catch(() => '')) !== sha256) missing += 1;
const decided = await count(
  `requests r where r.id ~ '^(package|report)-' and 1 = (select count(*) from events e where e.step_key = 'act:' || r.act_id and e.k = 1)`,
);
const lost = {
  files: (packages + WARM.count) * 3 - sent.length + missing,
  acts: packages + WARM.count + acts + warmActs - decided,
  undecided: await undecided(),
  parts: (await readdir(join(store, 'incoming'))).length,
};
say('lost: files, acts; undecided; parts left', Object.values(lost).join(', '));
say('connections made again; answers that were not right', [again, wrong.length].join(', '));
for (const one of wrong.slice(0, 5)) say('', one);

await gateway.stop();
await theatre.close();
await rm(folder, { recursive: true, force: true });
const missed =
  wrong.length > 0 || Object.values(lost).some((n) => n !== 0) || needed.peak > MOST_MB * MB || at(stampMs, NEARLY_ALL) > MOST_MS;
if (missed) process.exitCode = 1;

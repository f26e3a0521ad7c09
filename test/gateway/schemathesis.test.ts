import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from '../../gateway/listen.js';
import { fuzz, type Bound } from './fuzzing/run.js';
import { schemathesis } from './fuzzing/python.js';
import { openHouse, said, type House } from './house.js';

/** `npm run fuzz` says for how many seconds each role asks, and gives another seed. */
const SECONDS = process.env['LUYUE_FUZZ_SECONDS'];
const SEED = Number(process.env['LUYUE_FUZZ_SEED'] ?? 20_240_510);
/** A token holds ten minutes: a longer run is one of several, each with a token and a seed of its own. */
const AT_ONCE = 300;
/** Without a time it is so much of each operation, on a slow machine too: what was met must not depend on its speed. */
const A_LITTLE: Bound = { phases: ['examples', 'fuzzing', 'stateful'], examples: 3 };
/** Each limit and each kind of what the contract forbids, some hundred calls an operation: as one of them. */
const EVERY_LIMIT: Bound = { phases: ['coverage'], examples: 1 };
const ASKS_EVERY_LIMIT = 'city/b';
const GRACE_MS = 60_000;
const WORK_MS = 1_210_000;
const NOBODY = 'nobody';
const ROLES = ['BJ-0001', 'chaoyang/x', 'city/a', 'city/b', 'exchange', 'operator/x', 'auditor/x', NOBODY];

let house: House | undefined;
let listening: Listening | undefined;
let url: string;
let operations: number;
let tool: Awaited<ReturnType<typeof schemathesis>>;
const lines: string[] = [];

beforeAll(async () => {
  tool = await schemathesis();
  if ('missing' in tool) {
    if (process.env['CI'] === 'true') throw new Error(`schemathesis: ${tool.missing}`);
    console.warn(`schemathesis 未运行 · schemathesis does not run here: ${tool.missing}`);
    return;
  }
  house = await openHouse({}, true);
  const app = house.door({
    // a fuzzer is too many by design
    rates: { person: 1e6, party: 1e6, address: 1e6 },
    patienceMs: 2_000,
    log: (line) => lines.push(line),
  });
  listening = await listen(app, { port: 0, address: '127.0.0.1' });
  url = `http://127.0.0.1:${String(listening.port)}`;
  const { paths } = (await said(app.request('/openapi.json'))).body as { paths: Record<string, object> };
  operations = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
});

afterAll(async () => {
  await listening?.close(1_000);
  await house?.close();
});

interface Line {
  readonly route?: string;
  readonly status?: number;
  readonly failed?: string;
}

/** One run after another, each with a seed of its own. */
function bounds(role: string): readonly Bound[] {
  if (SECONDS === undefined) return role === ASKS_EVERY_LIMIT ? [A_LITTLE, EVERY_LIMIT] : [A_LITTLE];
  const seconds = Number(SECONDS);
  return Array.from({ length: Math.ceil(seconds / AT_ONCE) }, (_, round) => ({
    seconds: Math.min(seconds - round * AT_ONCE, AT_ONCE),
  }));
}

describe('a program that knows nothing but the contract', () => {
  it.for(ROLES)(
    'asks as %s, and each answer is one that the contract foresees',
    { timeout: SECONDS === undefined ? 2 * WORK_MS : Number(SECONDS) * 1_500 + GRACE_MS },
    async (role, { skip }) => {
      if ('missing' in tool) return skip(tool.missing);
      for (const [round, bound] of bounds(role).entries()) {
        const found = await fuzz({
          program: tool.program,
          url,
          seed: SEED + round,
          bound,
          ...(role === NOBODY ? {} : { token: await house!.token(role) }),
        });
        expect(found.status, `seed ${String(SEED + round)}\n${found.said}`).toBe(0);
        expect(found.operations).toBe(String(operations));
      }
    },
  );

  it('and got through to what answers, not only to what says no', ({ skip }) => {
    if ('missing' in tool) return skip(tool.missing);
    const met = lines.map((line) => JSON.parse(line) as Line);
    expect(met.filter(({ failed, status = 0 }) => failed !== undefined || status >= 500)).toEqual([]);
    const answered = (route: string): Set<number | undefined> =>
      new Set(met.filter((line) => line.route === route).map(({ status }) => status));
    for (const route of ['/api/v1/units/{id}/status', '/api/v1/units', '/api/v1/inbox', '/api/v1/approvals', '/api/v1/timetable'])
      expect([route, ...answered(route)]).toContain(200);
    expect([...answered('/api/v1/acts')]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
  });
});

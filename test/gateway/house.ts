import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { CityDesk } from '../../desk/city.js';
import type { Clock } from '../../domain/model/clock.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';
import { filesFrom } from '../../documents/files/kept-where.js';
import { fileSettings } from '../../documents/files/settings.js';
import { DeskFront } from '../../gateway/desk-front.js';
import type { Gateway } from '../../gateway/endpoint.js';
import { makeGateway, type GatewayParts } from '../../gateway/gateway.js';
import { peopleOf } from '../../gateway/people.js';
import { makeTestIssuer, testIssuer, testToken } from '../../gateway/test-issuer.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';

/** A morning on which nothing falls due, and on which the first report may be filed for twelve days more. */
const MORNING = instantOf('2024-06-03', '10:00:00');

const OPENINGS = opensOf(
  parseScenario(
    `
name: units that speak HTTP
cycle: 2024
from: 2024-06-03
until: 2024-12-01
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true } }
`,
    'units that speak HTTP',
    { units: 3 },
  ),
).map((opening) => ({ ...opening, opensAt: MORNING }));

export interface House {
  readonly theatre: Theatre;
  readonly app: Gateway;
  readonly folder: string;
  readonly ended: Set<string>;
  readonly lines: string[];
  now(): Instant;
  /** The same platform behind another door. */
  door(parts?: Partial<GatewayParts> & { readonly patienceMs?: number }): Gateway;
  token(actor: string): Promise<string>;
  close(): Promise<void>;
}

/** A folder with an issuer of test tokens of its own, gone after the test file or the test. */
export async function issuerFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-gateway-'));
  await makeTestIssuer(folder);
  return folder;
}

/** Opens three units of a city behind a gateway, on the servers of the test run; `apart`, the worker takes no time of the gateway's process. */
export async function openHouse(env: NodeJS.ProcessEnv = {}, apart = false): Promise<House> {
  const theatre = await theatreForTests(env, apart);
  const { book, client, taskQueue, prefix } = theatre;
  const folder = await issuerFolder();
  const clock: Clock = { wall0: Date.now(), business0: MORNING, skips: true };
  const now = (): Instant => MORNING + (Date.now() - clock.wall0);
  const city = new CityDesk({ book, client, taskQueue, prefix, cycle: 2024, patienceMs: 100_000 });
  for (const opening of OPENINGS) await city.openCase(opening, clock);
  const issuer = testIssuer(folder);
  if (!issuer) throw new Error('no issuer was made');
  const ended = new Set<string>();
  const lines: string[] = [];
  const door: House['door'] = ({ patienceMs = 100_000, ...parts } = {}) =>
    makeGateway({
      book,
      people: peopleOf(book.pool),
      issuers: [issuer],
      isEnded: ({ sid }) => Promise.resolve(ended.has(sid)),
      files: filesFrom(fileSettings({}, join(folder, 'files')), book.pool, (line) => lines.push(line)),
      front: new DeskFront({ book, client, taskQueue, prefix, patienceMs, stampFor: () => Promise.resolve(now()) }),
      log: (line) => lines.push(line),
      ...parts,
    });
  return {
    theatre,
    app: door(),
    folder,
    ended,
    lines,
    now,
    door,
    token: (actor) => testToken(folder, { actor }),
    close: async () => {
      await theatre.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Said {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  /** Whatever was answered; a text under `text`. */
  // oxlint-disable-next-line typescript/no-explicit-any -- its shape is what tests find out
  readonly body: Record<string, any>;
}

export async function said(answer: Response | Promise<Response>): Promise<Said> {
  const response = await answer;
  const { status, headers } = response;
  const text = await response.text();
  const type = headers.get('content-type') ?? '';
  return { status, type, headers, body: type.includes('json') ? (JSON.parse(text) as Said['body']) : { text } };
}

/** Asks as somebody, in memory. */
export const askerOf = (app: Gateway, token: string) => ({
  get: (path: string, headers: Record<string, string> = {}) =>
    said(app.request(path, { headers: { authorization: `Bearer ${token}`, ...headers } })),
  post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
    said(
      app.request(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      }),
    ),
  put: (path: string, body: unknown) =>
    said(
      app.request(path, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      }),
    ),
  delete: (path: string) => said(app.request(path, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })),
});

/** Removes a folder when the test is over. */
export const goneAfterTest = (folder: string): void => {
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
};

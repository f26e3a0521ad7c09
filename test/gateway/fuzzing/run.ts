import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must hold of every answer; `negative_data_rejection`: what the contract forbids is told no. */
const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance'],
  ...['response_schema_conformance', 'missing_required_header', 'unsupported_method', 'allow_header_conformance'],
  ...['ignored_auth', 'negative_data_rejection'],
];
/** Ways in which the contract lets a call be told no; the tool does not know of 413. */
const SETTINGS = `[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429]
`;
const REQUEST_SECONDS = 15;
/** Past its time it ends by itself, once the request under way is answered. */
const GRACE_MS = 45_000;
/** For so much of each operation there is no time but the one after which nobody waits any more. */
const WORK_MS = 1_200_000;
const LINE_MOST = 300;
const LINES_MOST = 150;

/** How much is asked: for so long as is given, or so much of each operation however long that takes. */
export type Bound = { readonly seconds: number } | { readonly phases: readonly Phase[]; readonly examples: number };

export type Phase = 'examples' | 'coverage' | 'fuzzing' | 'stateful';

export interface Fuzzing {
  readonly program: string;
  readonly url: string;
  readonly token?: string;
  readonly seed: number;
  readonly bound: Bound;
}

export interface Found {
  readonly status: number | null;
  /** What it printed, shortened. */
  readonly said: string;
  readonly operations: string;
  readonly cases: number;
}

const shortened = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, LINE_MOST))
    .slice(-LINES_MOST)
    .join('\n');

const asked = (bound: Bound): { args: string[]; timeout: number } =>
  'seconds' in bound
    ? { args: ['--max-time', String(bound.seconds)], timeout: bound.seconds * 1_000 + GRACE_MS }
    : { args: ['--phases', bound.phases.join(','), '--max-examples', String(bound.examples)], timeout: WORK_MS };

/** Asks whatever the contract allows, and what it does not; ends with status 0 where every answer was one that it foresees. */
export async function fuzz({ program, url, token, seed, bound }: Fuzzing): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-fuzz-'));
  const settings = join(folder, 'schemathesis.toml');
  await writeFile(settings, SETTINGS);
  const { args: much, timeout } = asked(bound);
  const args = [
    ...['--config-file', settings, 'run', `${url}/openapi.json`, '--no-color', '--continue-on-failure'],
    ...['--seed', String(seed), ...much, '--checks', CHECKS.join(',')],
    ...['--request-timeout', String(REQUEST_SECONDS), '--generation-database', 'none'],
    ...(token === undefined ? [] : ['--header', `Authorization: Bearer ${token}`]),
  ];
  try {
    const child = spawn(program, args, { cwd: folder, timeout });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const text = Buffer.concat(said).toString();
    return {
      status,
      said: shortened(text),
      operations: /Tested: (\d+)/.exec(text)?.[1] ?? 'none',
      cases: Number(/(\d+) generated/.exec(text)?.[1] ?? 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

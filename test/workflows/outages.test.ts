import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsIn, type Ended } from '../auction/commands.js';
import { databaseAt, hung, portOf, processesOf } from '../hung.js';
import { seen } from '../seen.js';

const UNITS = ['BJ-0001', 'BJ-0002', 'BJ-0003', 'BJ-0004', 'BJ-0005'];
const LIST = `id,name,kind,district,mail\n${UNITS.map((id) => `${id},${id} 有限公司,general,chaoyang,${id.toLowerCase()}@unit.example`).join('\n')}\n`;
/** By when a call has ended, whatever hangs. */
const WITHIN_MS = 15_000;

let folder: string;
let commands: ReturnType<typeof commandsIn>;
let stop: (() => Promise<number | null>) | undefined;
let service: { readonly temporalAddress: string; readonly databaseUrl: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-outages-'));
  commands = commandsIn(folder);
  stop = await commands.goingOn(['up'], { SWEEP_SECONDS: '3' });
  service = JSON.parse(readFileSync(join(folder, '.luyue/service.json'), 'utf8')) as typeof service;
  await writeFile(join(folder, 'list.csv'), LIST);
  expect(await commands.luyue('register', 'import', 'list.csv', '--cycle', '2024', '--commit')).toMatchObject({ exit: 0 });
});
afterAll(async () => {
  await stop?.();
  await rm(folder, { recursive: true, force: true });
});

const worker = (): number[] => processesOf(/worker\/main/, service.temporalAddress);
const temporal = (): number[] => processesOf(/server start-dev/, portOf(service.temporalAddress));
const postgres = (): number[] => databaseAt(service.databaseUrl);

const answerOf = ({ out }: Ended) => JSON.parse(out) as { state?: string; at?: string; error?: { code: string } };
const report = (unit: string, ...more: string[]): Promise<Ended> =>
  commands.luyue('do', 'submit-general-report', '--as', unit, '--with', '{"emissions":"2500","sealed":true}', '--json', ...more);
const timed = async (work: () => Promise<Ended>): Promise<Ended & { readonly ms: number }> => {
  const began = Date.now();
  return { ...(await work()), ms: Date.now() - began };
};
const decided = async (id: string): Promise<ReturnType<typeof answerOf>> => {
  let answer: ReturnType<typeof answerOf> = {};
  await seen(`${id} is decided`, async () => {
    answer = answerOf(await commands.luyue('act', id, '--json'));
    return answer.state !== 'stored';
  });
  return answer;
};
/** What a command takes on this machine while nothing hangs. */
let command = 0;
/** A call ends within its deadline; what the command takes besides is measured on the machine of this run, and may be three times that. */
const inTime = ({ ms }: { readonly ms: number }): void => expect(ms).toBeLessThan(WITHIN_MS + 3 * command);

describe('every wait ends: what a person sees while something hangs, and that all goes on afterwards', () => {
  it('with an idle worker an act is decided', async () => {
    const idle = await timed(() => report('BJ-0001', '--id', 'idle'));
    expect(answerOf(idle)).toMatchObject({ id: 'idle', state: 'decided' });
    command = idle.ms;
  });

  it('a worker that hangs: stored under its stamp within the deadline, decided under it when the worker is back', async () => {
    const filed = await hung(worker(), () => timed(() => report('BJ-0002', '--id', 'worker-hangs')));
    expect(filed).toMatchObject({ exit: 0 });
    expect(answerOf(filed)).toMatchObject({ state: 'stored' });
    inTime(filed);
    expect(await decided('worker-hangs')).toMatchObject({ state: 'decided', at: answerOf(filed).at });
  });

  it('a Temporal server that hangs: the same', async () => {
    const filed = await hung(temporal(), () => timed(() => report('BJ-0003', '--id', 'server-hangs')));
    expect(answerOf(filed)).toMatchObject({ state: 'stored' });
    inTime(filed);
    expect(await decided('server-hangs')).toMatchObject({ state: 'decided', at: answerOf(filed).at });
  });

  it('a database that hangs: a clear error within the limits, nothing half done, and the same act goes through afterwards', async () => {
    const filed = await hung(postgres(), () => timed(() => report('BJ-0004', '--id', 'database-hangs')));
    expect(filed.exit).toBe(3);
    expect(answerOf(filed).error?.code).toMatch(/^(database|stored-nothing)/);
    inTime(filed);
    expect(answerOf(await report('BJ-0004', '--id', 'database-hangs'))).toMatchObject({
      state: expect.stringMatching(/decided|stored/),
    });
    expect(await decided('database-hangs')).toMatchObject({ state: 'decided' });
  });

  it('one id for three units: one is done, two are told that it was used', async () => {
    const freeze = (unit: string): Promise<Ended> =>
      commands.luyue(
        ...['do', 'freeze-account', '--as', 'city/a', '--approved-by', 'city/b', '--for', unit, '--id', 'once'],
        ...['--with', '{"basis":"司法协助"}', '--json'],
      );
    const ended = [await freeze('BJ-0001'), await freeze('BJ-0002'), await freeze('BJ-0003')];
    expect(ended.map(({ exit }) => exit)).toEqual([0, 2, 2]);
    expect(ended.slice(1).map((one) => answerOf(one).error?.code)).toEqual(['id-used', 'id-used']);
    const again = await freeze('BJ-0001');
    expect(again.out).toBe(ended[0]?.out);
  });

  it('a platform whose worker hangs is stopped all the same', async () => {
    const [pid = 0] = worker();
    process.kill(pid, 'SIGSTOP');
    expect(await stop?.()).toBe(0);
    stop = undefined;
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

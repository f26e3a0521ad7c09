import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { Cases } from '../../desk/cases.js';
import { Desk } from '../../desk/desk.js';
import type { Opening } from '../../domain/cases/case.js';
import { startOf } from '../../domain/model/instant.js';
import { attemptsIn } from '../../records/attempts.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';
import { seen } from '../seen.js';

const SCENARIO = parseScenario(
  `
name: one case in service each
cycle: 2024
from: 2024-06-01
until: 2024-12-01
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang }
`,
  'one case each',
  { units: 10 },
);
const MILLION = { amount: '1000000', basis: '无' };

let theatre: Theatre;
let unit: string;
let caseId: string;
let desk: Desk;
let tests = 0;

beforeAll(async () => {
  theatre = await theatreForTests({}, true);
});
afterAll(() => theatre.close());
beforeEach(async () => {
  const openings = opensOf(SCENARIO).filter(({ kind }) => kind === 'compliance-cycle');
  const opening = { ...(openings[tests] as Opening), opensAt: Date.now() };
  tests += 1;
  unit = opening.unit.id;
  caseId = opening.id;
  const { book, client, taskQueue, prefix } = theatre;
  const register = { units: new Map([[unit, opening.unit]]) };
  desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register, patienceMs: 2_000 });
  await desk.open(opening);
});

const handle = () => theatre.client.getHandle(`${theatre.prefix}${caseId}`);
const typesOf = async (): Promise<string[]> => ((await theatre.book.readCase(caseId))?.events ?? []).map(({ type }) => type);
const confirm = (): Parameters<Desk['submit']>[0] => ({
  by: 'city/a',
  approvedBy: 'city/b',
  for: unit,
  do: 'confirm-emissions',
  with: { emissions: '100', basis: '核查报告' },
});
const messageOf = async (sent: Promise<unknown>): Promise<string> => {
  const error = await sent.then(() => undefined).catch((thrown: unknown) => thrown as Error);
  return error?.cause instanceof Error ? error.cause.message : String(error?.message);
};

/** What is sent past the desk, through the pages of Temporal or its command line. */
describe('what the desk did not store did not happen', () => {
  it('an Update of an act that nobody stored writes nothing, whatever it says of itself; operators see it', async () => {
    await desk.submit(confirm(), `confirm-${unit}`);
    const before = await theatre.book.readCase(caseId);
    const invented = { id: '4711', do: 'allocate', by: 'nobody', at: Date.now(), with: MILLION };
    for (const act of [
      invented,
      { ...invented, id: 'x'.repeat(40) },
      { ...invented, approvedBy: 'city/b', at: startOf('2099-01-01') },
    ])
      expect(await messageOf(handle().executeUpdate('act', { args: [act] }))).toMatch(/ignored/);
    expect(await theatre.book.readCase(caseId)).toEqual(before);
    expect((await theatre.book.account(unit))?.lots).toEqual([]);
    const attempts = (await attemptsIn(theatre.book.pool)).filter((one) => one.caseId === caseId);
    expect(attempts.map(({ key }) => key)).toContain('act:4711');
    expect(
      await desk.submit({ ...confirm(), do: 'allocate', with: { amount: '5', basis: '核定意见' } }, `five-${unit}`),
    ).toMatchObject({
      state: 'decided',
    });
  });

  it('an Update that names a stored act with another content, another officer or another stamp writes nothing; the act itself is decided', async () => {
    const stored = await desk.receive(confirm(), `confirm-${unit}`);
    if ('refused' in stored) throw new Error(stored.en);
    const { act } = stored;
    for (const forged of [
      { ...act, with: { emissions: '1', basis: '无' } },
      { ...act, approvedBy: 'city/c' },
      { ...act, at: act.at - 60_000 },
    ])
      expect(await messageOf(handle().executeUpdate('act', { args: [forged] }))).toMatch(/ignored|Update failed/);
    await desk.handOver(stored);
    const { events = [] } = (await theatre.book.readCase(caseId)) ?? {};
    expect(events.filter(({ type }) => type === 'emissions-confirmed')).toMatchObject([
      { at: act.at, with: { emissions: '100', approvedBy: 'city/b' } },
    ]);
  });

  it('messages that are no acts at all, many at once, hold nobody up: the next act is decided', async () => {
    const invented = { id: '4711', do: 'submit-first-report', by: unit, at: Date.now(), with: null };
    const { do: what, with: brings } = confirm();
    // one that could be right is in line; those behind it are not looked at before they are
    const likely = { ...invented, do: what, by: 'city/a', approvedBy: 'city/b', with: brings };
    const none = [
      null,
      {},
      { id: 7 },
      invented,
      { ...invented, do: 'constructor' },
      { ...invented, at: 'soon' },
      { ...invented, at: -1 },
    ];
    const sent = none.flatMap((one) => [likely, one]);
    const answers = await Promise.all(
      [...sent, ...sent, ...sent].map((act) => messageOf(handle().executeUpdate('act', { args: [act] }))),
    );
    expect(answers.filter((answer) => answer === 'undefined' || answer.includes('failed state'))).toEqual([]);
    const { events } = await handle().fetchHistory();
    expect((events ?? []).filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
    expect(await typesOf()).toEqual(['case-opened']);
    expect(await desk.submit(confirm(), `confirm-${unit}`)).toMatchObject({ state: 'decided' });
  });

  it('a catch-up that brings an instant of 2099 plays nothing', async () => {
    await handle().executeUpdate('catchUp', { args: [startOf('2099-01-01')] });
    expect(await typesOf()).toEqual(['case-opened']);
  });

  it('a run that somebody starts with a state or an opening of his own goes by the book, or ends', async () => {
    const { client, taskQueue, prefix, book } = theatre;
    await handle().terminate('by hand');
    const holdings = [{ product: 'allowance', vintage: 2022, quantity: '1000000' }];
    const forged = {
      caseId,
      prefix,
      opening: { holdings },
      case: { seq: 99 },
      clock: { wall0: 0, business0: startOf('2099-01-01') },
    };
    await client.start('complianceCycle', { workflowId: `${prefix}${caseId}`, taskQueue, args: [forged] });
    expect(await desk.catchUp(caseId)).toMatchObject({ seq: 1 });
    expect(await typesOf()).toEqual(['case-opened']);
    const nobodys = await client.start('complianceCycle', {
      workflowId: `${prefix}2024/BJ-7777/compliance-cycle`,
      taskQueue,
      args: [{ ...forged, caseId: '2024/BJ-7777/compliance-cycle' }],
    });
    await expect(nobodys.result()).rejects.toThrow();
    expect(await book.readCase('2024/BJ-7777/compliance-cycle')).toBeUndefined();
  });
});

describe('a call to a case has an end', () => {
  it('without a worker an act is stored under its stamp within the patience; sent again later it is decided under it', async () => {
    await theatre.worker.kill();
    const stored = await desk.submit(confirm(), `confirm-${unit}`);
    expect(stored).toMatchObject({ state: 'stored' });
    await theatre.worker.restart();
    await seen('it is decided', async () => (await desk.submit(confirm(), `confirm-${unit}`)).state !== 'stored');
    expect(await desk.submit(confirm(), `confirm-${unit}`)).toMatchObject({ state: 'decided', at: stored.at });
  });

  it('a case that stands still takes what is filed, and decides it under its stamp once it is revived', async () => {
    const { book, client, taskQueue, prefix } = theatre;
    await book.suspend(caseId, 'a letter without a recipient');
    await handle().terminate('suspended');
    const stored = await desk.submit(confirm(), `confirm-${unit}`);
    expect(stored).toMatchObject({ state: 'stored', suspended: true });
    await book.suspend(caseId, null);
    await new Cases({ book, client, taskQueue, prefix }).revive(caseId);
    expect(await desk.submit(confirm(), `confirm-${unit}`)).toMatchObject({ state: 'decided', at: stored.at });
  });
});

import { expect, it } from 'vitest';
import { Cases } from '../../desk/cases.js';
import { CityDesk } from '../../desk/city.js';
import { Desk } from '../../desk/desk.js';
import { reviveLost } from '../../desk/lost-cases.js';
import type { Clock } from '../../domain/model/clock.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { testTheatre } from '../drill/theatre.js';
import { seen } from '../seen.js';

const SCENARIO = parseScenario(
  `
name: two units whose server is lost
cycle: 2024
from: 2024-05-10
until: 2024-12-01
units:
  - { id: BJ-0001, kind: key, district: chaoyang }
  - { id: BJ-0002, kind: key, district: chaoyang }
`,
  'two units',
);
const ON = instantOf('2024-06-10', '10:00:00');

it('a case of any kind that the server has lost is revived from the book: by the next act, or by hand', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO);
  const units = new Map(openings.map(({ unit }) => [unit.id, unit]));
  const wall0 = Date.now();
  const clock: Clock = { wall0, business0: openings[0]?.opensAt ?? 0, skips: true };
  const options = { book, client, taskQueue, prefix, revivedAt: () => clock };
  const desk = new Desk({ ...options, cycle: 2024, register: { units } });
  for (const opening of openings) await desk.open(opening, clock);
  const lose = (caseId: string) => client.getHandle(`${prefix}${caseId}`).terminate('lost');
  for (const { id } of openings) await lose(id);

  const file = (unit: string) => ({ by: unit, do: 'submit-first-report', with: { emissions: '98000', sealed: true } });
  const submit = async (unit: string, id: string) => {
    const received = await desk.receive(file(unit), id, ON);
    return isRefusal(received) ? received : desk.handOver(received);
  };
  const answer = await submit('BJ-0001', 'first');
  expect(isRefusal(answer)).toBe(false);
  // and what was due before it stands before it: the reminder of the seventh day before
  const events = (await book.readCase('2024/BJ-0001/compliance-cycle'))?.events.map(({ type }) => type) ?? [];
  expect(events.at(-1)).toBe('first-report-filed');
  expect(events).toContain('reminded');

  const cases = new Cases(options);
  expect(await cases.revive('2024/BJ-0001/compliance-cycle')).toBe(false);
  expect(await cases.revive('2024/BJ-0002/compliance-cycle')).toBe(true);
  expect(await cases.revive('2024/BJ-0002/compliance-cycle')).toBe(false);
  expect(isRefusal(await submit('BJ-0002', 'second'))).toBe(false);
  await expect(cases.revive('2024/BJ-0099/compliance-cycle')).rejects.toThrow('is not in the book');

  const city = new CityDesk({ ...options, cycle: 2024 });
  const [first] = openings;
  if (!first) throw new Error('no opening');
  await city.open(first.terms, first.opensAt, clock);
  expect(await cases.revive('2024/city/city-cycle')).toBe(false);
  await lose('2024/city/city-cycle');
  expect(await cases.revive('2024/city/city-cycle')).toBe(true);
});

it('what somebody started by hand under the name of a case is ended, and the case runs again', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO).map((opening) => ({ ...opening, opensAt: Date.now() }));
  const units = new Map(openings.map(({ unit }) => [unit.id, unit]));
  const options = { book, client, taskQueue, prefix };
  const desk = new Desk({ ...options, cycle: 2024, register: { units } });
  for (const opening of openings) await desk.open(opening);
  const caseId = '2024/BJ-0001/compliance-cycle';
  const workflowId = `${prefix}${caseId}`;
  const cases = new Cases(options);
  const instead = async (type: string, queue: string, input: object): Promise<void> => {
    await client.getHandle(workflowId).terminate('lost');
    await client.start(type, { workflowId, taskQueue: queue, args: [input] });
  };
  const file = { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '98000', sealed: true } };
  for (const [type, queue] of [
    ['outbox', taskQueue],
    ['nothing-of-ours', taskQueue],
    ['complianceCycle', 'nobody-listens'],
  ] as const) {
    await instead(type, queue, { caseId, prefix });
    expect(await cases.isRunning(caseId)).toBe(false);
    expect(await cases.revive(caseId)).toBe(true);
    expect(await cases.isRunning(caseId)).toBe(true);
    expect(await desk.submit(file, `${type}-${queue}`)).toMatchObject({ state: 'decided' });
  }
  // the right workflow with the name of another case has nothing to do under this one's, and ends
  await instead('complianceCycle', taskQueue, { caseId: '2024/BJ-0002/compliance-cycle', prefix });
  await seen('what ran instead has ended', async () => !(await cases.isRunning(caseId)));
  expect(await desk.submit(file, 'another')).toMatchObject({ state: 'decided' });
  // and whoever looks for lost cases finds them, once the server's list says so
  await instead('outbox', taskQueue, {});
  const log: string[] = [];
  await seen('the lost case is found', async () => {
    await reviveLost({ ...options, log: (line) => log.push(line) });
    expect(log).toContain(`started case ${caseId} again: it ran nowhere`);
  });
});

it('what a worker in service sees to every few minutes: whatever goes on and runs nowhere; not a rehearsal’s case, not a closed one', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO).map((opening) => ({ ...opening, opensAt: Date.now() }));
  const units = new Map(openings.map(({ unit }) => [unit.id, unit]));
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register: { units } });
  for (const opening of openings) await desk.open(opening);
  const [first] = openings;
  if (!first) throw new Error('no opening');
  const rehearsed = { ...first, id: '2024/R-1/compliance-cycle', unit: { ...first.unit, id: 'R-1' }, rehearsal: true as const };
  await desk.open(rehearsed, { wall0: Date.now(), business0: instantOf('2024-05-10', '00:00:00'), skips: true });

  const close = { by: 'city/a', approvedBy: 'city/b', do: 'close-case', for: 'BJ-0002', with: { basis: '周期总结' } };
  expect(await desk.submit(close, 'close')).toMatchObject({ state: 'decided' });
  const isOver = async (id: string): Promise<boolean> =>
    (await client.getHandle(`${prefix}${id}`).describe()).status.name !== 'RUNNING';
  const closed = ['2024/BJ-0002/compliance-cycle', '2024/BJ-0002/monthly-evidence'];
  for (const id of closed) await seen(`${id} has ended`, () => isOver(id));
  const lost = ['2024/BJ-0001/compliance-cycle', '2024/BJ-0001/monthly-evidence', rehearsed.id];
  for (const id of lost) await client.getHandle(`${prefix}${id}`).terminate('lost');
  const listed = async (): Promise<string[]> => {
    const ids: string[] = [];
    const query = `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "${prefix}"`;
    for await (const { workflowId } of client.list({ query })) ids.push(workflowId.slice(prefix.length));
    return ids;
  };
  // the server's list is some seconds behind
  await seen('they are listed no more', async () =>
    expect(await listed()).not.toEqual(expect.arrayContaining([expect.toBeOneOf(lost)])),
  );
  const log: string[] = [];
  await reviveLost({ book, client, taskQueue, prefix, log: (line) => log.push(line) });
  expect(log.sort()).toEqual([
    'started case 2024/BJ-0001/compliance-cycle again: it ran nowhere',
    'started case 2024/BJ-0001/monthly-evidence again: it ran nowhere',
  ]);
});

it('an act sent again long after it was taken is answered as it was, although the case has forgotten it', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO).filter(({ unit, kind }) => unit.id === 'BJ-0001' && kind === 'compliance-cycle');
  const [opening] = openings;
  if (!opening) throw new Error('no opening');
  const clock: Clock = { wall0: Date.now(), business0: opening.opensAt, skips: true };
  const desk = new Desk({
    book,
    client,
    taskQueue,
    prefix,
    cycle: 2024,
    register: { units: new Map([['BJ-0001', opening.unit]]) },
  });
  await desk.open(opening, clock);
  const city = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001' };
  const send = async (raw: Parameters<Desk['receive']>[0], id: string, at: number) => {
    const received = await desk.receive(raw, id, at);
    const answer = isRefusal(received) ? received : await desk.handOver(received);
    if (isRefusal(answer)) throw new Error(answer.en);
    return answer;
  };
  const allocate = { ...city, do: 'allocate', with: { amount: '100', basis: '核定意见' } };
  await send({ ...city, do: 'confirm-emissions', with: { emissions: '100', basis: '核查报告' } }, 'confirm', ON);
  const first = await send(allocate, 'allocate', ON + 1);
  for (let n = 0; n < 30; n += 1)
    await send({ by: 'BJ-0001', do: 'surrender', with: { quantity: '1' } }, `give-${String(n)}`, ON + 2 + n);
  expect(await send(allocate, 'allocate', ON + 99)).toMatchObject({ seq: first.seq, at: ON + 1 });
  await expect(send(allocate, 'another', ON + 99)).rejects.toThrow();
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Cases } from '../../desk/cases.js';
import { CityDesk } from '../../desk/city.js';
import { Desk } from '../../desk/desk.js';
import { reviveLost } from '../../desk/lost-cases.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { testTheatre } from '../drill/theatre.js';

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

it('a case that the server has lost is revived from the book: by the next act, or all of them by hand; a closed one is not', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO);
  const units = new Map(openings.map(({ unit }) => [unit.id, unit]));
  const wall0 = Date.now();
  const clock = { wall0, business0: openings[0]?.opensAt ?? 0 };
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
  expect(await cases.revive('2024/BJ-0099/compliance-cycle')).toBe(false);

  // what a worker in service sees to every few minutes; a rehearsal's case is left alone
  const rehearsed = openings.map((opening) => ({
    ...opening,
    id: `2024/R-1/${opening.kind}`,
    unit: { ...opening.unit, id: 'R-1' },
  }))[0];
  if (!rehearsed) throw new Error('no opening');
  await desk.open({ ...rehearsed, rehearsal: true }, clock);
  for (const id of [rehearsed.id, '2024/BJ-0001/compliance-cycle']) await lose(id);
  const log: string[] = [];
  const gone = async (): Promise<boolean> => {
    for await (const { workflowId } of client.list({ query: 'ExecutionStatus = "Running"' }))
      if (workflowId === `${prefix}2024/BJ-0001/compliance-cycle`) return false;
    return true;
  };
  while (!(await gone())) await pause(100);
  await reviveLost({ book, client, taskQueue, prefix, log: (line) => log.push(line) });
  expect(log.sort()).toEqual([
    'started case 2024/BJ-0001/compliance-cycle again: it ran nowhere',
    'started case 2024/BJ-0001/monthly-evidence again: it ran nowhere',
    'started case 2024/BJ-0002/monthly-evidence again: it ran nowhere',
  ]);

  const city = new CityDesk({ ...options, cycle: 2024 });
  const [first] = openings;
  if (!first) throw new Error('no opening');
  await city.open(first.terms, first.opensAt, clock);
  expect(await city.revive()).toBe(false);
  await lose('2024/city/city-cycle');
  expect(await city.revive()).toBe(true);
});

it('an act sent again long after it was taken is answered as it was, although the case has forgotten it', async () => {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const openings = opensOf(SCENARIO).filter(({ unit, kind }) => unit.id === 'BJ-0001' && kind === 'compliance-cycle');
  const [opening] = openings;
  if (!opening) throw new Error('no opening');
  const clock = { wall0: Date.now(), business0: opening.opensAt };
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

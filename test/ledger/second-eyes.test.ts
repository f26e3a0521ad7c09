import { setTimeout as pause } from 'node:timers/promises';
import { ScheduleClient } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { virtualClock } from '../../client/drill/virtual-clock.js';
import { ensureNightlyCheck } from '../../desk/standing.js';
import { run } from '../../client/drill/run.js';
import { Desk } from '../../desk/desk.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { instantOf, startOf } from '../../domain/model/instant.js';
import { openAlarms } from '../../ledger/alarms.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { nightlyCheckIdOf, NIGHTLY_CHECK_TYPE } from '../../workflows/ids.js';
import { quiet, scenarioNamed, testTheatre } from '../drill/theatre.js';
import { release } from './releasing.js';
import { seen } from '../seen.js';

const ONE = parseScenario(
  `
name: one that does not surrender
cycle: 2024
from: 2024-09-01
until: 2024-12-01
units:
  - id: BJ-0001
    name: 示例热力有限公司
    kind: key
    district: chaoyang
    holdings: [{ product: allowance, vintage: 2022, quantity: "5000" }]
`,
  'one',
);

it('三(四) — 自动收缴 › an open alarm holds up a case on Temporal; released, the collection runs under its nominal instant', async () => {
  const { book, client, taskQueue, prefix, connection, platform } = await testTheatre();
  const opening = opensOf(ONE).find(({ kind }) => kind === 'compliance-cycle')!;
  const register = { units: new Map([[opening.unit.id, opening.unit]]) };
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register });
  const wall0 = Date.now();
  await desk.open(opening, { wall0, business0: opening.opensAt, skips: true });
  const raw = { by: 'city/a', approvedBy: 'city/b', do: 'confirm-emissions', for: 'BJ-0001' };
  const confirmed = await desk.receive(
    { ...raw, with: { emissions: '4000', basis: '核查报告' } },
    'confirm',
    instantOf('2024-09-10', '10:00:00'),
  );
  if (isRefusal(confirmed)) throw new Error('refused');
  const clock = virtualClock(connection, platform.namespace, `${prefix}${opening.id}`);
  await clock.to(instantOf('2024-09-10', '09:59:00') + wall0 - opening.opensAt);
  await desk.handOver(confirmed);
  const [alarm] = await raiseAlarms(
    book.pool,
    [{ check: 'lot-not-its-postings', subject: 'X/L1', found: 'a tonne', units: ['BJ-0001'] }],
    Date.now(),
  );
  await clock.to(instantOf('2024-11-15', '23:59:57') + wall0 - opening.opensAt);
  const types = async (): Promise<string[]> => (await book.readCase(opening.id))!.events.map(({ type }) => type);
  await pause(6_000);
  expect(await types()).not.toContain('collection-run');
  expect((await client.getHandle(`${prefix}${opening.id}`).describe()).status.name).toBe('RUNNING');
  await release(book, alarm!.id);
  await seen('the collection has run', async () => (await types()).includes('collection-run'));
  const ran = (await book.readCase(opening.id))!.events.find(({ type }) => type === 'collection-run');
  expect(ran?.at).toBe(startOf('2024-11-16'));
  expect((await book.account('BJ-0001'))!.lots).toMatchObject([{ quantity: '1000' }]);
});

it('the schedule is made once, and a night’s check finds a changed byte, mails the city, and ends a drill', async () => {
  const theatre = await testTheatre();
  const { book, client, taskQueue, connection, platform } = theatre;
  const scenario = scenarioNamed('short-and-collected-in-part');
  const outcome = await run(theatre, scenario, 0, quiet);
  expect(outcome.ledger.balanced).toBe(true);
  const night = { taskQueue, args: [] as [] };
  const check = () =>
    client.execute(NIGHTLY_CHECK_TYPE, { ...night, workflowId: `${theatre.prefix}night-${String(Date.now())}` });
  const first = await check();
  const [anchor] = await book.anchors();
  expect(first).toEqual({ differences: 0, raised: [], open: 0, anchor: { day: anchor?.day, hash: anchor?.hash } });

  const schedules = new ScheduleClient({ connection, namespace: platform.namespace });
  await ensureNightlyCheck(connection, platform.namespace, taskQueue, theatre.prefix);
  await ensureNightlyCheck(connection, platform.namespace, taskQueue, theatre.prefix);
  const schedule = schedules.getHandle(nightlyCheckIdOf(theatre.prefix));
  try {
    const { spec, action } = await schedule.describe();
    expect(action).toMatchObject({ type: 'startWorkflow', workflowType: NIGHTLY_CHECK_TYPE });
    expect(spec.calendars?.[0]).toMatchObject({ hour: [{ start: 18 }] });

    const intruder = new pg.Client({ connectionString: platform.databaseUrl });
    await intruder.connect();
    await intruder.query(`set session_replication_role = replica;
      update events set body = jsonb_set(body, '{by}', '"somebody"') where case_id = '2024/BJ-0001/compliance-cycle' and seq = 2`);
    await intruder.end();
    await schedule.trigger();
    await seen('an alarm is raised', async () => (await openAlarms(book.pool)).length > 0);
    expect(await openAlarms(book.pool)).toMatchObject([{ check: 'chain-broken', subject: '2024/BJ-0001/compliance-cycle/2' }]);
    const sent = async (): Promise<boolean> =>
      (await book.lettersOf()).some(({ notices, sentAt }) => notices[0]?.template === 'alarm' && sentAt !== undefined);
    await seen('the city is told', sent);
  } finally {
    await schedule.delete();
  }
});

it('a schedule made by an older version is brought to what is wanted now, and stays paused where somebody paused it', async () => {
  const { taskQueue, connection, platform, prefix } = await testTheatre();
  const schedules = new ScheduleClient({ connection, namespace: platform.namespace });
  const id = nightlyCheckIdOf(prefix);
  const schedule = await schedules.create({
    scheduleId: id,
    spec: { calendars: [{ hour: 3, minute: 30 }] },
    action: { type: 'startWorkflow', workflowType: 'anOlderCheck', workflowId: id, taskQueue: 'elsewhere', args: [] },
    state: { paused: true, note: '停用 paused by hand' },
  });
  const ensure = () => ensureNightlyCheck(connection, platform.namespace, taskQueue, prefix);
  try {
    await ensure();
    const { spec, action, state, policies, info } = await schedule.describe();
    expect(spec.calendars).toMatchObject([{ hour: [{ start: 18, end: 18 }], minute: [{ start: 0, end: 0 }] }]);
    expect(action).toMatchObject({ workflowType: NIGHTLY_CHECK_TYPE, workflowId: id, taskQueue });
    expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000 });
    expect(state).toMatchObject({ paused: true, note: '停用 paused by hand' });
    // the same again changes nothing
    await ensure();
    expect((await schedule.describe()).info.lastUpdatedAt).toEqual(info.lastUpdatedAt);
  } finally {
    await schedule.delete();
  }
});

const ENDS: readonly [what: string, change: object][] = [
  ['has no night any more', { spec: { calendars: [{ hour: 18, minute: 0 }], endAt: new Date('2024-05-10T00:00:00Z') } }],
  ['has its first night in 2099', { spec: { calendars: [{ hour: 18, minute: 0 }], startAt: new Date('2099-01-01T00:00:00Z') } }],
  ['counts by another time zone', { spec: { calendars: [{ hour: 18, minute: 0 }], timezone: 'America/New_York' } }],
  ['has one night left', { state: { paused: false, remainingActions: 1 } }],
  ['pauses once a check has failed', { policies: { overlap: 'SKIP', catchupWindow: 86_400_000, pauseOnFailure: true } }],
  ['ends each check after a second', { action: { workflowRunTimeout: '1s' } }],
];

it.each(ENDS)('a schedule that was changed by hand so that it %s is brought back', async (_, change) => {
  const { taskQueue, connection, platform, prefix } = await testTheatre();
  const schedule = new ScheduleClient({ connection, namespace: platform.namespace }).getHandle(nightlyCheckIdOf(prefix));
  const ensure = () => ensureNightlyCheck(connection, platform.namespace, taskQueue, prefix);
  await ensure();
  try {
    const whole = async () => {
      const { spec, action, state, policies } = await schedule.describe();
      return { spec, action, state: { paused: state.paused, remainingActions: state.remainingActions }, policies };
    };
    const wanted = await whole();
    await schedule.update(({ spec, action, policies, state }) => ({
      spec,
      policies,
      state,
      ...change,
      action: { ...action, ...('action' in change ? (change.action as object) : {}) },
    }));
    expect(await whole()).not.toEqual(wanted);
    await ensure();
    expect(await whole()).toEqual(wanted);
  } finally {
    await schedule.delete();
  }
});

/** Which processes took part in a workflow. */
const workersIn = (events: readonly temporal.api.history.v1.IHistoryEvent[]): string[] =>
  events.flatMap(({ workflowTaskCompletedEventAttributes: done }) => (done?.identity ? [done.identity] : []));

it('a connection that the database ends during a night’s check ends neither the worker nor the check', async () => {
  const theatre = await testTheatre();
  const { client, taskQueue, platform, prefix } = theatre;
  await run(theatre, scenarioNamed('short-and-collected-in-part'), 0, quiet);
  const [intruder, holder] = [1, 2].map(() => new pg.Client({ connectionString: platform.databaseUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([intruder.connect(), holder.connect()]);
  const check = (name: string) =>
    client.start(NIGHTLY_CHECK_TYPE, { taskQueue, args: [] as [], workflowId: `${prefix}night-${name}` });
  const ended = async (): Promise<boolean> => {
    const { rows } = await intruder.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'luyue' and wait_event_type = 'Lock' and query like '%postings%'`,
    );
    return rows.length > 0;
  };
  try {
    await holder.query('begin; lock table postings in access exclusive mode');
    const night = await check('broken');
    await seen('the drill has ended', ended);
    await holder.query('rollback');
    expect(await night.result()).toMatchObject({ differences: 0, open: 0 });
    // it is the same worker that goes on
    const later = await check('after');
    expect(await later.result()).toMatchObject({ differences: 0 });
    const workers = await Promise.all([night, later].map(async (each) => workersIn((await each.fetchHistory()).events ?? [])));
    expect(new Set(workers.flat()).size).toBe(1);
  } finally {
    await Promise.all([intruder.end(), holder.end()]);
  }
});

import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { run } from '../../client/drill/run.js';
import { CityDesk } from '../../desk/city.js';
import { Desk } from '../../desk/desk.js';
import { Front } from '../../desk/front.js';
import { claimPlatform } from '../../records/platform.js';
import { opensOf } from '../../simulator/opening.js';
import { readScenario, type Scenario } from '../../simulator/scenario.js';
import { cityCaseIdOf, nightlyCheckIdOf, NIGHTLY_CHECK_TYPE, outboxIdOf, workflowIdOf } from '../../workflows/ids.js';
import * as workflows from '../../workflows/index.js';
import { CLOSES, OPENING_ENDS, openHall } from '../auction/hall.js';
import { quiet, scenarioNamed, testTheatre } from '../drill/theatre.js';
import { inTheBook } from './callers.js';
import { bundle, clearRecording, record, recorded, withTimer } from './replay.js';
import { seen } from '../seen.js';

/** `yes`: all of them; `city`, `approval`, `verification`: of one kind, beside those that are there. */
const RECORD = process.env['RECORD_HISTORIES'];
const RECORDING = RECORD !== undefined && ['yes', 'city', 'approval', 'verification'].includes(RECORD);

/** What is played to record a version's histories: between them, they take every branch of the shell. */
const PLAYS: readonly (readonly [name: string, scenario: () => Scenario])[] = [
  ['unit-year', () => readScenario(new URL('../../bench/unit-year.yaml', import.meta.url).pathname)],
  ['general-unit', () => scenarioNamed('general-unit')],
  ['revision', () => scenarioNamed('revision-extends-surrender-and-offsets')],
  ['trades', () => scenarioNamed('trades-take-the-newest-vintage')],
  ['refusals', () => scenarioNamed('who-may-do-what')],
];

async function recordDrills(): Promise<void> {
  for (const [name, scenario] of PLAYS) {
    const theatre = await testTheatre();
    const played = scenario();
    await run(theatre, played, 0, quiet);
    for (const { id, unit } of opensOf(played))
      await record(theatre.client, workflowIdOf(id, theatre.prefix), `${name}-${unit.id}`);
    if (name === PLAYS[0]?.[0]) await record(theatre.client, outboxIdOf(theatre.prefix), name);
  }
}

async function recordAuction(): Promise<void> {
  const hall = await openHall();
  const day = 24 * 3_600_000;
  for (const bidder of ['BJ-0001', 'BJ-0002']) {
    await hall.cover(bidder, '1100000.00');
    await hall.seal(bidder, '110.00', '10000', CLOSES - day / 2);
  }
  await hall.past(CLOSES);
  for (const bidder of ['BJ-0001', 'BJ-0002']) await hall.open(bidder, '110.00', '10000', CLOSES + day / 2);
  await hall.past(OPENING_ENDS);
  await hall.result();
  await record(hall.theatre.client, workflowIdOf(hall.caseId, hall.theatre.prefix), 'two-bidders');
}

async function recordNight(): Promise<void> {
  const { client, taskQueue, prefix } = await testTheatre();
  const workflowId = nightlyCheckIdOf(prefix);
  await client.execute(NIGHTLY_CHECK_TYPE, { workflowId, taskQueue, args: [] });
  await record(client, workflowId, 'empty-book');
}

/** A city that strikes a verifier off: one roll-out, one case. */
async function recordCity(): Promise<void> {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const played = scenarioNamed('general-unit');
  const options = { book, client, taskQueue, prefix, cycle: played.cycle };
  const desk = new CityDesk(options);
  const [opening] = opensOf(scenarioNamed('contract-example'));
  if (!opening) throw new Error('the example has no unit');
  const clock = { wall0: Date.now(), business0: opening.opensAt, skips: true } as const;
  await desk.openCase(opening, clock);
  const raw = { by: 'city/a', approvedBy: 'city/b', do: 'strike-off-verifier', with: { verifier: 'V-09', basis: '依据' } };
  const { act = '' } = await desk.submit(raw, 'strike-off', opening.opensAt + 1);
  await seen('every case has heard of the decision', async () => (await desk.progress(act)).over);
  await record(client, workflowIdOf(cityCaseIdOf(played.cycle), prefix), 'strike-off');
}

/** A verifier that is engaged, asks, and issues its report. */
async function recordVerification(): Promise<void> {
  const theatre = await testTheatre();
  await run(theatre, scenarioNamed('verification-on-the-platform'), 0, quiet);
  const { rows } = await theatre.book.pool.query<{ id: string; unit: string }>(
    `select case_id as id, unit from cases where kind = 'verification' order by case_id`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { id, unit } of rows) await record(theatre.client, workflowIdOf(id, theatre.prefix), `on-the-platform-${unit}`);
}

/** A proposal that another officer approves. */
async function recordApproval(): Promise<void> {
  const { book, client, taskQueue, prefix } = await testTheatre();
  const [opening] = opensOf(scenarioNamed('contract-example'));
  if (!opening) throw new Error('the example has no unit');
  const options = { book, client, taskQueue, prefix };
  await new Desk({ ...options, cycle: 2024, register: { units: new Map() } }).open(opening, {
    wall0: Date.now(),
    business0: opening.opensAt,
  });
  await claimPlatform(book.pool, 'rehearsal');
  const [a, b] = [await inTheBook(book, 'city/a'), await inTheBook(book, 'city/b')];
  const front = new Front(options);
  const brings = { amount: '700', basis: '依据' };
  const reply = await front.submit(a, { do: 'pre-allocate', for: opening.unit.id, with: brings });
  if (reply.state !== 'proposed') throw new Error(JSON.stringify(reply));
  const shown = await front.approvals.read(reply.approval);
  if (!('previewDigest' in shown)) throw new Error(JSON.stringify(shown));
  await front.approve(b, reply.approval, { request: 'yes', previewDigest: shown.previewDigest });
  const workflowId = workflowIdOf(`2024/approval/${reply.approval}`, prefix);
  await client.getHandle(workflowId).result();
  await record(client, workflowId, 'approved');
}

describe('histories that earlier versions made', () => {
  // no test of its own: it writes what the tests below replay, once per version, and is not there where nobody asks for it
  if (RECORDING)
    it('are recorded anew for this version', { timeout: 600_000 }, async () => {
      if (RECORD === 'yes') {
        clearRecording();
        await recordDrills();
        await recordAuction();
        await recordNight();
      }
      const asked = (kind: string): boolean => RECORD === 'yes' || RECORD === kind;
      if (asked('city')) await recordCity();
      if (asked('approval')) await recordApproval();
      if (asked('verification')) await recordVerification();
    });

  it('exist for every workflow type', () => {
    const types = new Set(recorded().map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(workflows).sort());
  });

  it('are replayed by the workflows of today without a difference', async () => {
    const workflowBundle = await bundle();
    const histories = recorded().map(({ version, name, history }) => ({ workflowId: `${version}/${name}`, history }));
    const failed: string[] = [];
    let replayed = 0;
    for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
      replayed += 1;
      if (error) failed.push(`${workflowId}: ${error.message}`);
    }
    expect(failed).toEqual([]);
    expect(replayed).toBe(histories.length);
  });

  it('would not be replayed by workflows that do something else', async () => {
    const other = withTimer((await bundle()).code);
    const case1 = recorded().find(({ type }) => type === 'complianceCycle');
    if (!case1) throw new Error('no history of a case');
    const replaying = Worker.runReplayHistory({ workflowBundle: { code: other } }, case1.history, 'other/1');
    await expect(replaying).rejects.toThrow(/[Nn]ondeterminism/);
  });
});

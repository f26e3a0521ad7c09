import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { expect, it, onTestFinished } from 'vitest';
import type { Theatre } from '../../client/drill/stage.js';
import { startWorkerProcess } from '../../embedded/worker-process.js';
import { readScenario } from '../../simulator/scenario.js';
import { simulate } from '../../simulator/simulate.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { sceneOf } from '../drill/scene.js';
import { bundle, runsRecorded, withTimer } from './replay.js';
import { seen } from '../seen.js';

const UNIT_YEAR = new URL('../../bench/unit-year.yaml', import.meta.url).pathname;
const CASES = ['2024/BJ-0001/compliance-cycle', '2024/BJ-0001/monthly-evidence'];
/** As many acts are played before the code changes; both cases are in the middle of a run then. */
const BEFORE = 10;

/** The workflows with one more timer at the start of each run of a case: what no run that began without it could replay. */
async function changedBundle(): Promise<{ code: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-versions-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { code } = await bundle();
  const changed = withTimer(code, "{ summary: 'two' }");
  const path = join(folder, 'bundle.js');
  await writeFile(path, changed);
  return { code: changed, path };
}

/** Makes a build the one on which new runs begin; its workers may still be on their way. */
async function makeCurrent({ connection, platform }: Theatre, deploymentName: string, buildId: string): Promise<void> {
  await seen(`${buildId} is current`, async () => {
    await connection.workflowService.setWorkerDeploymentCurrentVersion({
      namespace: platform.namespace,
      deploymentName,
      buildId,
      identity: 'versioning.test',
    });
  });
}

/** The builds that completed the tasks of each run, and whether the run has the timer that only build two starts. */
async function buildsOf(
  { client, prefix }: Theatre,
  caseId: string,
): Promise<{ builds: string[]; changed: boolean; failed: number }[]> {
  const runs = await runsRecorded(client, workflowIdOf(caseId, prefix));
  return runs.map(({ events }) => {
    const all = events ?? [];
    const builds = all.flatMap((event) => {
      const done = event.workflowTaskCompletedEventAttributes;
      return done ? [done.deploymentVersion?.buildId ?? 'none'] : [];
    });
    const summaries = all.map((event) => Buffer.from(event.userMetadata?.summary?.data ?? '').toString('utf8'));
    return {
      builds: [...new Set(builds)],
      changed: summaries.includes('"two"'),
      failed: all.filter((event) => event.workflowTaskFailedEventAttributes).length,
    };
  });
}

it('code that changes under running cases: the run that began stays with its build, the next begins on the new one, the outcome is right', async () => {
  const deployment = `luyue-${randomBytes(4).toString('hex')}`;
  const scenario = readScenario(UNIT_YEAR);
  const { theatre, items, inOrder, end } = await sceneOf(scenario, { DEPLOYMENT: deployment, BUILD_ID: 'one' }, (opened) =>
    makeCurrent(opened, deployment, 'one'),
  );
  await inOrder(...items.slice(0, BEFORE));

  const { code, path } = await changedBundle();
  const second = await startWorkerProcess({
    platform: theatre.platform,
    taskQueue: theatre.taskQueue,
    env: { SWEEP_SECONDS: '0', PLATFORM: 'rehearsal', DEPLOYMENT: deployment, BUILD_ID: 'two', WORKFLOW_BUNDLE: path },
  });
  onTestFinished(() => second.stop());
  await makeCurrent(theatre, deployment, 'two');
  await inOrder(...items.slice(BEFORE));
  expect(await end()).toEqual(simulate(scenario));

  for (const caseId of CASES) {
    const runs = await buildsOf(theatre, caseId);
    expect(runs.map(({ builds }) => builds.length)).toEqual(runs.map(() => 1));
    expect(runs[0]).toEqual({ builds: ['one'], changed: false, failed: 0 });
    expect(runs.at(-1)).toEqual({ builds: ['two'], changed: true, failed: 0 });
    expect(runs.filter(({ builds, changed }) => (builds[0] === 'two') !== changed)).toEqual([]);
  }
  // without versions the change would have stopped every running case: its history does not fit the new code
  const [began] = await runsRecorded(theatre.client, workflowIdOf(CASES[0] ?? '', theatre.prefix));
  const replaying = Worker.runReplayHistory({ workflowBundle: { code } }, began ?? {}, 'began/1');
  await expect(replaying).rejects.toThrow(/[Nn]ondeterminism/);
});

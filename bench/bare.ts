import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { crowd } from '../client/drill/crowd.js';
import type { Theatre } from '../client/drill/stage.js';
import { virtualClock } from '../client/drill/virtual-clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { BareCase } from './bare-plan.js';
import { BARE_TYPE, step, type BareInput } from './bare-workflow.js';

const WORKER = fileURLToPath(new URL('bare-worker.ts', import.meta.url));
/** Between the whole seconds at which timers are due, as the drill does. */
const ASIDE_MS = 500;
const LOOK_AGAIN_MS = 50;
const AT_A_TIME = 25;

export interface BareWorker {
  readonly pid: number;
  readonly taskQueue: string;
  stop(): Promise<void>;
}

/** Starts a worker of the bare workflow on the theatre's server and database. Throws what it printed when it does not start. */
export async function startBareWorker({ platform }: Theatre): Promise<BareWorker> {
  const taskQueue = `bare-${randomBytes(4).toString('hex')}`;
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: platform.temporalAddress,
      TEMPORAL_NAMESPACE: platform.namespace,
      DATABASE_URL: platform.databaseUrl,
      TASK_QUEUE: taskQueue,
      TZ: 'UTC',
    },
  });
  const ended = once(child, 'close');
  const ready = once(createInterface({ input: child.stdout }), 'line');
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error('the bare worker ended before it was ready');
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    taskQueue,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const idOf = (unit: string, { id }: BareCase): string => `${unit}/${id}`;

/** One unit's bare cases on their own clocks: each Update at its stamp, the timers before it fired on the way. */
async function playUnit(theatre: Theatre, taskQueue: string, cases: readonly BareCase[], unit: string, endsAt: Instant) {
  const { client, connection, platform } = theatre;
  const actors = cases.map((one) => {
    const workflowId = idOf(unit, one);
    const clock = virtualClock(connection, platform.namespace, workflowId);
    return { one, workflowId, clock, shift: Date.now() - one.opensAt, wakes: one.steps[0]?.wakes ?? Infinity };
  });
  for (const { one, workflowId, shift } of actors) {
    const wakes = one.steps.map((each) => each.wakes && each.wakes + shift);
    await client.start<(input: BareInput) => Promise<void>>(BARE_TYPE, {
      workflowId,
      taskQueue,
      args: [{ id: workflowId, wakes }],
    });
  }
  const updates = actors.flatMap((actor) =>
    actor.one.steps.flatMap((each, n) => (each.by === 'update' ? [{ actor, at: each.at, wakes: each.wakes, n }] : [])),
  );
  for (const { actor, at, wakes, n } of updates.sort((a, b) => a.at - b.at)) {
    if (actor.wakes <= at) await actor.clock.to(at + actor.shift + ASIDE_MS);
    await client.getHandle(actor.workflowId).executeUpdate(step, { updateId: String(n) });
    actor.wakes = wakes ?? Infinity;
  }
  for (const { clock, shift, wakes } of actors) if (wakes < endsAt) await clock.to(endsAt + shift + ASIDE_MS);
}

/** Plays the floor for units `from` to `to` and waits until every insert is made. */
export async function playBare(
  theatre: Theatre,
  taskQueue: string,
  cases: readonly BareCase[],
  units: readonly string[],
  endsAt: Instant,
): Promise<void> {
  await crowd(
    units.map((unit) => () => playUnit(theatre, taskQueue, cases, unit, endsAt)),
    AT_A_TIME,
    () => undefined,
  );
  const wanted = units.length * cases.reduce((total, { steps }) => total + steps.length, 0);
  const text = "select count(*)::int as made from bare where split_part(id, '/', 1) = any ($1)";
  const made = async (): Promise<number> => (await theatre.book.pool.query<{ made: number }>(text, [units])).rows[0]?.made ?? 0;
  while ((await made()) < wanted) await pause(LOOK_AGAIN_MS);
}

export const bareWorkflowIds = (cases: readonly BareCase[], units: readonly string[]): string[] =>
  units.flatMap((unit) => cases.map((one) => idOf(unit, one)));

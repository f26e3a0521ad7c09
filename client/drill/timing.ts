import type { WorkflowClient } from '@temporalio/client';
import { cpuSecondsOfTree } from '../../embedded/cpu.js';

export interface Pids {
  readonly temporal?: number;
  readonly worker: number;
  readonly database?: number;
}
/** Null where the process is not ours to see. */
export type CpuSeconds = Record<'server' | 'worker' | 'database' | 'driver', number | null>;

const MICROSECONDS = 1_000_000;

/** CPU seconds used so far by everybody who takes part. */
export function cpuSoFar(pids: Pids): CpuSeconds {
  const { user, system } = process.cpuUsage();
  const of = (pid: number | undefined): number | null => (pid === undefined ? null : cpuSecondsOfTree(pid));
  return {
    server: of(pids.temporal),
    worker: of(pids.worker),
    database: of(pids.database),
    driver: (user + system) / MICROSECONDS,
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

export const cpuBetween = (before: CpuSeconds, after: CpuSeconds): CpuSeconds => {
  const used = (one: keyof CpuSeconds): number | null => {
    const [from, to] = [before[one], after[one]];
    return from === null || to === null ? null : hundredths(to - from);
  };
  return { server: used('server'), worker: used('worker'), database: used('database'), driver: used('driver') };
};

export interface Histories {
  /** Completed workflow tasks and history events of all runs. */
  readonly workflowTasks: number;
  readonly events: number;
  readonly runs: number;
}

/** Counts the histories of one workflow, from its first run to its last. */
async function historiesOf(client: WorkflowClient, namespace: string, workflowId: string): Promise<Histories> {
  const { raw } = await client.getHandle(workflowId).describe();
  let runId: string | undefined = raw.workflowExecutionInfo?.firstRunId ?? undefined;
  const count = { workflowTasks: 0, events: 0, runs: 0 };
  while (runId !== undefined && runId !== '') {
    let token: Uint8Array | undefined;
    let next: string | undefined;
    do {
      const page = await client.workflowService.getWorkflowExecutionHistory({
        namespace,
        execution: { workflowId, runId },
        ...(token ? { nextPageToken: token } : {}),
      });
      for (const event of page.history?.events ?? []) {
        count.events += 1;
        if (event.workflowTaskCompletedEventAttributes) count.workflowTasks += 1;
        next = event.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? next;
      }
      token = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
    } while (token);
    count.runs += 1;
    runId = next;
  }
  return count;
}

const AT_A_TIME = 8;
/** Beyond this many, histories are counted of an even sample and scaled. */
const COUNTED = 400;

/** Counts the histories of many workflows. */
export async function countHistories(
  client: WorkflowClient,
  namespace: string,
  workflowIds: readonly string[],
): Promise<Histories> {
  const every = Math.ceil(workflowIds.length / COUNTED);
  const sample = workflowIds.filter((_id, at) => at % every === 0);
  const total = { workflowTasks: 0, events: 0, runs: 0 };
  for (let at = 0; at < sample.length; at += AT_A_TIME) {
    const some = await Promise.all(sample.slice(at, at + AT_A_TIME).map((id) => historiesOf(client, namespace, id)));
    for (const one of some) {
      total.workflowTasks += one.workflowTasks;
      total.events += one.events;
      total.runs += one.runs;
    }
  }
  const scale = sample.length === 0 ? 0 : workflowIds.length / sample.length;
  const scaled = (count: number): number => Math.round(count * scale);
  return { workflowTasks: scaled(total.workflowTasks), events: scaled(total.events), runs: scaled(total.runs) };
}

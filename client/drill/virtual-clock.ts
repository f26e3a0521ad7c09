import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time.js';
import type * as Proto from '@temporalio/proto';

// the package's types say ESM, its code is CommonJS
const { FastForwardPollingResult } = (createRequire(import.meta.url)('@temporalio/proto') as typeof Proto).temporal.api.enums.v1;
const { FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED: COMPLETED, FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED: FAILED } =
  FastForwardPollingResult;

/** As gRPC counts its statuses. */
const NOT_FOUND = 5;
/** The server's own default stops silently after 200 timers. */
const MOST_SKIPS = 100_000;
/** A case that takes longer to play what lies on its way is stuck: a step of it fails again and again. */
const PATIENCE_MS = 180_000;
/** A poll waits up to 20 s at the server. */
const POLL_DEADLINE_MS = 60_000;

export interface VirtualClock {
  /**
   * Moves the workflow's clock forward to an instant of the server's time, firing what is due on the way; no further than
   * a later call asks. Never aim at an instant at which a timer is due. Answers at once when the clock is past it.
   */
  to(at: number): Promise<void>;
  /** Asks the server where the clock stands: for a workflow whose clock somebody moved before. */
  read(): Promise<void>;
  /** The workflow is another one from now on, whose clock is the server's. */
  forget(): void;
}

/** One workflow's own clock on a server that skips time. It has one driver, who waits for each move. */
export function virtualClock(connection: Connection, namespace: string, workflowId: string): VirtualClock {
  const target = { namespace, workflowExecution: { workflowId } };
  /** Virtual minus wall time. */
  let ahead = 0;

  /** False where the workflow has come to its end: nothing is due in it any more. */
  const start = async (id: string, by: number): Promise<boolean> => {
    try {
      await connection.workflowService.updateWorkflowExecutionOptions({
        ...target,
        updateMask: { paths: ['time_skipping_config'] },
        workflowExecutionOptions: {
          timeSkippingConfig: { enabled: true, maxSessionSkipCount: MOST_SKIPS, fastForwardConfig: { id, duration: msToTs(by) } },
        },
      });
      return true;
    } catch (error) {
      if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return false;
      throw error;
    }
  };
  const poll = (id: string) =>
    connection.withDeadline(Date.now() + POLL_DEADLINE_MS, () =>
      connection.workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId: id }),
    );
  const read = async (): Promise<void> => {
    const { workflowExtendedInfo } = await connection.workflowService.describeWorkflowExecution({
      ...target,
      execution: target.workflowExecution,
    });
    const current = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    if (current) ahead = requiredTsToMs(current, 'currentTime') - Date.now();
  };

  return {
    read,
    forget: () => void (ahead = 0),
    async to(at) {
      for (const until = Date.now() + PATIENCE_MS; ;) {
        const by = at - (Date.now() + ahead);
        if (by <= 0) return;
        const id = randomUUID();
        if (!(await start(id, by))) return;
        let result: Awaited<ReturnType<typeof poll>>;
        do {
          if (Date.now() > until) throw new Error(`${workflowId}: stuck on its way to an instant; the worker's log says why`);
          result = await poll(id);
        } while (result.fastForwardPollingResult !== COMPLETED && result.fastForwardPollingResult !== FAILED);
        if (result.fastForwardPollingResult === COMPLETED) {
          ahead = at - Date.now();
          return;
        }
        // a run that ended on the way by continuing as new: go on from where its successor stands
        if (!/execution ended/.test(result.failedReason)) throw new Error(`${workflowId}: ${result.failedReason}`);
        await read();
      }
    },
  };
}

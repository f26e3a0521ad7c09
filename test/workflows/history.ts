import type { WorkflowClient } from '@temporalio/client';
import { requiredTsToMs } from '@temporalio/common/lib/time.js';

/** What one run of a workflow shows of its clock. */
export interface RunShown {
  readonly events: number;
  /** The server's time of the run's first event, of each timer that fired, and of each completed workflow task. */
  readonly startedAt: number;
  readonly timersFiredAt: readonly number[];
  readonly tasks: number;
  readonly continuedAsNew: boolean;
  readonly timerSummaries: readonly string[];
}

/** The histories of a workflow, from its first run to the one that is running. */
export async function runsOf(client: WorkflowClient, workflowId: string): Promise<RunShown[]> {
  const { raw } = await client.getHandle(workflowId).describe();
  const runs: RunShown[] = [];
  let runId = raw.workflowExecutionInfo?.firstRunId ?? '';
  while (runId !== '') {
    const { events = [] } = await client.getHandle(workflowId, runId).fetchHistory();
    const at = (event: NonNullable<typeof events>[number]): number => requiredTsToMs(event.eventTime, 'eventTime');
    const all = events ?? [];
    const last = all.at(-1)?.workflowExecutionContinuedAsNewEventAttributes;
    runs.push({
      events: all.length,
      startedAt: all[0] ? at(all[0]) : 0,
      timersFiredAt: all.filter((event) => event.timerFiredEventAttributes).map(at),
      tasks: all.filter((event) => event.workflowTaskCompletedEventAttributes).length,
      continuedAsNew: last !== undefined && last !== null,
      timerSummaries: all.flatMap((event) => {
        const data = event.timerStartedEventAttributes && event.userMetadata?.summary?.data;
        return data ? [JSON.parse(Buffer.from(data).toString('utf8')) as string] : [];
      }),
    });
    runId = last?.newExecutionRunId ?? '';
  }
  return runs;
}

import type { WorkflowClient } from '@temporalio/client';
import type { Book } from '../records/book.js';
import { casesGoingOn } from '../records/cases.js';
import { canRunCases, workflowIdOf } from '../workflows/ids.js';
import { Cases } from './cases.js';
import { inLanes } from './lanes.js';

export interface LostOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly prefix: string;
  readonly log: (line: string) => void;
}

const AT_A_TIME = 8;
const LISTING_MS = 60_000;

/** The workflows of cases that go on, as far as the server's list has them; it may be some seconds behind. */
async function listed(client: WorkflowClient, prefix: string, taskQueue: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const ours = prefix === '' ? '' : ` AND WorkflowId STARTS_WITH "${prefix}"`;
  await client.withDeadline(Date.now() + LISTING_MS, async () => {
    for await (const run of client.list({ query: `ExecutionStatus = "Running"${ours}` }))
      if (canRunCases(run, taskQueue)) ids.add(run.workflowId);
  });
  return ids;
}

/**
 * Starts again what goes on in the book and runs nowhere, of any kind: a case that somebody ended in the pages of Temporal, or that a
 * server lost, would miss its deadlines until the next act; one under whose name somebody runs something else, after it as well. Suspended ones wait for somebody to mend what is wrong.
 */
export async function reviveLost({ book, client, taskQueue, prefix, log }: LostOptions, stop?: AbortSignal): Promise<void> {
  const running = await listed(client, prefix, taskQueue);
  const cases = new Cases({ book, client, taskQueue, prefix });
  const lost = (await casesGoingOn(book.pool)).filter((caseId) => !running.has(workflowIdOf(caseId, prefix)));
  const failures = await inLanes(AT_A_TIME, lost, stop, async (caseId) => {
    if (await cases.revive(caseId)) log(`started case ${caseId} again: it ran nowhere`);
  });
  if (failures.length > 0) log(`${String(failures.length)} cases could not be started again: ${String(failures[0])}`);
}

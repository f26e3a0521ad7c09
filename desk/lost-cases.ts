import type { WorkflowClient } from '@temporalio/client';
import { cyclesInBook, runningCases } from '../records/city-cycles.js';
import type { CaseKind } from '../domain/model/case.js';
import type { Book } from '../records/book.js';
import { workflowIdOf, WORKFLOW_TYPES } from '../workflows/ids.js';
import { Cases } from './cases.js';
import { CityDesk } from './city.js';

export interface LostOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly prefix: string;
  readonly log: (line: string) => void;
}

const KINDS = Object.keys(WORKFLOW_TYPES) as CaseKind[];

/** The workflows that go on, as far as the server's list has them; it may be some seconds behind. */
async function listed(client: WorkflowClient): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId } of client.list({ query: 'ExecutionStatus = "Running"' })) ids.add(workflowId);
  return ids;
}

/**
 * Starts again what is open in the book and runs nowhere: a case that somebody ended in the pages of Temporal, or that a server lost,
 * would miss its deadlines until the next act. A rehearsal's cases are left alone: they have clocks of their own.
 */
export async function reviveLost({ book, client, taskQueue, prefix, log }: LostOptions): Promise<void> {
  const running = await listed(client);
  const cases = new Cases({ book, client, taskQueue, prefix });
  for (const { cycle } of await cyclesInBook(book.pool)) {
    if (await new CityDesk({ book, client, taskQueue, prefix, cycle }).revive())
      log(`started the city's cycle ${String(cycle)} again`);
    for (const caseId of await runningCases(book.pool, cycle, KINDS))
      if (!running.has(workflowIdOf(caseId, prefix)) && (await cases.revive(caseId)))
        log(`started case ${caseId} again: it ran nowhere`);
  }
}

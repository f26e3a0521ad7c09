import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowClient,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { blank, fold } from '../domain/cases/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { WORKFLOW_TYPES, workflowIdOf } from '../workflows/ids.js';
import { IN_SERVICE, type Clock, type Done, type RunInput } from '../workflows/messages.js';
import { constantAttributes } from '../workflows/search-attributes.js';
import { call } from './call.js';

export interface CasesOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix?: string;
  /** How long a case may take to answer. */
  readonly patienceMs?: number;
  /** The clock of a case that is revived having played up to an instant: in service the common one. */
  readonly revivedAt?: (caseId: string, playedTo: Instant) => Clock;
}

type RunCase = (input: RunInput) => Promise<Done>;

const WORKFLOW_TASK_TIMEOUT = '5s';
const PATIENCE_MS = 60_000;

/** Whether the server has a run of a workflow that goes on. */
export async function isRunning(client: WorkflowClient, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** The workflows of the units' cases: how they are started, asked, and revived from the book where the server has none. */
export class Cases {
  private readonly options: CasesOptions;

  constructor(options: CasesOptions) {
    this.options = options;
  }

  /** Starts the workflow of a case, or finds it running. */
  async start(input: RunInput): Promise<void> {
    const { kind } = input.opening;
    await this.options.client.start<RunCase>(WORKFLOW_TYPES[kind], this.startOf(input));
  }

  /** Sends an Update and waits for its answer. A case that was closed, or that the server lost, is revived by it. */
  ask<A>(caseId: string, update: UpdateDefinition<Done, [A]>, asked: A, updateId: string): Promise<Done | Refusal> {
    const { client, prefix } = this.options;
    const options = { args: [asked] as [A], updateId };
    return call(caseId, this.patience, async (gone) => {
      const input = gone ? await this.revived(caseId) : undefined;
      if (!input) return client.getHandle(workflowIdOf(caseId, prefix)).executeUpdate(update, options);
      const startWorkflowOperation = new WithStartWorkflowOperation<RunCase>(
        WORKFLOW_TYPES[input.opening.kind],
        this.startOf(input),
      );
      return client.executeUpdateWithStart(update, { ...options, startWorkflowOperation });
    });
  }

  /** Starts the workflow of a case as the book has it, unless it runs or the case is closed. Whether it was started. */
  async revive(caseId: string): Promise<boolean> {
    const { client, prefix } = this.options;
    if (await isRunning(client, workflowIdOf(caseId, prefix))) return false;
    const input = await this.revived(caseId);
    if (!input || input.case?.closed) return false;
    await this.start(input);
    return true;
  }

  get patience(): number {
    return this.options.patienceMs ?? PATIENCE_MS;
  }

  /** A case as the book has it; none where it is no unit's. */
  private async revived(caseId: string): Promise<RunInput | undefined> {
    const record = await this.options.book.readCase(caseId);
    if (!record || record.seq === 0 || !Object.hasOwn(WORKFLOW_TYPES, record.kind)) return undefined;
    const { opening } = record;
    const c = blank(opening);
    for (const { key, events, head } of record.steps) fold(c, key, events, head);
    return { clock: this.options.revivedAt?.(caseId, c.playedTo) ?? IN_SERVICE, opening, case: c };
  }

  private startOf(input: RunInput): WorkflowStartOptions<RunCase> & { workflowIdConflictPolicy: 'USE_EXISTING' } {
    const { opening } = input;
    return {
      workflowId: workflowIdOf(opening.id, this.options.prefix),
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue: this.options.taskQueue,
      args: [input],
      workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
      typedSearchAttributes: constantAttributes(opening),
      staticSummary: `${opening.unit.name} ${opening.unit.id}`,
    };
  }
}

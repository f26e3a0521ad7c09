import { randomUUID } from 'node:crypto';
import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowClient,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { SealAsked } from '../documents/drafts/filing.js';
import type { Book } from '../records/book.js';
import { readLabel, setClock, type Label } from '../records/cases.js';
import { canRunCases, TYPE_OF, workflowIdOf } from '../workflows/ids.js';
import { act as actUpdate, catchUp, type Done, type RunInput } from '../workflows/messages.js';
import { constantAttributes } from '../workflows/search-attributes.js';
import { call } from './call.js';
import { callMs } from './call-time.js';
import { CaseUnreachable } from './unreachable.js';

export interface CasesOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  /** What knows whether a document is sealed; without it the signer's second factor is the seal. */
  readonly seals?: SealAsked;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix?: string;
  /** How long a case may take to answer. */
  readonly patienceMs?: number;
  /** The business clock of the platform; the machine's where nothing is said. */
  readonly now?: () => Instant;
  /** In a rehearsal, the clock of a case that is revived having played up to an instant. */
  readonly revivedAt?: (caseId: string, playedTo: Instant) => Clock | undefined;
}

type RunCase = (input: RunInput) => Promise<unknown>;

const WORKFLOW_TASK_TIMEOUT = '5s';

/** The workflows of cases of any kind: how they are started, asked, and revived from the book where the server has none. */
export class Cases {
  private readonly options: CasesOptions;

  constructor(options: CasesOptions) {
    this.options = options;
  }

  /** Starts the workflow of a case that the book has, or finds it running. */
  async start(caseId: string): Promise<void> {
    const label = await this.entered(caseId);
    await this.within(() => this.options.client.start<RunCase>(typeOf(label), this.startOf(caseId, label)));
  }

  /**
   * Puts a stored act before a case, or has the case read the book, and waits for the answer. A case that is over, or that the server
   * lost, is revived by it. The Update's id is nobody's to foresee.
   */
  ask(caseId: string, act?: Act): Promise<Done | Refusal> {
    const { client, prefix } = this.options;
    const until = Date.now() + this.patience;
    return call(caseId, until, (gone) =>
      client.withDeadline(until, async () => {
        const updateId = randomUUID();
        const label = gone ? await this.revived(caseId) : undefined;
        if (!label) {
          const handle = client.getHandle(workflowIdOf(caseId, prefix));
          return act ? handle.executeUpdate(actUpdate, { args: [act], updateId }) : handle.executeUpdate(catchUp, { updateId });
        }
        const startWorkflowOperation = new WithStartWorkflowOperation<RunCase>(typeOf(label), this.startOf(caseId, label));
        return act
          ? client.executeUpdateWithStart(actUpdate, { args: [act], updateId, startWorkflowOperation })
          : client.executeUpdateWithStart(catchUp, { args: [], updateId, startWorkflowOperation });
      }),
    );
  }

  /** Begins a case's workflow anew as the book has it, ending a run that goes on: its clock has been set. */
  async beginAgain(caseId: string): Promise<void> {
    const label = await this.entered(caseId);
    const start = { ...this.startOf(caseId, label), workflowIdConflictPolicy: 'TERMINATE_EXISTING' as const };
    await this.within(() => this.options.client.start<RunCase>(typeOf(label), start));
  }

  /**
   * Tells a case that the desk has stored something, or that it may go on; it reads the book. Whatever hinders it, the case finds it at its
   * next instant. No limit on what waits for a case's answer holds it up.
   */
  async signal(caseId: string, name: 'approve' | 'return' | 'withdraw' | 'lookAgain', request?: string): Promise<void> {
    const { client, prefix } = this.options;
    const said = request === undefined ? [] : [request];
    await this.within(() => client.getHandle(workflowIdOf(caseId, prefix)).signal(name, ...said)).catch(() => undefined);
  }

  /** Whether the server has a run of a case that goes on. */
  async isRunning(caseId: string): Promise<boolean> {
    return (await this.running(caseId)) === 'the case';
  }

  /** Starts the workflow of a case as the book has it, unless it runs; what else somebody runs under its name is ended. Whether it was started. */
  async revive(caseId: string): Promise<boolean> {
    // alarms and people are decided at the desk: nothing runs of them
    if (!TYPE_OF.has((await this.entered(caseId)).kind)) return false;
    const found = await this.running(caseId);
    if (found === 'the case') return false;
    await this.revived(caseId);
    await (found === 'another' ? this.beginAgain(caseId) : this.start(caseId));
    return true;
  }

  /** What goes on under the name of a case: its workflow, or one that somebody started by hand and that no act reaches. */
  private async running(caseId: string): Promise<'the case' | 'another' | undefined> {
    const { client, prefix, taskQueue } = this.options;
    try {
      const run = await this.within(() => client.getHandle(workflowIdOf(caseId, prefix)).describe());
      if (run.status.name !== 'RUNNING') return undefined;
      return canRunCases(run, taskQueue) ? 'the case' : 'another';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  }

  get patience(): number {
    return this.options.patienceMs ?? callMs();
  }

  private within<T>(work: () => Promise<T>): Promise<T> {
    return this.options.client.withDeadline(Date.now() + this.patience, work);
  }

  private async entered(caseId: string): Promise<Label> {
    const label = await readLabel(this.options.book.pool, caseId);
    if (!label) throw new Error(`case ${caseId} is not in the book`);
    return label;
  }

  /** A case as it is started anew; in a rehearsal with the clock that its play gives it. Throws where it is suspended. */
  private async revived(caseId: string): Promise<Label> {
    const label = await this.entered(caseId);
    if (label.suspended) throw new CaseUnreachable(caseId, label.suspended.why, true);
    const clock = this.options.revivedAt?.(caseId, label.playedTo);
    if (clock) await setClock(this.options.book.pool, caseId, clock);
    return label;
  }

  private startOf(caseId: string, label: Label): WorkflowStartOptions<RunCase> & { workflowIdConflictPolicy: 'USE_EXISTING' } {
    const { prefix = '', taskQueue } = this.options;
    return {
      workflowId: workflowIdOf(caseId, prefix),
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue,
      args: [{ caseId, ...(prefix === '' ? {} : { prefix }) }],
      workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
      typedSearchAttributes: constantAttributes(label),
      staticSummary:
        label.name === label.unit ? `${String(label.cycle)} ${label.kind} ${label.unit}` : `${label.name} ${label.unit}`,
    };
  }
}

const typeOf = ({ kind, unit }: Label): string => {
  const type = TYPE_OF.get(kind);
  if (type === undefined) throw new Error(`${unit}: a case of kind ${kind} has no workflow`);
  return type;
};

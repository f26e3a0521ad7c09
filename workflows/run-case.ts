import { ApplicationFailure, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '../activities/carry-out.js';
import { dueNext, fold, onAct, onInstant } from '../domain/cases/case.js';
import type { Act, Due, Step } from '../domain/model/step.js';
import { OF_THE_BOOK, untilDone } from './book.js';
import type { Done, RunInput } from './messages.js';
import { renew } from './renew.js';
import { runShell } from './shell.js';
import { sayDue, show, shownBefore } from './show.js';
import type { Subject } from './subject.js';

const { carryOut, readRun } = proxyLocalActivities<CaseActivities>(OF_THE_BOOK);

/** Thrown when a run was started for a case that the desk has never entered: it ends, and nothing comes of it. */
export const unknownCase = (caseId: unknown): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`账簿中没有此案件 / the book has no such case: ${String(caseId)}`, 'unknown-case');

async function load(caseId: string): Promise<Subject<Step, Due>> {
  const run = await untilDone(caseId, () => readRun(caseId));
  if (!run) throw unknownCase(caseId);
  const { case: c, clock } = run;
  let shown = shownBefore();
  return {
    caseId,
    clock,
    state: c,
    seq: () => c.seq,
    isOver: () => c.closed === true,
    due: () => dueNext(c),
    onInstant: ({ at }) => onInstant(c, at),
    onAct: (act) => onAct(c, act),
    known: (act: Act) => c.recent[`act:${act.id}`],
    fold: ({ key, events, head }) => fold(c, key, events, head),
    carryOut: (step, act) =>
      carryOut({
        caseId,
        unit: c.unit.id,
        seq: c.seq,
        head: c.head,
        step,
        district: c.unit.district,
        ...(act ? { act } : {}),
      }),
    show(next) {
      shown = show(c, next, shown);
    },
    sayDue: (due) => sayDue(c, due),
  };
}

/**
 * What a run is started with, whoever starts it: a case's name, or nothing that anything comes of. One that somebody starts by hand under
 * the name of another case would take the acts of that case and answer none.
 */
export const inputOf = (input: unknown): Required<RunInput> => {
  const { caseId, prefix = '', waits = 0 } = (typeof input === 'object' && input !== null ? input : {}) as Partial<RunInput>;
  if (typeof caseId !== 'string' || typeof prefix !== 'string' || !Number.isSafeInteger(waits) || waits < 0)
    throw unknownCase(caseId);
  const { workflowId, unsafe } = workflowInfo();
  // what is replayed has begun, and may be looked at under any name
  if (!unsafe.isReplaying && !workflowId.endsWith(caseId)) throw unknownCase(`${caseId} (${workflowId})`);
  return { caseId, prefix, waits };
};

/** With which a run goes on being as patient as the one before it. */
export const waited = (waits: number): Pick<RunInput, 'waits'> => (waits > 0 ? { waits } : {});

/** A unit's case of any kind. */
export async function runCase(input: RunInput): Promise<Done> {
  const { caseId, waits } = inputOf(input);
  const c = await runShell(() => load(caseId), { waits, renew: (more) => renew<typeof runCase>({ caseId, ...waited(more) }) });
  return { seq: c.seq() };
}

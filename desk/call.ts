import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { CaseUnreachable } from './unreachable.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** The refusal inside a failed Update, if the case refused. */
function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  const [detail] = error.cause.details ?? [];
  return isRefusal(detail) ? detail : undefined;
}

/**
 * Asks a case until it answers: a run may just have ended by continuing as new, a worker or the server be away for a while. `ask` is
 * told whether there was no workflow of the case the last time, and until when it may take. Throws CaseUnreachable past `until`.
 */
export async function call<T>(caseId: string, until: number, ask: (gone: boolean) => Promise<T>): Promise<T | Refusal> {
  let gone = false;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return await ask(gone);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return refusal;
      if (error instanceof CaseUnreachable) throw error;
      if (Date.now() + wait > until) throw new CaseUnreachable(caseId, error);
      await pause(wait);
      gone = error instanceof WorkflowNotFoundError;
    }
  }
}

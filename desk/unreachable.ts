import { CaseSuspended } from '../records/incurable.js';

/** Thrown when a case does not answer in time. What was stored at the desk stays stored, with its stamp, and is handed over later. */
export class CaseUnreachable extends Error {
  /** Whether it stands still until somebody revives it. */
  readonly suspended: boolean;

  constructor(caseId: string, cause: unknown, suspended = false) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`case ${caseId} does not answer (${why}); what was filed keeps its stamp and is handed over when it does`, { cause });
    this.name = 'CaseUnreachable';
    this.suspended = suspended;
  }
}

/** Has a case decided that has no workflow; one that stands still does not answer. */
export async function orUnreachable<T>(caseId: string, decide: () => Promise<T>): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    throw error instanceof CaseSuspended ? new CaseUnreachable(caseId, error, true) : error;
  }
}

/** The same where what was stored is answered as it stands. */
export const unlessSuspended = async (decide: () => Promise<unknown>): Promise<void> => {
  try {
    await decide();
  } catch (error) {
    if (!(error instanceof CaseSuspended)) throw error;
  }
};

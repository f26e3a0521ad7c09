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

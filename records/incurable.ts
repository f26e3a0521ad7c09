/** Thrown when a step can never be written however often it is tried: a sum that does not come out, a letter without a recipient. */
export class Incurable extends Error {
  constructor(caseId: string, key: string, cause: unknown) {
    super(`case ${caseId}: step ${key}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'Incurable';
  }
}

/** Does pure work on a step: what throws there throws again at every try. */
export const orIncurable = <T>(caseId: string, key: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof Incurable ? error : new Incurable(caseId, key, error);
  }
};

/** Thrown when the asker stands where the book has never been: it reads the book anew. */
export class Elsewhere extends Error {
  constructor(caseId: string, seq: number, head: string) {
    super(`case ${caseId}: the asker stands at event ${String(seq)} with hash ${head || '(none)'}, the book does not`);
    this.name = 'Elsewhere';
  }
}

/** Thrown when a case that stands still is to go on before somebody has revived it. */
export class CaseSuspended extends Error {
  constructor(caseId: string, why: string) {
    super(`${caseId}: ${why}`);
    this.name = 'CaseSuspended';
  }
}

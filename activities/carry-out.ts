import type { Answer, Book, Posted, StoredStep } from '../records/book.js';

export type { Answer, Posted, StoredStep } from '../records/book.js';

/** Pauses around the commit of a step, so that a test can kill the worker there; none in service. */
export interface CommitPauses {
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Only around steps whose key begins so; all of them when empty. */
  readonly keys: string;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a case asks of the world: to have a step written, and to read what is written. */
export function caseActivities(book: Pick<Book, 'post' | 'since'>, pauses?: CommitPauses) {
  return {
    /** Writes a step, all of it or nothing; done twice it is done once. */
    async carryOut(posted: Posted): Promise<Answer> {
      const slow = pauses !== undefined && posted.step.key.startsWith(pauses.keys) ? pauses : undefined;
      if (slow) await pause(slow.beforeMs);
      const answer = await book.post(posted);
      if (slow) await pause(slow.afterMs);
      return answer;
    },
    /** The steps of a case after event `seq`. */
    stepsSince: (caseId: string, seq: number): Promise<StoredStep[]> => book.since(caseId, seq),
  };
}

export type CaseActivities = ReturnType<typeof caseActivities>;

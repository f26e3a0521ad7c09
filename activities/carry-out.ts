import pg from 'pg';
import type { Act } from '../domain/model/step.js';
import type { Instant } from '../domain/model/instant.js';
import { actIn } from '../records/acts.js';
import type { Answer, Book, Posted, StoredStep } from '../records/book.js';
import type { Run } from '../records/whole-cases.js';
import { goesOnOrThrows } from '../records/cases.js';
import { CaseSuspended, Incurable } from '../records/incurable.js';
import { refuseChecked, type Checked } from '../records/refusing.js';

export type { Answer, Posted, StoredStep } from '../records/book.js';

/** Pauses around the commit of a step, so that a test can kill the worker there; none in service. */
export interface CommitPauses {
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Only around steps whose key begins so; all of them when empty. */
  readonly keys: string;
}

/** An act of another case that this one is told of and that is not decided; `ready` once this one has played up to it. */
export interface Told {
  readonly id: string;
  readonly at: Instant;
  readonly ready: boolean;
}

/** What a case has not seen: steps written beside it, acts that it is to decide, and those of others that it is told of. */
export interface News {
  readonly steps: readonly StoredStep[];
  readonly acts: readonly Act[];
  readonly told: readonly Told[];
}

/** A case of another kind as it is read for a run. Throws where it is suspended. */
export async function unlessSuspended<T>(pool: pg.Pool, caseId: string, read: () => Promise<T>): Promise<T> {
  await goesOnOrThrows(pool, caseId);
  return read();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the database says of a step that no trying again can help: bad data, a constraint. A schema that is behind is brought up to date. */
const HOPELESS = /^(22|23|P0)/;

/** Has work of a step done; what fails for good says so, and is not tried again. */
export async function curable<T>(caseId: string, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof pg.DatabaseError && HOPELESS.test(error.code ?? '')) throw new Incurable(caseId, key, error);
    throw error;
  }
}

/** Writes a step between the pauses of a test. */
export async function between<T>(pauses: CommitPauses | undefined, key: string, work: () => Promise<T>): Promise<T> {
  const slow = pauses !== undefined && key.startsWith(pauses.keys) ? pauses : undefined;
  if (slow) await pause(slow.beforeMs);
  const answer = await work();
  if (slow) await pause(slow.afterMs);
  return answer;
}

/** What a case asks of the world: to have a step written, and to read what is written. */
export function caseActivities(book: Book, pauses?: CommitPauses) {
  return {
    /** The case as the book has it; none where the desk never entered it. Throws where it is suspended. */
    async readRun(caseId: string): Promise<Run | undefined> {
      const run = await book.run(caseId);
      if (run?.suspended) throw new CaseSuspended(caseId, run.suspended.why);
      return run;
    },
    /** Writes a step, all of it or nothing; done twice it is done once. */
    carryOut: (posted: Posted): Promise<Answer> =>
      between(pauses, posted.step.key, () => curable(posted.caseId, posted.step.key, () => book.post(posted))),
    /** What a case that has seen events up to `seq` has not seen. */
    async newsOf(caseId: string, seq: number): Promise<News> {
      const [steps, waiting] = await Promise.all([book.since(caseId, seq), book.actsWaiting(caseId)]);
      return {
        steps,
        acts: waiting.filter(({ role }) => role !== 'told').map(actIn),
        told: waiting.filter(({ role }) => role === 'told').map(({ id, at, state }) => ({ id, at, ready: state === 'ready' })),
      };
    },
    markReady: (caseId: string, acts: readonly string[]): Promise<void> => book.markReady(caseId, acts),
    refuse: (caseId: string, act: Act, seq: number): Promise<Checked> => refuseChecked(book.pool, caseId, act, seq),
    suspend: (caseId: string, why: string): Promise<boolean> => book.suspend(caseId, why),
  };
}

export type CaseActivities = ReturnType<typeof caseActivities>;

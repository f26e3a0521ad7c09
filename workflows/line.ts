import { ApplicationFailure, Trigger } from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { Done } from './messages.js';

/** Somebody who waits for an answer of the case. */
export interface Waiting {
  readonly at: Instant;
  /** None where the case is only to catch up with the book. */
  readonly act?: Act;
  readonly answer: Trigger<Done>;
}

/** How a case says no: the caller sees the code as the failure's type, the refusal as its detail. */
export const refusalFailure = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(sayRefusal(refusal), refusal.refused, refusal);

/** The line before the case: by stamp, and by arrival where stamps are the same. */
export function makeLine() {
  const line: Waiting[] = [];
  let arrived = 0;
  const leave = (waiting: Waiting): void => void line.splice(line.indexOf(waiting), 1);
  return {
    first: (): Waiting | undefined => line[0],
    isEmpty: (): boolean => line.length === 0,
    arrived: (): number => arrived,
    waits: 0,
    join(at: Instant, act?: Act): Promise<Done> {
      const answer = new Trigger<Done>();
      line.push({ at, answer, ...(act ? { act } : {}) });
      line.sort((a, b) => a.at - b.at);
      arrived += 1;
      return answer as PromiseLike<Done> as Promise<Done>;
    },
    settle(waiting: Waiting, done: Done): void {
      leave(waiting);
      waiting.answer.resolve(done);
    },
    refuse(waiting: Waiting, refusal: Refusal): void {
      leave(waiting);
      waiting.answer.reject(refusalFailure(refusal));
    },
  };
}

import { ApplicationFailure, Trigger } from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { UNKNOWN_REQUEST, type Done } from './messages.js';

/** Before every instant: whoever has the case read the book waits for nothing. */
export const AT_ONCE: Instant = -1;

/** Somebody who waits for an answer of the case. */
export interface Waiting {
  at: Instant;
  /** None where the case is only to read the book. */
  readonly act?: Act;
  /** Acts of other cases that this one is told of, found in the book: it plays up to their stamp. */
  told?: readonly string[];
  readonly answer: Trigger<Done>;
}

/** How a case says no: the caller sees the code as the failure's type, the refusal as its detail. */
export const refusalFailure = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(sayRefusal(refusal), refusal.refused, refusal);

/** How a message is turned away that names no stored request of its content; nothing was written. */
export const unknownFailure = (why: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`没有这样的请求，未予理会 / ignored: ${why}`, UNKNOWN_REQUEST);

/** Whether what somebody sent has the shape of an act: anybody can send anything. */
export const isAct = (sent: unknown): sent is Act => {
  const { id, do: what, by, at } = (sent ?? {}) as Partial<Record<keyof Act, unknown>>;
  return [id, what, by].every((text) => typeof text === 'string') && Number.isSafeInteger(at) && Number(at) >= 0;
};

export type Line = ReturnType<typeof makeLine>;

/** The line before the case: by stamp, and by arrival where stamps are the same. */
export function makeLine() {
  const line: Waiting[] = [];
  let arrived = 0;
  const inOrder = (): void => void line.sort((a, b) => a.at - b.at);
  const leave = (waiting: Waiting): void => void line.splice(line.indexOf(waiting), 1);
  const reject = (waiting: Waiting, failure: ApplicationFailure): void => {
    leave(waiting);
    waiting.answer.reject(failure);
  };
  return {
    first: (): Waiting | undefined => line[0],
    isEmpty: (): boolean => line.length === 0,
    arrived: (): number => arrived,
    has: (act: string): boolean => line.some((one) => one.act?.id === act || one.told?.includes(act) === true),
    /** How often in a row somebody waited, and nothing came: each time longer. */
    waits: 0,
    /** Whether whoever is to decide has waited already. */
    hasWaited: false,
    /** A step was taken: whoever waits next waits shortly. */
    goesOn(): void {
      this.waits = 0;
      this.hasWaited = false;
    },
    join(at: Instant, act?: Act): Promise<Done> {
      const answer = new Trigger<Done>();
      line.push({ at, answer, ...(act ? { act } : {}) });
      inOrder();
      arrived += 1;
      return answer as PromiseLike<Done> as Promise<Done>;
    },
    /** What was found in the book and nobody waits for. */
    fetched(at: Instant, what: { readonly act: Act } | { readonly told: readonly string[] }): void {
      const answer = new Trigger<Done>();
      answer.then(undefined, () => undefined);
      line.push({ at, answer, ...what });
      inOrder();
      arrived += 1;
    },
    /** The book is to be read, and nobody waits for it. */
    look(): void {
      const answer = new Trigger<Done>();
      answer.then(undefined, () => undefined);
      line.push({ at: AT_ONCE, answer });
      inOrder();
      arrived += 1;
    },
    /** Whoever had the book read waits until the case has played up to what it is told. */
    putOff(waiting: Waiting, at: Instant, told: readonly string[]): void {
      waiting.at = at;
      waiting.told = told;
      inOrder();
    },
    settle(waiting: Waiting, done: Done): void {
      leave(waiting);
      waiting.answer.resolve(done);
    },
    refuse: (waiting: Waiting, refusal: Refusal): void => reject(waiting, refusalFailure(refusal)),
    turnAway: (waiting: Waiting, why: string): void => reject(waiting, unknownFailure(why)),
  };
}

import type { ActName } from './brings.js';
import type { Act } from './step.js';

/** How something answers an act of one name. */
export type Answer<K extends ActName, S, R, M extends readonly unknown[] = []> = (subject: S, act: Act<K>, ...more: M) => R;

/** What answers acts, by their names. */
export type Answers<S, R, M extends readonly unknown[] = []> = { readonly [K in ActName]?: Answer<K, S, R, M> };

/** The answer to an act, or none. An act is one of many until here; what answers it knows which, and reads what it brings. */
export function answerTo<K extends ActName, S, R, M extends readonly unknown[]>(
  answers: Answers<S, R, M>,
  act: Act<K>,
): ((subject: S, ...more: M) => R) | undefined {
  const answer = Object.hasOwn(answers, act.do) ? answers[act.do] : undefined;
  return answer && ((subject, ...more) => answer(subject, act, ...more));
}

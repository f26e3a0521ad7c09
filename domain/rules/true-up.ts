import { plain, rest, type Amount } from '../model/amount.js';
import { line, type Reasoned } from './working.js';

export const TRUE_UP_RESTS = ['true-up.rule'];

/** 三(三)2 预发、核发: final less pre-allocated, to issue or to take back, in tonnes; one of the two is zero. */
export function trueUp(input: {
  readonly preAllocated: Amount;
  readonly final: Amount;
}): Reasoned<{ readonly issue: Amount; readonly takeBack: Amount }> {
  const issue = plain(rest(input.final, input.preAllocated));
  const takeBack = plain(rest(input.preAllocated, input.final));
  return {
    answer: { issue, takeBack },
    working: [
      line(`补发 / to issue: ${input.final} − ${input.preAllocated}, not below zero`, issue, 't', 'true-up.rule'),
      line(`收回 / to take back: ${input.preAllocated} − ${input.final}, not below zero`, takeBack, 't', 'true-up.rule'),
    ],
  };
}

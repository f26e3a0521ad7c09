import { ask, type Answer, type Questions, type RuleName } from '../../regulation/ask.js';
import { rulebookNamed } from '../../regulation/named.js';

/** Asks a rule of a rulebook on file; the cycle of the notice in hand unless another is named. */
export const asked = <R extends RuleName>(rule: R, input: Questions[R], cycle = '2024'): Answer =>
  ask(rulebookNamed(cycle), rule, input);

/** The bare answer. */
export const answerTo = <R extends RuleName>(rule: R, input: Questions[R], cycle = '2024'): unknown =>
  asked(rule, input, cycle).answer;

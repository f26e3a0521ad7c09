import { wholeTonnesUp, type Amount } from '../model/amount.js';
import { line, type Reasoned } from './working.js';

export const OBLIGATION_RESTS = ['obligation.rounding'];

/** 三(四) 应清缴量: the confirmed emissions, rounded up to whole tonnes (policy). */
export const obligationOf = (confirmed: Amount): Amount => wholeTonnesUp(confirmed);

/** The same with its working. */
export function obligation(input: { readonly confirmed: Amount }): Reasoned<{ readonly obligation: Amount }> {
  const owed = obligationOf(input.confirmed);
  const step = `应清缴量 / obligation: ${input.confirmed} rounded up to whole tonnes`;
  return { answer: { obligation: owed }, working: [line(step, owed, 't', ...OBLIGATION_RESTS)] };
}

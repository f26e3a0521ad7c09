import { own } from '../domain/model/own.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { isFurther } from '../domain/model/terms.js';

/** Which value of a rulebook carries the words of the text for a duty, where it is not its date or its window. */
const SAYS: Readonly<Record<string, string>> = {
  'data-quality-plan': 'filing.seal',
  collection: 'collection.happens',
  rectification: 'collection.happens',
};

/** Where a cycle's own notice asks a duty. */
export interface AskedBy {
  /** None where it is another text that gives the date. */
  readonly clause?: string;
  /** In its own words; none where the text is not in hand. */
  readonly quote?: string;
}

/** What a cycle's texts say of a duty, with or without its month: the clause of its own notice, and its words. */
export function askedBy({ notice, parameters }: Rulebook, duty: string): AskedBy {
  const base = isFurther(duty) ? duty.replace('/', '.') : (duty.split('/')[0] ?? duty);
  const dates = own(parameters, `${base}.due`) ?? own(parameters, `${base}.window`);
  const { quote } = own(parameters, SAYS[base] ?? '') ?? dates ?? {};
  return {
    ...(dates?.cite.instrument === notice ? { clause: dates.cite.clause } : {}),
    ...(quote === undefined ? {} : { quote }),
  };
}

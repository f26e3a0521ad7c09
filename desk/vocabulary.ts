import { cityActs, districtActs, exchangeActs } from './acts/authority.js';
import { anyUnitActs, generalUnitActs, keyUnitActs } from './acts/unit.js';
import { operatorActs } from './acts/operator.js';
import { registerActs } from './acts/register.js';
import type { Vocable, Vocabulary } from './acts/vocable.js';

/** Every act there is, by name: the words of the command line, the scenarios and the workflows' Updates. */
export const VOCABULARY: Vocabulary = {
  ...keyUnitActs,
  ...generalUnitActs,
  ...anyUnitActs,
  ...districtActs,
  ...exchangeActs,
  ...cityActs,
  ...registerActs,
  ...operatorActs,
};

export const vocableOf = (name: string): Vocable | undefined => (Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined);

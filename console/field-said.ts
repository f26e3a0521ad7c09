import { definitionOf } from '../acts/vocabulary.js';
import { dutyCalled } from '../domain/letters/names.js';
import { own } from '../domain/model/own.js';
import { FIELD_WORDS } from './field-words.js';
import { VALUE_WORDS } from './value-words.js';
import { actSaid, dutySaid, letterSaid, partySaid, roleSaid, tonnesSaid } from './words.js';
import type { Visit } from './visit.js';

/** What a field is called; where a duty's name is the field, the duty. */
export const fieldSaid = (visit: Pick<Visit, 'say'>, name: string): string => {
  const words = own(FIELD_WORDS, name);
  if (words) return visit.say(...words);
  return dutyCalled(name) ? dutySaid(visit, name) : name;
};

/** A value of a field by its words: an act, a duty, a role, a letter by theirs. */
export const valueSaid = (visit: Pick<Visit, 'say'>, field: string, value: string): string => {
  if (field === 'do' || (field === 'because' && definitionOf(value))) return actSaid(visit, value);
  if (field === 'role') return roleSaid(visit, value);
  if (field === 'duty') return dutySaid(visit, value);
  if (field === 'template') return letterSaid(visit, value);
  const words = own(VALUE_WORDS, value);
  if (words) return visit.say(...words);
  return field === 'kind' ? partySaid(visit, value) : value;
};

const HASH = /^[0-9a-f]{64}$/;
/** A hash or a key, which is copied rather than read. */
export const isCode = (value: string): boolean => HASH.test(value);

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** An amount with its thousands apart, where the field is one. */
export const amountSaid = (field: string, value: string): string | undefined =>
  DECIMAL.test(value) && /吨|元|MWh|GJ|消耗量/.test(own(FIELD_WORDS, field)?.[0] ?? '') ? tonnesSaid(value) : undefined;

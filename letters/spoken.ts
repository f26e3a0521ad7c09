import { definitionOf } from '../acts/vocabulary.js';
import { letter, type Notice } from '../domain/letters/letter.js';
import type { Letter } from '../domain/letters/write.js';
import { districts } from '../regulation/districts.js';

/** The authority of a district by its own name. */
export const authorityOf = (district: string): string =>
  districts().find(({ id }) => id === district)?.authority ?? `${district} 区生态环境部门`;

const SPOKEN: Readonly<Record<string, (said: string) => string>> = {
  act: (name) => definitionOf(name)?.words.zh ?? name,
  from: authorityOf,
  to: authorityOf,
};

/** A notice in words: acts and districts by the names that people know. */
export function spoken(notice: Notice): Letter {
  const say = Object.fromEntries(Object.entries(notice.say ?? {}).map(([key, said]) => [key, SPOKEN[key]?.(said) ?? said]));
  return letter({ ...notice, say });
}

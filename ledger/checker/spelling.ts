import { createHash } from 'node:crypto';

export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One spelling for one value: keys in order of code units, nothing between. The checker's own, written apart from the book's. */
export function spell(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map(spell).join(',') + ']';
  const members: string[] = [];
  const entries = new Map(Object.entries(value));
  for (const key of [...entries.keys()].sort()) members.push(JSON.stringify(key) + ':' + spell(entries.get(key)));
  return '{' + members.join(',') + '}';
}

import { createHash } from 'node:crypto';

/** JSON with its keys in order and nothing undefined: one spelling for one content. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, member]) => member !== undefined);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
};

/** The name of a content: `sha256:…` over its canonical spelling. */
export const digestOf = (content: unknown): string => `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`;

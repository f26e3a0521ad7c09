import type { Json } from '../../domain/model/json.js';
import { inQuotes, isExact } from './exact-number.js';
import { WrittenError } from './written-error.js';

/** What tells numbers of a JSON text from digits within its texts: quotes, and what is escaped. */
const TOKENS = /\\.|"|-?\d[\d.eE+-]*/g;

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function placeIn(text: string, at: number): { line: number; col: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

/** JSON as it is, numbers with whatever JavaScript makes of them; for who takes no amount but as text. Throws a SyntaxError. */
export const parseJson = (text: string): Json => JSON.parse(withoutMark(text)) as Json;

/** Reads JSON. Throws a WrittenError where it is none, or has a number that would not be kept as it is written. */
export function readJson(text: string): Json {
  const source = withoutMark(text);
  let read: Json;
  try {
    read = JSON.parse(source) as Json;
  } catch (error) {
    throw new WrittenError((error as Error).message);
  }
  let withinText = false;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token === '"') withinText = !withinText;
    else if (!withinText && !isExact(token)) throw new WrittenError(inQuotes(token), placeIn(source, index));
  }
  return read;
}

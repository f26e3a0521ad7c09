import type { Json } from '../../domain/model/json.js';
import { inQuotes, isExact } from './exact-number.js';
import { WrittenError } from './written-error.js';

/** What matters between the texts of JSON: where objects and lists begin and end, and numbers. */
const TOKENS = /["{}[\]]|-?\d[\d.eE+-]*/g;

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function placeIn(text: string, at: number): { line: number; col: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place after a text that begins with the quote at `from`. */
function afterText(source: string, from: number): number {
  let at = from + 1;
  while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

const NAMED = /\s*:/y;
const isName = (source: string, at: number): boolean => {
  NAMED.lastIndex = at;
  return NAMED.test(source);
};

/** The names that an object has had so far; none for a list. */
type Open = Set<string> | undefined;

/** Goes through JSON that has been parsed: every member is named once, and every number keeps its digits where that is asked. */
function inspect(source: string, numbers: boolean): void {
  const open: Open[] = [];
  const tokens = new RegExp(TOKENS);
  for (let found = tokens.exec(source); found; found = tokens.exec(source)) {
    const { 0: token, index } = found;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === '"') {
      const end = afterText(source, index);
      tokens.lastIndex = end;
      const names = open.at(-1);
      if (!names || !isName(source, end)) continue;
      const name = JSON.parse(source.slice(index, end)) as string;
      if (names.has(name))
        throw new WrittenError(`${name} 重复，请只写一次 / stands twice: write it once`, placeIn(source, index));
      names.add(name);
    } else if (numbers && !isExact(token)) throw new WrittenError(inQuotes(token), placeIn(source, index));
  }
}

function parsed(text: string, numbers: boolean): Json {
  const source = withoutMark(text);
  let read: Json;
  try {
    read = JSON.parse(source) as Json;
  } catch (error) {
    throw new WrittenError((error as Error).message);
  }
  inspect(source, numbers);
  return read;
}

/** Reads JSON with numbers as JavaScript carries them, for who takes no amount but as text. Throws a WrittenError. */
export const parseJson = (text: string): Json => parsed(text, false);

/** Reads JSON. Throws a WrittenError where it is none, names a member twice, or has a number that would not be kept as written. */
export const readJson = (text: string): Json => parsed(text, true);

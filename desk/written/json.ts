import type { Json } from '../../domain/model/json.js';
import { inQuotes, isExact } from './exact-number.js';
import { firstUnseen } from '../../domain/model/text.js';
import { MOST_DEEP, tooDeep, WrittenError } from './written-error.js';

/** What matters between the texts of JSON: where objects and lists begin and end, and numbers. */
const TOKENS = /["{}[\]]|-?\d[\d.eE+-]*/g;

/** Files that were put together have a mark for each. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF+/, '');

function placeIn(text: string, at: number): { line: number; col: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place after a text that begins with the quote at `from`. */
function afterText(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
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
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : undefined) > MOST_DEEP) throw tooDeep(placeIn(source, index));
    } else if (token === '}' || token === ']') open.pop();
    else if (token === '"') {
      const end = afterText(source, index);
      tokens.lastIndex = end;
      const names = open.at(-1);
      if (!names || !isName(source, end)) continue;
      const name = JSON.parse(source.slice(index, end)) as string;
      if (names.has(name))
        throw new WrittenError([`${name} 重复，请只写一次`, `${name} stands twice: write it once`], placeIn(source, index));
      names.add(name);
    } else if (numbers && !isExact(token)) throw new WrittenError(inQuotes(token), placeIn(source, index));
  }
}

const WORD = /[ \t\r\n]*(?:[{}[\],:]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.eE+-])|(?="))/y;

/** Where a text that is no JSON has what is no word of it; its end where every word is one. */
function brokenAt(source: string): number {
  for (let at = 0; at < source.length;) {
    WORD.lastIndex = at;
    const [word] = WORD.exec(source) ?? [];
    if (word === undefined) return at + source.slice(at).search(/[^ \t\r\n]|$/);
    at += word.length;
    if (source[at] === '"') at = afterText(source, at);
  }
  return source.length;
}

/** What stands at a place, seen even where it cannot be. */
function shownAt(source: string, at: number): string {
  const [one = ''] = source.slice(at, at + 2);
  return firstUnseen(one) === undefined ? one : `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Why a text is no JSON: V8 says what is wrong, and where only sometimes. */
function notJson(source: string, { message }: Error): WrittenError {
  const [, said] = / at position (\d+)/.exec(message) ?? [];
  const at = said === undefined ? brokenAt(source) : Number(said);
  if (at >= source.length)
    return new WrittenError([
      '不是 JSON：没有写完，或有一处不合语法',
      `this is no JSON: it is not complete, or one place is not as it must be (${message})`,
    ]);
  const shown = shownAt(source, at);
  return new WrittenError([`不是 JSON：此处不应为 ${shown}`, `this is no JSON: ${shown} cannot stand here`], placeIn(source, at));
}

function parsed(text: string, numbers: boolean): Json {
  const source = withoutMark(text);
  let read: Json;
  try {
    read = JSON.parse(source) as Json;
  } catch (error) {
    throw notJson(source, error as Error);
  }
  inspect(source, numbers);
  return read;
}

/** Reads JSON with numbers as JavaScript carries them, for who takes no amount but as text. Throws a WrittenError. */
export const parseJson = (text: string): Json => parsed(text, false);

/** Reads JSON. Throws a WrittenError where it is none, names a member twice, or has a number that would not be kept as written. */
export const readJson = (text: string): Json => parsed(text, true);

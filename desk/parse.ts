import type { Json } from '../domain/model/json.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Vocable } from './acts/vocable.js';
import { placeOf, sayIssue } from './say-issue.js';

/** The answer no to an input: what is wrong, where, in Chinese and English. */
export const badInput = (path: readonly (string | number)[], zh: string, en: string): Refusal => ({
  refused: 'bad-input',
  zh: `${path.join('.') || '输入'}：${zh}`,
  en: `${path.join('.') || 'the input'} ${en}`,
  path,
});

/** What no text of ours has: control characters but for line feed and tab, half a character. */
const NOT_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Text as it is kept: line ends are line feeds. */
const kept = (text: string): string => text.replaceAll('\r\n', '\n');

/** Where in an input a text, or a name of a field, is no well-formed text. */
function illFormed(input: unknown, path: readonly (string | number)[]): readonly (string | number)[] | undefined {
  if (typeof input === 'string') return NOT_TEXT.test(kept(input)) || !input.isWellFormed() ? path : undefined;
  if (typeof input !== 'object' || input === null) return undefined;
  for (const [key, value] of Object.entries(input)) {
    const place = [...path, Array.isArray(input) ? Number(key) : key];
    const found = NOT_TEXT.test(key) || !key.isWellFormed() ? path : illFormed(value, place);
    if (found) return found;
  }
  return undefined;
}

const withLineFeeds = (input: unknown): unknown =>
  typeof input === 'string'
    ? kept(input)
    : Array.isArray(input)
      ? input.map(withLineFeeds)
      : typeof input === 'object' && input !== null
        ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, withLineFeeds(value)]))
        : input;

/** Reads the `with` of an act. What it returns is never parsed again. */
export function parse(vocable: Vocable, input: unknown): { with: Json } | Refusal {
  const wrong = illFormed(input, ['with']);
  if (wrong) return badInput(wrong, '含有控制字符或残缺字符', 'has control characters or half a character');
  const read = vocable.with.safeParse(withLineFeeds(input ?? {}), { reportInput: true });
  if (read.success) return { with: read.data as Json };
  const first = read.error.issues[0];
  if (!first) throw new Error('a parse that failed names no issue');
  const [zh, en] = sayIssue(first);
  return badInput(['with', ...placeOf(first)], zh, en);
}

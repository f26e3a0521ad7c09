import type { z } from 'zod';
import type { ActDefinition } from '../acts/definition.js';
import type { ActName, AskedOf } from '../domain/model/brings.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { garbledAt, withLineFeedsIn } from '../domain/model/text.js';
import { placeOf, sayIssue } from '../acts/say-issue.js';

/** The answer no to an input: what is wrong, where, in Chinese and English. */
export const badInput = (path: readonly (string | number)[], zh: string, en: string): Refusal => ({
  refused: 'bad-input',
  zh: `${path.join('.') || '输入'}：${zh}`,
  en: `${path.join('.') || 'the input'} ${en}`,
  path,
});

/** Reads the `with` of an act. What it returns is never parsed again. */
export const parse = <K extends ActName>(definition: ActDefinition<K>, input: unknown): { with: AskedOf<K> } | Refusal =>
  parseBy(definition.with, input);

/** Reads what is brought by its shape. */
export function parseBy<T>(shape: z.ZodType<T>, input: unknown): { with: T } | Refusal {
  const brings = withLineFeedsIn((input ?? {}) as Json);
  const wrong = garbledAt(brings, ['with']);
  if (wrong) return badInput(wrong, '含有控制字符或残缺字符', 'has control characters or half a character');
  const read = shape.safeParse(brings, { reportInput: true });
  if (read.success) return { with: read.data };
  const first = read.error.issues[0];
  if (!first) throw new Error('a parse that failed names no issue');
  return issueSaid(first);
}

const issueSaid = (issue: z.core.$ZodIssue): Refusal => badInput(['with', ...placeOf(issue)], ...sayIssue(issue));

/** All that is wrong with what is brought, each place once, for a form on which it is put right at one go; nothing where `parseBy` reads it. */
export function everyWrong(shape: z.ZodType, input: unknown): readonly Refusal[] {
  const first = parseBy(shape, input);
  if (!isRefusal(first)) return [];
  const { error } = shape.safeParse(withLineFeedsIn((input ?? {}) as Json), { reportInput: true });
  const all = new Map((error?.issues.map(issueSaid) ?? []).map((one) => [one.path?.join('.'), one]));
  return [...new Map([[first.path?.join('.'), first], ...all]).values()];
}

import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字（字符串）', 'a string'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象', 'an object'],
  record: ['对象', 'an object'],
};

const INVALID = ['内容无效', 'is not valid'] as const;

const worded = (message: string, otherwise: readonly [string, string] = INVALID): readonly [string, string] => {
  const [zh, en] = message.split(' | ');
  return zh === undefined || en === undefined ? otherwise : [zh, en];
};

const oneOf = (values: readonly unknown[]): readonly [zh: string, en: string] => {
  const all = values.map(String).join(', ');
  return [`应为以下之一：${all}`, `must be one of: ${all}`];
};

/** What fits no member of a union: by its discriminator, one of the kinds that there are. */
const noKind = (issue: Extract<Issue, { code: 'invalid_union' }>): readonly [zh: string, en: string] =>
  issue.discriminator !== undefined && issue.input !== undefined && 'options' in issue && Array.isArray(issue.options)
    ? oneOf(issue.options)
    : worded(issue.message);

const tooBig = (origin: string, most: string): readonly [zh: string, en: string] =>
  origin === 'number' || origin === 'int'
    ? [`过大，至多 ${most}`, `is too large: at most ${most}`]
    : [`过长，至多 ${most}`, `is too long: at most ${most}`];

/** What is wrong at one place of an input, in Chinese and English, without the place. */
export function sayIssue(issue: Issue): readonly [zh: string, en: string] {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return ['缺少', 'is missing'];
      const [zh, en] = KINDS[issue.expected] ?? [issue.expected, issue.expected];
      return [`应为${zh}`, `must be ${en}`];
    }
    case 'unrecognized_keys':
      return ['不认识的字段', 'is no known field'];
    case 'invalid_value': {
      if (issue.input === undefined) return ['缺少', 'is missing'];
      return oneOf(issue.values);
    }
    case 'too_small':
      return worded(
        issue.message,
        issue.origin === 'number' ? ['应大于零', 'must be above zero'] : ['不能为空', 'must not be empty'],
      );
    case 'too_big':
      return worded(issue.message, tooBig(String(issue.origin), String(issue.maximum)));
    case 'invalid_union':
      return noKind(issue);
    case 'invalid_format':
      return worded(issue.message, ['格式不符', 'has not the form that it must have']);
    case 'custom':
      return worded(issue.message);
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return INVALID;
  }
}

/** Where it is wrong: an unknown field is named itself, not the object that holds it. */
export const placeOf = (issue: Issue): (string | number)[] => [
  ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
  ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
];

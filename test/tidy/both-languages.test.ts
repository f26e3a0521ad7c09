import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, read } from '../../scripts/sources.js';

const HAN = /\p{Script=Han}/u;
/** Words, not a path, a number or a mark between two values. */
const WORDS = /[A-Za-z]{2,} [A-Za-z]{2,}/;
/** A heading or a word of a list that stands in a file is named as it is written there. */
const withoutQuoted = (text: string): string => text.replaceAll(/\([^()]*\)/g, '');

/** Which arguments of a call are the Chinese and the English of one message. */
const PAIRS: ReadonlyMap<string, readonly [zh: number, en: number]> = new Map([
  ['no', [1, 2]],
  ['refuse', [1, 2]],
  ['badInput', [1, 2]],
  ['QuestionError', [2, 3]],
  ['error', [2, 3]],
  ['warning', [2, 3]],
  ['fail', [2, 3]],
  ['RegulationError', [2, 3]],
]);
/** Calls that take a message of an input's schema. */
const SCHEMA = new Set(['refine', 'regex', 'min', 'max', 'length']);
/** Whose messages go to a door that says each language by itself. */
const ROOMS = [
  ...['acts', 'views', 'gateway', 'desk', 'documents', 'city', 'simulator', 'parties', 'domain', 'client', 'console'],
  ...['regulation', 'records', 'worker'],
];
/** What is said of settings, by whoever reads them, is on one line in both languages: `Chinese / English`. */
const SETTINGS = /(settings|environment|addresses|payload-keys|reach\/connection|kept-where)\.ts$/;

const literalOf = (node: ts.Expression | undefined): string | undefined => {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const between = (value: ts.Expression): string => (value.getText() === 'BAR' ? ' | ' : ' ');
  return node.templateSpans.reduce((text, { expression, literal }) => text + between(expression) + literal.text, node.head.text);
};

/** What an error says of itself is of one language. */
const takesMessage = (node: ts.Expression | undefined): boolean =>
  node !== undefined &&
  ts.isTemplateExpression(node) &&
  node.templateSpans.some(({ expression }) => /(^|\.)message$/.test(expression.getText()));

const wrongIn = (zh: ts.Expression | undefined, en: ts.Expression | undefined): string[] => {
  const [chinese, english] = [literalOf(zh), literalOf(en)];
  return [
    ...(chinese !== undefined && WORDS.test(chinese) && !HAN.test(chinese) ? [`no Chinese: ${chinese}`] : []),
    ...(english !== undefined && HAN.test(withoutQuoted(english)) ? [`Chinese in English: ${english}`] : []),
    ...(takesMessage(zh) ? ['the message of an error in Chinese'] : []),
  ];
};

/** A message of a schema, `Chinese | English`; of a setting, `Chinese / English`. */
function wrongAsOne(said: ts.Expression | undefined, isSettings: boolean): string[] {
  const [text, bar] = [literalOf(said) ?? '', isSettings ? ' / ' : ' | '];
  const [zh = '', en, ...rest] = text.split(bar);
  if (en === undefined) return WORDS.test(text) ? [`in one language: ${text}`] : [];
  return HAN.test(zh) && !HAN.test(withoutQuoted(en)) && rest.length === 0 ? [] : [`not Chinese${bar}English: ${text}`];
}

/** What the command line says is for people of either language, on one line. */
function wrongAsLine(node: ts.Expression | undefined): string[] {
  if (node && ts.isConditionalExpression(node)) return [...wrongAsLine(node.whenTrue), ...wrongAsLine(node.whenFalse)];
  const text = literalOf(node);
  return text !== undefined && WORDS.test(text) && !HAN.test(text) ? [`in one language: ${text}`] : [];
}

function wrongCall(node: ts.CallExpression | ts.NewExpression, isSettings: boolean): string[] | undefined {
  const name = node.expression.getText().split('.').at(-1) ?? '';
  const pair = PAIRS.get(name);
  if (name === 'UsageError') return wrongAsLine(node.arguments?.[0]);
  // a short form of its own names the two alone
  const [zh, en] = node.arguments?.length === 2 ? [0, 1] : (pair ?? []);
  if (pair) return wrongIn(node.arguments?.[zh ?? 0], node.arguments?.[en ?? 1]);
  return SCHEMA.has(name) || (isSettings && ['Error', 'wrong'].includes(name))
    ? (node.arguments ?? []).flatMap((said) => wrongAsOne(said, isSettings))
    : undefined;
}

function wrongAt(node: ts.Node, isSettings: boolean): string[] {
  const wrong = ts.isCallExpression(node) || ts.isNewExpression(node) ? wrongCall(node, isSettings) : undefined;
  if (wrong || !ts.isObjectLiteralExpression(node)) return wrong ?? [];
  const value = (name: string): ts.Expression | undefined => {
    const found = node.properties.find((one) => one.name?.getText() === name);
    return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
  };
  return [...wrongIn(value('zh'), value('en')), ...(isSettings ? wrongAsOne(value('message'), isSettings) : [])];
}

function wrongSaid(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    for (const one of wrongAt(node, SETTINGS.test(path)))
      found.push(`${path}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}: ${one}`);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

const written = ROOMS.flatMap((room) => filesUnder(room, ['.ts', '.tsx']));

describe('a message is Chinese in Chinese, and English in English', () => {
  it('finds what is not', () => {
    const faults = [
      "no('bad-input', 'the body is empty', '请求内容为空');",
      "refuse('bad-input', '内容有误', `wrong ${what}：请改正`);",
      'no(code, `无法回答：${message}`, message);',
      "const said = { zh: 'no such rule', en: 'no such rule' };",
      "text.refine(isDay, 'must be a day');",
      "text.refine(isDay, 'must be a day | 应为日期');",
      "source.fail('bad-value', at, 'is no value here', 'is no value here');",
      "new RegulationError('not-found', { file }, 'there is no file', 'there is no file');",
      'throw new UsageError(of === undefined ? `name it: ${x}` : "指明 / name it");',
    ];
    for (const fault of faults) expect(wrongSaid('fault.ts', fault), fault).not.toEqual([]);
    for (const fault of [
      "z.refine(is, 'must be a port');",
      "const a = { message: 'set it, please' };",
      "throw new Error('two keys are one');",
    ])
      expect(wrongSaid('settings.ts', fault), fault).not.toEqual([]);
    expect(wrongSaid('settings.ts', "z.refine(is, '须为端口 / must be a port');")).toEqual([]);
    expect(
      wrongSaid('sound.ts', "no('x', '应为“是”', 'must be yes (是)'); text.regex(/x/, '应为日期 | must be a day');"),
    ).toEqual([]);
  });

  it('everywhere', () => {
    expect(written.length).toBeGreaterThan(500);
    expect(written.flatMap((path) => wrongSaid(path, read(path)))).toEqual([]);
  });
});

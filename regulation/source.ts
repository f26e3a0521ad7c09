import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { type z } from 'zod';
import { RegulationError, type RegulationFault } from './errors.js';

/** The folder with the data: the one beside this source, found upwards also from the built program. */
const found = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'regulation');
    if (existsSync(join(candidate, 'instruments.yaml'))) return candidate;
    const above = dirname(folder);
    if (above === folder)
      throw new RegulationError(
        'not-found',
        { file: 'regulation' },
        '程序旁没有 regulation/ 目录',
        'the folder regulation/ is missing beside the program',
      );
    folder = above;
  }
};

let known: string | undefined;
/** Where the regulation lies: the shipped one, or the folder that `LUYUE_REGULATION` names, where a draft of it is tried. */
export const shipped = (): string => process.env['LUYUE_REGULATION'] ?? (known ??= found());

/** A file as read: its content by a schema, and the way from a place in it to its line. */
export interface Source<T> {
  readonly content: T;
  readonly file: string;
  fail(fault: RegulationFault, path: readonly (string | number)[], zh: string, en: string): never;
}

const faultOf = (issue: z.core.$ZodIssue): RegulationFault => {
  if (issue.code === 'unrecognized_keys') return 'unknown-key';
  return issue.code === 'invalid_type' && issue.input === undefined ? 'missing-key' : 'bad-shape';
};

/** What is wrong with it, in both languages. */
const explain = (issue: z.core.$ZodIssue): readonly [zh: string, en: string] => {
  const path = issue.path.map(String).join('.');
  const [zh, en] = [path || '最上层', path || 'the top level'];
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    return [`${zh} 中没有 ${keys} 这一项；请删除或更正`, `${keys} at ${en}: no such key; remove or correct it`];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return [`缺少 ${zh}；请补上`, `${en}: is missing; add it`];
  // our own shapes say it in both languages, `中文 | English`
  const [own, ours = own] = issue.message.split(' | ');
  return [`${zh}：${own === ours ? '写法不对' : (own ?? '')}`, `${en}: ${ours ?? ''}`];
};

/** A law in one file is no larger, in bytes. */
const FILE_MAX = 4 * 1_024 * 1_024;
const fileText = (path: string): string => {
  const found = statSync(path);
  if (found.isFile() && found.size <= FILE_MAX) return readFileSync(path, 'utf8');
  const most = String(FILE_MAX);
  throw new RegulationError('bad-shape', { file: path }, `不是 ${most} 字节以内的文件`, `is no file of at most ${most} bytes`);
};

/** Reads one YAML file without implicit types: `0.90` stays the text "0.90". Throws a RegulationError with file and line. */
export function readYaml<T>(folder: string, name: string, schema: z.ZodType<T>): Source<T> {
  const path = join(folder, name);
  const file = relative(dirname(folder), path);
  if (!existsSync(path)) throw new RegulationError('not-found', { file }, '没有该文件', 'there is no such file');
  const lines = new LineCounter();
  const document = parseDocument(fileText(path), { schema: 'failsafe', lineCounter: lines });
  const lineOf = (at: readonly (string | number)[]): number => {
    for (let length = at.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(at.slice(0, length), true);
      const range = node && typeof node === 'object' && 'range' in node ? (node.range as [number] | null | undefined) : undefined;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const fail = (fault: RegulationFault, at: readonly (string | number)[], zh: string, en: string): never => {
    throw new RegulationError(fault, { file, line: lineOf(at) }, zh, en);
  };
  const [broken] = document.errors;
  if (broken) {
    const [said = ''] = broken.message.split('\n');
    throw new RegulationError('not-yaml', { file, line: lines.linePos(broken.pos[0]).line }, '不是有效的 YAML', said);
  }
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { content: parsed.data, file, fail };
  const [issue] = parsed.error.issues;
  if (!issue) throw new RegulationError('bad-shape', { file }, '文件结构不对', 'the file has not the shape it must have');
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return fail(
    faultOf(issue),
    [...issue.path, ...key].map((part) => (typeof part === 'symbol' ? String(part) : part)),
    ...explain(issue),
  );
}

/** The names of the files in one folder of the regulation. */
export const filesIn = (folder: string, below: string): string[] => {
  const path = join(folder, below);
  return existsSync(path) ? readdirSync(path).sort() : [];
};

/** A text in hand, with all white space taken out, or nothing. */
export const textOf = (folder: string, instrument: string): string | undefined => {
  const path = join(folder, 'texts', `${instrument}.txt`);
  return existsSync(path) ? fileText(path).replace(/\s+/gu, '') : undefined;
};

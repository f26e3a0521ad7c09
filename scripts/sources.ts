// What the tests of habits and the generated pages read of the code.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where code lives, by layer: what tsconfig.build.json builds. */
export const LAYERS = (JSON.parse(readFileSync(join(ROOT, 'tsconfig.build.json'), 'utf8')) as { include: readonly string[] })
  .include;

const NOT_OURS = new Set(['node_modules', 'dist', '.luyue', '.git', 'coverage']);

/** Every file under a folder of the repository, relative to its root, in order; none where there is no such folder. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(join(ROOT, at), { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
    }
  };
  if (folder === '' || readdirSync(ROOT).includes(folder.split('/')[0] ?? '')) walk(folder);
  return found.sort();
}

export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The code of the given layers. */
export const codeOf = (...layers: readonly string[]): string[] => layers.flatMap((layer) => filesUnder(layer, ['.ts', '.tsx']));

/** A number or a text written in the code, comments and types left out. */
export interface Literal {
  readonly file: string;
  readonly line: number;
  readonly kind: 'number' | 'text';
  /** As it stands in the file: `2_000`, not 2000. */
  readonly written: string;
  /** Shown to a person who has to write something like it: a property `example`, or a text that says so. */
  readonly example: boolean;
}

export const say = ({ file, line, written }: Literal): string => `${file}:${String(line)}: ${written}`;

const trees = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, made once. */
export function parsed(file: string): ts.SourceFile {
  const tree = trees.get(file) ?? ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

const isExample = (node: ts.Node, written: string): boolean =>
  /e\.g\.|例如|write it like/.test(written) || (ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'example');

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node);

/** Every literal of a file, apart from the paths of its imports. */
export function literalsOf(file: string): Literal[] {
  const source = parsed(file);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const kind = ts.isNumericLiteral(node) || ts.isBigIntLiteral(node) ? 'number' : isText(node) ? 'text' : undefined;
    if (kind) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const written = node.getText(source);
      found.push({ file, line: line + 1, kind, written, example: isExample(node, written) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every call of a file with the name of what is called: `refuse`, `Date.now`; `new Date` for a construction. */
export function callsOf(file: string): { name: string; line: number; args: readonly string[] }[] {
  const source = parsed(file);
  const found: { name: string; line: number; args: readonly string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText(source);
      found.push({
        name: ts.isNewExpression(node) ? `new ${called}` : called,
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        args: (node.arguments ?? []).map((arg) => arg.getText(source)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

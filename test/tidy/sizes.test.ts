import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeOf, filesUnder, LAYERS, parsed, read } from '../../scripts/sources.js';

const FILE_LINES = 250;
const FUNCTION_LINES = 70;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** Names and lengths of the functions of a file, comments before them left out. */
function functionsOf(file: string): { name: string; lines: number }[] {
  const source = parsed(file);
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const name =
        node.name?.getText(source) ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : '(unnamed)');
      found.push({ name, lines: linesOf(node.getText(source)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('everything can be read in one breath', () => {
  it(`no file is longer than ${String(FILE_LINES)} lines`, () => {
    const files = [
      ...codeOf(...LAYERS, 'test', 'bench'),
      ...filesUnder('records', ['.sql']),
      ...filesUnder('scripts', ['.mjs', '.ts']),
    ];
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => linesOf(read(file)) > FILE_LINES)).toEqual([]);
  });

  it(`no function of the product is longer than ${String(FUNCTION_LINES)} lines`, () => {
    const long = codeOf(...LAYERS).flatMap((file) =>
      functionsOf(file).flatMap(({ name, lines }) => (lines > FUNCTION_LINES ? [`${file}: ${name} (${String(lines)})`] : [])),
    );
    expect(long).toEqual([]);
  });

  it('there is no drawer folder: a thing is named and put where it is used', () => {
    const drawers = codeOf(...LAYERS, 'test').filter((file) =>
      /(^|\/)(utils?|common|helpers?|types|misc|shared)(\/|\.ts$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });
});

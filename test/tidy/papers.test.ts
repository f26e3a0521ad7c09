import { describe, expect, it } from 'vitest';
import { filesUnder, read } from '../../scripts/sources.js';

const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
const files = filesUnder('', ['']);
const rooms = new Set(files.map((file) => file.split('/')[0]));

/** What a paper says in code: `domain/duties/NAME.ts`, `npm run docs`. */
const codesIn = (paper: string): string[] => [...read(paper).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
/** Of these, what names a file or a folder: NAME, PARTY, YEAR, ID and * stand for whatever is there. */
const pathsIn = (paper: string): string[] =>
  codesIn(paper).filter((code) => /^[\w.*/-]+$/.test(code) && code.includes('/') && rooms.has(code.split('/')[0]));
const isThere = (path: string): boolean => {
  const named = path
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]+')
    .replaceAll(/\b(NAME|PARTY|YEAR|ID)\b/g, '[^/]+')
    .replaceAll('rN', 'r\\d+');
  return files.some((file) => new RegExp(`^${named.replace(/\/$/, '')}(\\.tsx?)?(/|$)`).test(file));
};

describe('what the papers name is there', () => {
  it.each(PAPERS)('every file and folder that %s names', (paper) => {
    expect(pathsIn(paper).length).toBeGreaterThan(5);
    expect(pathsIn(paper).filter((path) => !isThere(path))).toEqual([]);
  });

  it('what is not there would be found', () => {
    expect(['domain/duties/none.ts', 'city/none/', 'domain/duties/NAME.ts', 'desk/reach'].map(isThere)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('every script that is to be run is one of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const run = PAPERS.flatMap(codesIn).flatMap((code) => [...code.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
    expect(run.length).toBeGreaterThan(5);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

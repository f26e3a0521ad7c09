import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../scripts/docs/glossary.js';
import { filesUnder, read } from '../../scripts/sources.js';

const written = filesUnder('', [
  '.ts',
  '.tsx',
  '.css',
  '.js',
  '.mjs',
  '.cjs',
  '.sql',
  '.yaml',
  '.yml',
  '.json',
  '.md',
  '.txt',
  '.sh',
])
  .concat(filesUnder('.ci', ['']))
  .filter((file) => !file.startsWith('test/tidy/') && file !== 'package-lock.json' && file !== 'LICENSE');

const linesWith = (wrong: RegExp, files: readonly string[] = written): string[] =>
  [...new Set(files)].flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) => (wrong.test(line) ? [`${file}:${String(at + 1)}: ${line.trim().slice(0, 100)}`] : [])),
  );

describe('the repository speaks of the product alone', () => {
  it('reads what is written here', () => {
    expect(written.length).toBeGreaterThan(200);
  });

  it('names no place on one machine', () => {
    expect(linesWith(/(^|[\s'"`(=])\/(work|root|home|Users|mnt|private)\//)).toEqual([]);
  });

  it('puts nothing off', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX|HACK|WIP|TBD)\b|not implemented|\bstub\b|lorem ipsum/i)).toEqual([]);
  });

  it('tells nothing of how it came to be', () => {
    const words = ['a.gents?', 'a.ssistants?', 'chat.bot', 'pro.mpted', 'L.L.M', 'language mo.del', 'co.pilot', 'sub.agents?'];
    expect(linesWith(new RegExp(`\\b(${words.join('|').replaceAll('.', '')})\\b`, 'i'))).toEqual([]);
  });

  it('fetches packages from wherever the machine is told to', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('keeps to one word: old and other names of the same things are for reading only', () => {
    const { parties, terms, ours } = readGlossary();
    // the product's own name, and that of a cycle, which the glossary has
    const names = [...parties, ...terms, ...ours].flatMap(({ old = [] }) => old).filter((word) => word !== '履约');
    const code = written.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('test/'));
    expect(linesWith(new RegExp(names.join('|')), [...code, 'regulation/readings.yaml'])).toEqual([]);
  });
});

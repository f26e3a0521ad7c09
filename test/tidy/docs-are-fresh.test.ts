import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../scripts/docs/pages.js';
import { REFUSAL_CODES } from '../../domain/model/refusal.js';
import { refusalsInCode } from '../../scripts/docs/refusals.js';
import { filesUnder, read, ROOT } from '../../scripts/sources.js';

const links = (file: string): string[] =>
  [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');

describe('the papers say what the code does', async () => {
  const written = await pages();

  it.each([...written.keys()])('%s is fresh; if not: npm run docs', (path) => {
    expect(read(path)).toBe(written.get(path));
  });

  it('every refusal code has a place where it is given', () => {
    const given = refusalsInCode();
    expect(REFUSAL_CODES.filter((code) => !given.has(code))).toEqual([]);
  });

  it('every link of every paper leads somewhere', () => {
    const papers = filesUnder('', ['.md']);
    expect(papers.length).toBeGreaterThan(8);
    const dead = papers.flatMap((file) =>
      links(file).flatMap((to) => (existsSync(join(ROOT, dirname(file), to)) ? [] : [`${file} → ${to}`])),
    );
    expect(dead).toEqual([]);
  });

  it('every script that a paper tells people to run exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const told = filesUnder('', ['.md']).flatMap((file) =>
      [...read(file).matchAll(/npm run ([\w:]+)/g)].map((match) => [file, match[1] ?? ''] as const),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter(([, script]) => scripts[script] === undefined)).toEqual([]);
  });

  it('decisions are numbered without a gap', () => {
    const numbers = filesUnder('docs/decisions', ['.md']).map((file) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});

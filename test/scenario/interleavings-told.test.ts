import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const numbersIn = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map(([, number]) => Number(number));

it('every interleaving that is told is played, and every one that is played is told', () => {
  const told = numbersIn(read('docs/interleavings.md'), /^## (\d+)\. /gm);
  const played = ['interleavings', 'interleavings-and-kills'].flatMap((file) =>
    numbersIn(read(`test/drill/${file}.test.ts`), /^\s+(?:it\()?'(?:[^'—]* — )?(\d+)\. /gm),
  );
  expect(told.length).toBeGreaterThan(6);
  expect(played).toEqual(told);
});

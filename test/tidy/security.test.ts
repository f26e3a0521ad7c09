import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, ROOT } from '../../scripts/sources.js';

const paper = read('docs/security.md');
const rows = [...paper.matchAll(/^\| (\d[\d., –]*?) +\| ([a-z]+) +\| (.*?) *\|$/gm)].map(
  ([, numbers = '', state = '', by = '']) => ({ numbers, state, by }),
);
/** Requirements of levels 1 and 2 of ASVS 5.0: how many each section has; they are numbered without a gap. */
const SECTIONS: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
};
const due = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${String(at + 1)}`),
);

/** `1.2.6–1.2.8, 1.3.1` as each of its numbers. */
const each = (numbers: string): string[] =>
  numbers.split(', ').flatMap((part) => {
    const [from = '', to = from] = part.split('–');
    const [section, first, last] = [from.slice(0, from.lastIndexOf('.')), from, to].map((text, at) =>
      at === 0 ? text : text.slice(text.lastIndexOf('.') + 1),
    );
    const length = Number(last) - Number(first) + 1;
    return Array.from({ length }, (_, at) => `${section ?? ''}.${String(Number(first) + at)}`);
  });

const filesIn = (text: string): string[] =>
  [...text.matchAll(/`([\w@./-]+\/[\w./-]*\.\w+|[\w.-]+\.(?:js|json|yml))`/g)].map(([, file = '']) => file);

describe('docs/security.md', () => {
  it('has every requirement of levels 1 and 2 of ASVS 5.0 once', () => {
    expect(due).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => each(numbers)).sort()).toEqual([...due].sort());
  });

  it('names files and tests that exist', () => {
    const named = filesIn(paper);
    expect(named.length).toBeGreaterThan(150);
    expect([...new Set(named)].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('says of each one of six things, and of what is not met why', () => {
    const states = ['met', 'partly', 'missing', 'provider', 'place', 'none'];
    expect(rows.filter(({ state, by }) => !states.includes(state) || by === '')).toEqual([]);
  });

  it('has a test beside each of the ten traps', () => {
    const traps = [...paper.matchAll(/^\| (\d+)\. .*? \| (.*?) *\|$/gm)];
    expect(traps.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(traps.filter(([, , by = '']) => !filesIn(by).some((file) => file.endsWith('.test.ts')))).toEqual([]);
  });
});

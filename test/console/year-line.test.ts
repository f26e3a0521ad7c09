import { describe, expect, it } from 'vitest';
import { YearLine, type Mark } from '../../console/charts/year-line.js';
import type { Visit } from '../../console/visit.js';

const visit = { lang: 'zh', say: (zh: string) => zh } as unknown as Visit;
const due = (duty: string, dueOn: string, state = 'done'): Mark => ({ duty, dueOn, state });
/** 三(一)1, 三(二), 三(三), 三(四): days of a year that lie near each other, and the same day twice in one lane. */
const MARKS = [
  ...[due('first-report', '2024-06-15'), due('monthly-evidence/2024-05', '2024-06-20'), due('verified-report', '2024-07-15')],
  ...[
    due('monthly-evidence/2024-06', '2024-07-20'),
    due('first-check', '2024-07-25'),
    due('monthly-check/2024-06', '2024-07-30'),
  ],
  ...[due('confirmation', '2024-09-15'), due('final-allocation', '2024-09-15'), due('surrender', '2024-11-15', 'pending')],
];
/** Of a mark with its line, which is 5 wide from its middle and drawn 2 wide. */
const WIDE = 12;

const placesIn = (svg: string): [number, number][] =>
  [...svg.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the year in one line', () => {
  const page = (YearLine({ visit, marks: MARKS, today: '2024-11-01' }) as unknown as { toString(): string }).toString();
  for (const way of ['lying', 'upright'])
    it(`${way}: every duty has its mark, and none lies upon another`, () => {
      const svg = page.slice(page.indexOf(`<svg class="${way}"`));
      const places = placesIn(svg.slice(0, svg.indexOf('</svg>')));
      expect(places.length).toBe(MARKS.length);
      const upon = places.flatMap(([x, y], n) => places.slice(n + 1).filter(([a, b]) => Math.hypot(a - x, b - y) < WIDE));
      expect(upon).toEqual([]);
    });
});

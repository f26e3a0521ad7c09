import { describe, expect, it } from 'vitest';
import { shapeErrors } from '../../documents/forms/shape.js';
import { loadForm } from '../../regulation/forms/load.js';

const report = loadForm({ name: 'first-report', cycle: 2024 });

describe('三(一)1 — the industry code of a report', () => {
  it('GB/T 4754-2017: an industry code at any level, under its own section; another spelling is told', () => {
    const wrong = (industryCode: string) =>
      shapeErrors(report, { industryCode }).find((one) => one.path.at(-1) === 'industryCode')?.en;
    // 44 电力、热力生产和供应业, 4430 热力生产和供应; the divisions go from 01 (A) to 97 (T)
    for (const code of ['4430', 'D4430', '443', 'D44', '44', 'D', '01', 'A0111', '97', 'T9700', 'C43', 'D46', 'E47'])
      expect([code, wrong(code)]).toEqual([code, undefined]);
    const write = (code: string) => `must be an industry code of GB/T 4754: write ${code}`;
    expect(['d4430', 'Ｄ４４３０', 'D 44.30', '4430 热力生产和供应', 'C4430', 'D4300'].map(wrong)).toEqual(
      ['D4430', 'D4430', 'D4430', '4430', 'D4430', 'C4300'].map(write),
    );
    for (const none of ['4', '44301', '00', '98', '9800', 'U44', '热力', 'DD44'])
      expect([none, wrong(none)]).toEqual([none, expect.stringContaining('is no industry code of GB/T 4754, such as')]);
  });
});

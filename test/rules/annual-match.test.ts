import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../domain/model/instant.js';
import type { Finding } from '../../domain/rules/finding.js';
import { answerTo } from './asking.js';

const twelve = monthsOf(2024).map((month) => ({ month, figures: { electricity: '100' } }));
const codes = (annual: Record<string, string>, months = twelve): string[] =>
  (answerTo('annual-match', { year: '2024', months, annual }) as { findings: Finding[] }).findings.map(
    ({ code, about }) => `${code} ${about}`,
  );

describe('四(三) 识别异常数据 › twelve months and the annual report', () => {
  it('may differ by a hundredth of the report, not by more', () => {
    expect(codes({ electricity: '1200' })).toEqual([]);
    // 1 % of 1,212.12… is the difference; 1200 against 1212 differs by 12 < 12.12, against 1213 by 13 > 12.13
    expect(codes({ electricity: '1212' })).toEqual([]);
    expect(codes({ electricity: '1213' })).toEqual(['annual-mismatch electricity']);
    // exactly a hundredth: 1,000 against 990
    const exact = twelve.map(({ month }) => ({ month, figures: { electricity: '82.5' } }));
    expect(codes({ electricity: '1000' }, exact)).toEqual([]);
  });
  it('a figure that one of them lacks does not match', () => {
    expect(codes({ electricity: '1200', heat: '5' })).toEqual(['annual-mismatch heat']);
    expect(codes({})).toEqual(['annual-mismatch electricity']);
  });
  it('a missing month is named', () => {
    expect(codes({ electricity: '1100' }, twelve.slice(1))).toEqual(['month-missing 2024-01']);
  });
});

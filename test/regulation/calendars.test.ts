import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isWorkingDay } from '../../domain/model/instant.js';
import { checkRegulation } from '../../regulation/check.js';
import { loadRulebook } from '../../regulation/load.js';
import { shipped } from '../../regulation/source.js';
import { termsOf } from '../../regulation/terms.js';

/** A copy of the regulation with one more year. */
function withYear(free: string, worked: string, year = '2027'): string {
  const above = mkdtempSync(join(tmpdir(), 'luyue-calendars-'));
  onTestFinished(() => rmSync(above, { recursive: true }));
  const folder = join(above, 'regulation');
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const text = `year: ${year}\nnumber: 测试\nissued-on: 2026-11-20\nfree: [${free}]\nworked: [${worked}]\n`;
  writeFileSync(join(folder, 'calendar', '2027.yaml'), text);
  return folder;
}

describe('the calendars of holidays and make-up days', () => {
  it('every rulebook counts by every year on file', () => {
    // 国办发明电〔2021〕11号, 〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号: a free weekday and a worked weekend of each
    for (const cycle of [2022, 2024, 2026])
      for (const [free, worked] of [
        ['2022-09-12', '2022-10-09'],
        ['2023-06-22', '2023-06-25'],
        ['2024-10-07', '2024-10-12'],
        ['2025-10-08', '2025-10-11'],
        ['2026-02-23', '2026-02-28'],
      ] as const) {
        const { calendar } = loadRulebook(cycle);
        expect([isWorkingDay(free, calendar), isWorkingDay(worked, calendar)], `${String(cycle)} ${free}`).toEqual([false, true]);
      }
  });

  it('a case takes those of its emission year and after with it', () => {
    const years = (cycle: number): string[] => [
      ...new Set(termsOf(loadRulebook(cycle)).calendar.free.map((day) => day.slice(0, 4))),
    ];
    expect(years(2024)).toEqual(['2023', '2024', '2025', '2026']);
    expect(years(2022)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });

  it.each([
    ['a Saturday that is called free', '2027-01-02', ''],
    ['a Friday that is called worked', '2027-01-01', '2027-02-05'],
    ['a day of another year', '2028-01-03', ''],
    ['a day named twice', '2027-01-01, 2027-01-01', ''],
    ['a day more than a week before its year', '2027-01-01', '2026-12-20'],
  ])('%s is refused with its place', (_what, free, worked) => {
    expect(checkRegulation(withYear(free, worked)).problems).toContainEqual(
      expect.stringMatching(/calendar\/2027\.yaml:\d+: bad-value: /),
    );
  });

  it('a notice also moves days of the week before its New Year', () => {
    const folder = withYear('2026-12-31, 2027-01-01', '2026-12-27');
    expect(checkRegulation(folder).problems).toEqual([]);
    const { calendar } = loadRulebook(2024, 1, folder);
    expect(['2026-12-27', '2026-12-31'].map((day) => isWorkingDay(day, calendar))).toEqual([true, false]);
  });

  it('a file of another name than its year is refused', () => {
    expect(checkRegulation(withYear('2028-01-03', '', '2028')).problems.join('\n')).toContain('wrong-name');
  });
});

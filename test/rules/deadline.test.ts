import { describe, expect, it } from 'vitest';
import { closesAt, instantFrom } from '../../domain/model/instant.js';
import type { DeadlineAnswer, DeadlineDuty } from '../../domain/rules/deadline.js';
import { rulebookName } from '../../domain/model/rulebook.js';
import { cyclesOf, revisionsOf } from '../../regulation/load.js';
import { answerTo, asked } from './asking.js';

const due = (duty: DeadlineDuty, more: object = {}, cycle?: string): string =>
  (answerTo('deadline', { duty, ...more }, cycle) as DeadlineAnswer).dueOn;

describe('三 碳排放权交易工作程序及时间安排 › the dates that the notice names', () => {
  it.each([
    ['三(一)1 于2024年6月15日前', 'first-report', '2024-06-15'],
    ['三(一)2 须于2024年7月15日前', 'general-report', '2024-07-15'],
    ['三(二) 须于2024年7月15日前', 'verified-report', '2024-07-15'],
    ['三(二) 于2024年7月15日前提交申请材料', 'adjustment-application', '2024-07-15'],
    ['三(三)1 于2024年9月15日前', 'confirmation', '2024-09-15'],
    ['三(三)2 于2024年7月15日前完成免费配额预发', 'pre-allocation', '2024-07-15'],
    ['三(三)2 9月15日前完成免费配额核发', 'final-allocation', '2024-09-15'],
    ['三(四) 截止日期为2024年10月15日', 'offset-application', '2024-10-15'],
    ['三(四) 清缴截止日期为2024年11月15日', 'surrender', '2024-11-15'],
  ] as const)('%s › %s is due on %s', (_clause, duty, day) => {
    expect(due(duty)).toBe(day);
  });

  it('policy — 前 includes the day named: the last second of 15 June is in time, the next is late', () => {
    const { dueOn, closesAt: closes } = answerTo('deadline', { duty: 'first-report' }) as DeadlineAnswer;
    expect(closes).toBe('2024-06-16T00:00:00+08:00');
    expect(instantFrom(closes)).toBe(closesAt(dueOn));
    expect(instantFrom('2024-06-15T23:59:59+08:00')).toBeLessThan(instantFrom(closes));
    expect(instantFrom('2024-06-15T16:00:00Z')).toBe(instantFrom(closes));
  });

  it('policy — nothing rolls over a weekend or a holiday: 15 June is a Saturday, 15 September a Sunday and a holiday', () => {
    expect([due('first-report'), due('confirmation')]).toEqual(['2024-06-15', '2024-09-15']);
  });

  it('三(一)1 新增重点碳排放单位，须通过管理平台提交数据质量控制方案 — without a date of its own: with the first report (policy)', () => {
    expect(due('data-quality-plan')).toBe('2024-06-15');
  });

  it('三(四) 逾期未完成的，管理平台将自动收缴 — collection is of the day after the surrender deadline', () => {
    expect(due('collection')).toBe('2024-11-16');
  });
});

describe('三(一)1 — 每月结束后20个自然日内', () => {
  it.each([
    ['2024-01', '2024-02-20'],
    ['2024-02', '2024-03-20'],
    ['2024-04', '2024-05-20'],
    ['2024-12', '2025-01-20'],
  ])('the package of %s is due on %s', (month, day) => {
    expect(due('monthly-evidence', { month })).toBe(day);
  });

  it("January's package on 20 February is in time, on 21 February late", () => {
    expect((answerTo('deadline', { duty: 'monthly-evidence', month: '2024-01' }) as DeadlineAnswer).closesAt).toBe(
      '2024-02-21T00:00:00+08:00',
    );
  });

  it('须在报送截止日起10个自然日内完成质量检查 — January is checked by 1 March in a leap year, by 2 March otherwise', () => {
    expect(due('monthly-check', { month: '2024-01' })).toBe('2024-03-01');
    expect(due('monthly-check', { month: '2025-01' }, '2025')).toBe('2025-03-02');
  });

  it('asks for the month, and takes none where there is none', () => {
    expect(() => due('monthly-evidence')).toThrow(/month/);
    expect(() => due('first-report', { month: '2024-01' })).toThrow(/month belongs to monthly-evidence/);
  });
});

describe('三(一)2 三(二) — the windows of the districts', () => {
  it('须在报送截止日起30个自然日内: general reports are checked by 14 August', () => {
    expect(due('general-check')).toBe('2024-08-14');
  });
  it('须在10个自然日内完成初步检查工作: the first check ends on 25 July', () => {
    expect(due('first-check')).toBe('2024-07-25');
  });
  it('policy — a filing before or on the deadline does not move a window, one after it does', () => {
    for (const filedOn of ['2024-06-30', '2024-07-15']) expect(due('first-check', { filedOn })).toBe('2024-07-25');
    expect(due('first-check', { filedOn: '2024-07-16' })).toBe('2024-07-26');
    expect(due('general-check', { filedOn: '2024-08-01' })).toBe('2024-08-31');
    expect(due('monthly-check', { month: '2024-01', filedOn: '2024-02-20' })).toBe('2024-03-01');
    expect(due('monthly-check', { month: '2024-01', filedOn: '2024-02-21' })).toBe('2024-03-02');
  });
  it('policy — only a filing after the deadline rests on our choice', () => {
    const steps = (filedOn: string): number => asked('deadline', { duty: 'first-check', filedOn }).working.length;
    expect(steps('2024-07-16')).toBe(steps('2024-07-15') + 1);
  });
  it('knows no filing elsewhere', () => {
    expect(() => due('surrender', { filedOn: '2024-11-01' })).toThrow(/filedOn belongs to/);
  });
});

describe('三(四) 五(二) — working days', () => {
  it('surrender stays at the deadline while the confirmation came in time', () => {
    expect(due('surrender', { confirmedOn: '2024-09-10' })).toBe('2024-11-15');
    expect(due('surrender', { confirmedOn: '2024-11-01' })).toBe('2024-11-15');
  });
  it('policy — ten working days after a late confirmation, counted from the next day', () => {
    // Mon 4 Nov: 5 6 7 8 | 11 12 13 14 15 | 18
    expect(due('surrender', { confirmedOn: '2024-11-04' })).toBe('2024-11-18');
    // Fri 29 Nov: 2–6, 9–13 Dec
    expect(due('surrender', { confirmedOn: '2024-11-29' })).toBe('2024-12-13');
  });
  it('rectification runs ten working days over New Year: 1 January 2025 is free', () => {
    // Mon 23 Dec: 24 25 26 27 30 31 | 2 3 6 7 Jan
    expect(due('rectification', { shortOn: '2024-12-23' })).toBe('2025-01-07');
  });
  it('rectification in autumn: make-up Saturdays count, the National Day week does not', () => {
    // Wed 25 Sep 2024: 26 27 29(Sun, worked) 30 | 8 9 10 11 12(Sat, worked) 14
    expect(due('rectification', { shortOn: '2024-09-25' })).toBe('2024-10-14');
  });
  it('counts through every year that has a calendar, and says so where a year has none', () => {
    // 国办发明电〔2025〕7号: the 14th and 28th of February 2026 are worked, the 16th to the 23rd are free
    const known = asked('deadline', { duty: 'surrender', confirmedOn: '2026-02-10' });
    expect(known.answer).toMatchObject({ dueOn: '2026-03-02' });
    expect(known.because).toEqual([]);
    // Monday to Friday for want of a calendar: from 1 March 2032, ten of them
    const blind = asked('deadline', { duty: 'rectification', shortOn: '2032-03-01' });
    expect(blind.answer).toMatchObject({ dueOn: '2032-03-15' });
    expect([blind.provisional, blind.because.some((why) => why.startsWith('calendar.2032 is not known'))]).toEqual([true, true]);
  });
  it('a count that begins before the year of the cycle goes by the calendar of that year', () => {
    // 国办发明电〔2022〕16号, asked of cycle 2024. Wed 27 Sep 2023: 28 | 7(Sat, worked) 8(Sun, worked) 9 10 11 12 13 16 17
    const autumn = asked('deadline', { duty: 'rectification', shortOn: '2023-09-27' });
    expect([autumn.answer, autumn.because.filter((why) => why.startsWith('calendar.'))]).toEqual([
      { dueOn: '2023-10-17', closesAt: '2023-10-18T00:00:00+08:00' },
      [],
    ]);
    // Fri 20 Jan 2023: 28(Sat, worked) 29(Sun, worked) 30 31 | 1 2 3 6 7 8 Feb
    expect(due('rectification', { shortOn: '2023-01-20' }, '2026')).toBe('2023-02-08');
    // Wed 20 Dec 2023: 21 22 25 26 27 28 29 | 2 3 4 Jan; the confirmation of a later cycle is asked alike
    const late = asked('deadline', { duty: 'rectification', shortOn: '2023-12-20' });
    expect([late.answer, late.because.filter((why) => why.startsWith('calendar.'))]).toEqual([
      { dueOn: '2024-01-04', closesAt: '2024-01-05T00:00:00+08:00' },
      [],
    ]);
  });
  const blindIn = (shortOn: string): string[] =>
    asked('deadline', { duty: 'rectification', shortOn }).because.flatMap((why) => /^calendar\.(\d+) /.exec(why)?.[1] ?? []);
  it('hangs on the calendars of the days that are counted, and of no other', () => {
    // counted from the next day: from 31 December nothing of its own year is counted, from 30 December its last day
    expect([blindIn('2021-12-31'), blindIn('2021-12-30')]).toEqual([[], ['2021']]);
    // Thu 10 Dec 2026: 11 | 14–18 | 21–24; the notice of a year moves days of the week before its New Year
    expect([blindIn('2026-12-10'), blindIn('2026-12-11')]).toEqual([[], ['2027']]);
    expect([due('rectification', { shortOn: '2026-12-10' }), due('rectification', { shortOn: '2026-12-11' })]).toEqual([
      '2026-12-24',
      '2026-12-25',
    ]);
    expect([blindIn('2026-12-31'), blindIn('2031-12-01')]).toEqual([['2027'], ['2031']]);
  });
  it('every duty counts alike in every cycle, wherever its days lie', () => {
    const cycles = cyclesOf().flatMap((year) => revisionsOf(year).map((revision) => rulebookName({ cycle: year, revision })));
    expect(cycles.length).toBeGreaterThan(6);
    // Fri 28 Jan 2022: 29(Sat, worked) 30(Sun, worked) | 7–11 | 14 15 16; Fri 24 Jan 2025: 26(Sun, worked) 27 | 5–8(Sat, worked) | 10–13
    for (const [shortOn, day] of [
      ['2022-01-28', '2022-02-16'],
      ['2023-09-27', '2023-10-17'],
      ['2024-09-25', '2024-10-14'],
      ['2025-01-24', '2025-02-13'],
      ['2026-02-10', '2026-03-02'],
    ] as const)
      expect(cycles.map((cycle) => due('rectification', { shortOn }, cycle))).toEqual(cycles.map(() => day));
  });
  it('asks since when', () => {
    expect(() => due('rectification')).toThrow(/shortOn/);
  });
});

describe('other cycles', () => {
  it('通告〔2022〕22号 — surrender of 2022 moved from 31 October to 30 November with the second change', () => {
    expect([due('surrender', {}, '2022'), due('surrender', {}, '2022.r2'), due('surrender', {}, '2022.r3')]).toEqual([
      '2022-10-31',
      '2022-10-31',
      '2022-11-30',
    ]);
  });
  it('says which date it does not know, instead of guessing', () => {
    expect(() => due('surrender', {}, '2023')).toThrow(/surrender\.due is not known/);
  });
  it('an expected date is provisional, a decided one is not', () => {
    expect(asked('deadline', { duty: 'surrender' }, '2022').provisional).toBe(true);
    expect(asked('deadline', { duty: 'first-report' })).toMatchObject({ provisional: false, because: [] });
  });
  it('cites the words of the notice', () => {
    expect(asked('deadline', { duty: 'surrender' }).cites).toContainEqual({
      instrument: '京环发〔2024〕8号',
      clause: '三(四)',
      quote: '碳排放配额清缴截止日期为2024年11月15日',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { atStage, opened, QUERY, REPORT, stageOf, V, type One } from './at-work.js';

const asks = (one: One, when: string, days?: number): string =>
  one.act(when, 'raise-query', days === undefined ? QUERY : { ...QUERY, days }, V);
const answers = (one: One, when: string, query = 1): string =>
  one.act(when, 'answer-query', { verifier: V, query, text: '没有' });
const reminders = (one: One): string[] => one.sent('reminder', 'verification-report');

describe('三(二) 须于2024年7月15日前 — the verifier has no day of its own but the unit’s', () => {
  it('is reminded 14, 7 and 3 days before, whether or not it has accepted', () => {
    for (const stage of ['engaged', 'accepted'] as const) {
      const one = atStage(stage);
      one.until('2024-07-15 23:59:59');
      expect(reminders(one)).toEqual(['07-01 09:00 V-01', '07-08 09:00 V-01', '07-12 09:00 V-01']);
      expect(one.sent('overdue')).toEqual([]);
    }
  });

  it('silent to the end of the day, it is overdue with the next instant, and the unit hears of it too', () => {
    const one = atStage('engaged');
    one.until('2024-07-16 00:00:00');
    expect(one.sent('overdue').sort()).toEqual(['07-16 00:00 V-01', '07-16 00:00 unit']);
    expect(stageOf(one)).toBe('engaged');
  });

  it('issued in the last second it is in time, in the next one late', () => {
    for (const [when, late] of [
      ['2024-07-15 23:59:59', false],
      ['2024-07-16 00:00:00', true],
    ] as const) {
      const one = atStage('accepted');
      expect(one.act(when, 'issue-verification-report', REPORT, V)).toBe('done');
      expect(one.duty('verification-report')).toMatchObject({ state: 'done', late });
    }
  });

  it('engaged after the date it owes its report all the same, and is reminded of nothing', () => {
    const one = opened();
    one.act('2024-07-20', 'engage-verifier', { verifier: V });
    one.until('2024-12-31');
    expect([reminders(one), one.sent('overdue')]).toEqual([[], []]);
    expect(one.duty('verification-report')).toMatchObject({ state: 'pending', dueOn: '2024-07-15' });
  });

  it('a date moved for this unit alone counts, be it before it is engaged or while it is at work', () => {
    const before = opened('2024-08-05');
    before.act('2024-06-02', 'engage-verifier', { verifier: V });
    const meanwhile = atStage('accepted');
    const extended = { duty: 'verified-report', dueOn: '2024-08-05', basis: '延期申请' };
    expect(meanwhile.act('2024-06-10', 'extend-deadline', extended, 'city/a')).toBe('done');
    for (const one of [before, meanwhile]) {
      one.until('2024-08-06 00:00:00');
      expect(reminders(one)).toEqual(['07-22 09:00 V-01', '07-29 09:00 V-01', '08-02 09:00 V-01']);
      expect(one.sent('overdue').sort()).toEqual(['08-06 00:00 V-01', '08-06 00:00 unit']);
    }
  });
});

describe('疑问、不符合项 — each with its days', () => {
  it('five natural days where the verifier names none: the last second is in time, the next is not', () => {
    const one = atStage('accepted');
    asks(one, '2024-06-10');
    asks(one, '2024-06-10', 1);
    expect(one.c.facts.verification?.queries.map(({ dueOn }) => dueOn)).toEqual(['2024-06-15', '2024-06-11']);
    one.until('2024-06-11 23:59:59');
    expect(one.happened('query-unanswered')).toEqual([]);
    one.until('2024-06-12 00:00:00');
    expect(one.happened('query-unanswered')).toEqual(['2024-06-12T00:00:00+08:00']);
    expect(answers(one, '2024-06-15 23:59:59')).toBe('done');
    one.until('2024-06-30');
    expect(one.happened('query-unanswered')).toHaveLength(1);
    expect(answers(one, '2024-06-30', 2)).toBe('done');
    const late = one.events
      .filter(({ type }) => type === 'query-answered')
      .map((event) => (event.with as { late?: boolean }).late);
    expect(late).toEqual([undefined, true]);
  });

  it('what is not settled leaves no room for an opinion without reserve, and for every other', () => {
    const one = atStage('accepted');
    asks(one, '2024-06-10');
    const issues = (opinion: string): string => one.act('2024-06-12', 'issue-verification-report', { ...REPORT, opinion }, V);
    expect(issues('unqualified')).toBe('too-early');
    answers(one, '2024-06-11');
    expect(issues('unqualified')).toBe('too-early');
    one.act('2024-06-12', 'close-query', { query: 1, result: 'stands', reason: '无证据' }, V);
    expect(issues('unqualified')).toBe('too-early');
    expect(issues('qualified')).toBe('done');
    expect(one.events.at(-1)?.with).toMatchObject({ findings: [{ finding: 'opinion-with-reserve', opinion: 'qualified' }] });
    expect(answers(one, '2024-06-13')).toBe('already-done');
  });

  it('figures that do not add up and differences that nobody explains are findings, and the report is taken', () => {
    const one = atStage('accepted');
    const sources = [
      { source: '天然气', reported: '60', verified: '61' },
      { source: '电力', reported: '38', verified: '39', explanation: '更正抄表数' },
    ];
    expect(one.act('2024-06-10', 'issue-verification-report', { ...REPORT, emissions: '99', sources }, V)).toBe('done');
    expect(one.events.at(-1)?.with).toMatchObject({
      findings: [
        { finding: 'sources-do-not-add-up', sum: '100', emissions: '99' },
        { finding: 'difference-not-explained', source: '天然气' },
      ],
    });
  });

  it('no more than two hundred are taken, and an ended engagement waits for no answer', () => {
    const one = atStage('accepted');
    for (let n = 0; n < 200; n += 1) expect(asks(one, '2024-06-10', 3)).toBe('done');
    expect(asks(one, '2024-06-10', 3)).toBe('too-many');
    one.act('2024-06-11', 'engage-verifier', { verifier: 'V-02' });
    one.until('2024-06-30');
    expect(one.happened('query-unanswered')).toEqual([]);
  });
});

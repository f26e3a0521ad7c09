import { describe, expect, it } from 'vitest';
import type { Terms } from '../../../domain/model/terms.js';
import { TERMS } from '../one-case.js';
import { atStage, V, type One } from './at-work.js';

const RECORD = 'verifier-filing/内部复核记录';
const terms: Terms = { ...TERMS, dates: { ...TERMS.dates, [RECORD]: '2024-07-31' } };
const files = (one: One, when: string): string =>
  one.act(when, 'submit-verifier-filing', { filing: '内部复核记录', sealed: true }, V);
const strikes = (one: One): string =>
  one.act('2024-06-20', 'strike-off-verifier', { verifier: V, basis: '考核不合格' }, 'city/a');
const replaces = (one: One): string => one.act('2024-06-20', 'engage-verifier', { verifier: 'V-02' });
const leaves = (one: One): string =>
  one.act('2024-06-20', 'leave', { to: 'national-market', basis: '2024-06-18 纳入全国市场', approvedBy: 'city/b' }, 'city/a');
const declines = (one: One): string => one.act('2024-06-20', 'decline-engagement', { reason: '人员不足' }, V);

describe('what a notice asks of verifiers besides ends with the engagement', () => {
  it.each([
    ['another one is engaged', 'accepted', replaces],
    ['another one is engaged after its report was returned', 'returned', replaces],
    ['it is struck off', 'accepted', strikes],
    ['it is struck off after its report was returned', 'returned', strikes],
    ['it steps back', 'accepted', declines],
    ['the unit leaves', 'issued', leaves],
  ] as const)('%s: nobody waits for it, is reminded of it or misses it', (_, stage, ends) => {
    const one = atStage(stage, terms);
    expect(one.duty(RECORD).state).toBe('pending');
    expect(ends(one)).toBe('done');
    expect(one.duty(RECORD).state).toBe('not-required');
    expect(files(one, '2024-06-21')).toBe('overtaken');
    one.until('2024-08-01 00:00:00');
    expect([one.sent('reminder', RECORD), one.sent('overdue'), one.duty(RECORD).state]).toEqual([[], [], 'not-required']);
  });

  it('engaged once more it owes it again, and is reminded of it', () => {
    const one = atStage('ended', terms);
    expect(one.act('2024-06-25', 'engage-verifier', { verifier: V })).toBe('done');
    expect(one.duty(RECORD)).toMatchObject({ state: 'pending', dueOn: '2024-07-31' });
    one.until('2024-08-01 00:00:00');
    expect(one.sent('reminder', RECORD)).toEqual(['07-17 09:00 V-01', '07-24 09:00 V-01', '07-28 09:00 V-01']);
    expect(one.duty(RECORD).state).toBe('overdue');
  });

  it('what was filed stays filed; where its report is filed and stands, it is owed though the verifier is struck off', () => {
    const filed = atStage('accepted', terms);
    expect(files(filed, '2024-06-10')).toBe('done');
    expect(replaces(filed)).toBe('done');
    expect(filed.duty(RECORD)).toMatchObject({ state: 'done', late: false });
    const stands = atStage('filed', terms);
    expect(strikes(stands)).toBe('done');
    expect(stands.duty(RECORD).state).toBe('pending');
    expect(files(stands, '2024-06-21')).toBe('done');
  });
});

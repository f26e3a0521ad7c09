import { describe, expect, it } from 'vitest';
import { allowance, begin, confirmed } from '../one-case.js';

type One = ReturnType<typeof begin>;
const again = (one: One, when: string, template: string, duty?: string): string =>
  one.act(when, 'resend-mail', { template, basis: '邮箱更正', ...(duty === undefined ? {} : { duty }) }, 'city/a');

describe('policy — 重发 › a mail sent again', () => {
  it('goes to all whom it went to, while what it says is so', () => {
    const one = begin();
    expect(again(one, '2024-06-15 10:00:00', 'overdue', 'first-report')).toBe('too-early');
    expect(again(one, '2024-06-15 10:00:01', 'reminder', 'first-report')).toBe('done');
    expect(again(one, '2024-06-16', 'overdue', 'first-report')).toBe('done');
    expect(again(one, '2024-06-16', 'referral', 'first-report')).toBe('done');
    expect(again(one, '2024-06-16', 'reminder', 'first-report')).toBe('too-early');
    expect(one.sent('overdue', 'first-report').slice(-2)).toEqual(['06-16 10:00 unit', '06-16 10:00 district']);
    expect(one.sent('referral').slice(-2)).toEqual(['06-16 10:00 unit', '06-16 10:00 city']);
    one.act('2024-06-17', 'submit-first-report', { emissions: '1', sealed: true });
    expect(again(one, '2024-06-18', 'referral', 'first-report')).toBe('too-early');
    expect(again(one, '2024-06-18', 'overdue', 'surrendering')).toBe('bad-input');
  });

  it('an order to put a shortfall right says what is still short now', () => {
    const one = confirmed('1000', [allowance('400')]);
    expect(again(one, '2024-11-15', 'rectification')).toBe('too-early');
    one.until('2024-11-16');
    expect(again(one, '2024-11-18', 'rectification')).toBe('done');
    expect(again(one, '2024-11-18', 'collection')).toBe('done');
    expect(again(one, '2024-11-18', 'decision', 'confirmation')).toBe('done');
    expect(one.mails.findLast(({ template }) => template === 'rectification')?.say).toMatchObject({ shortfall: '600' });
    expect(one.mails.at(-1)?.say).toMatchObject({ emissions: '1000', obligation: '1000' });
  });
});

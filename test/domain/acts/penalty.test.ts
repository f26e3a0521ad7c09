import { describe, expect, it } from 'vitest';
import { begin, confirmed } from '../one-case.js';

const decide = (one: ReturnType<typeof begin>, when: string, amount: string): object => {
  one.act(when, 'decide-penalty', { amount, basis: '处罚决定' }, 'city/a');
  return one.events.findLast(({ type }) => type === 'penalty-decided')?.with as object;
};

describe('五(二) — 对未按规定报送……将依法处理 › the penalty for a missing report', () => {
  it('is proposed when the report is referred: up to 50,000 yuan, provisional, for people to decide', () => {
    const one = begin();
    one.until('2024-06-16');
    const referral = one.events.find(({ type }) => type === 'referral-opened');
    expect(referral?.with).toEqual({ duty: 'first-report', proposal: { upTo: '50000', provisional: true } });
    expect(one.mails.find(({ template }) => template === 'referral')?.say).toMatchObject({ upTo: '50000' });
  });

  it('what people decide stands; above the proposal with a finding, at it without', () => {
    const one = begin();
    expect(decide(one, '2024-06-16', '50000.00')).not.toHaveProperty('finding');
    expect(decide(one, '2024-06-16', '50000.01')).toMatchObject({ amount: '50000.01', finding: '超过逾期未报送拟处罚款上限' });
    // the verified report is missing too from 16 July on: two reports, twice the amount
    expect(decide(one, '2024-07-16', '100000.00')).toMatchObject({ proposal: { upTo: '100000', referrals: 2 } });
    expect(decide(one, '2024-07-16', '100000.00')).not.toHaveProperty('finding');
  });

  it('a shortfall has its own measure: then the amount is no finding', () => {
    const one = confirmed('1000');
    one.until('2024-11-17');
    expect(decide(one, '2024-12-10', '300000.00')).not.toHaveProperty('finding');
  });
});

import { describe, expect, it } from 'vitest';
import type { OffsetEligibilityInput } from '../../domain/rules/offset-eligibility.js';
import { asked } from './asking.js';

const eligible = (recordedOn: string, usedOn: string, more: Partial<OffsetEligibilityInput> = {}): boolean =>
  (
    asked('offset-eligibility', { product: 'ccer', origin: 'beijing', recordedOn, usedOn, ...more }).answer as {
      eligible: boolean;
    }
  ).eligible;

describe('三(四) 2017年3月14日前已获得国家备案的核证自愿减排量', () => {
  it('于2024年12月31日前可用, 2025年1月1日起不再用于', () => {
    expect(eligible('2016-05-01', '2024-12-31')).toBe(true);
    expect(eligible('2016-05-01', '2025-01-01')).toBe(false);
  });
  it('recorded on 14 March 2017 is old, on 15 March new (policy: 前 includes the day)', () => {
    expect(eligible('2017-03-14', '2025-01-01')).toBe(false);
    expect(eligible('2017-03-15', '2025-01-01')).toBe(true);
    expect(eligible('2017-03-15', '2024-11-10')).toBe(true);
  });
  it('origin makes no difference to it', () => {
    expect(eligible('2016-05-01', '2025-01-01', { origin: 'outside' })).toBe(false);
    expect(eligible('2016-05-01', '2024-11-10', { origin: 'outside' })).toBe(true);
  });
  it('the answer is decided and says why in words', () => {
    const answer = asked('offset-eligibility', {
      product: 'ccer',
      origin: 'outside',
      recordedOn: '2016-05-01',
      usedOn: '2025-01-01',
    });
    expect(answer.provisional).toBe(false);
    expect(answer.answer).toEqual({
      eligible: false,
      because: '2017-03-14（含）前备案，2024-12-31之后不再可用 / recorded up to 2017-03-14: not usable after 2024-12-31',
    });
  });
});

describe('二(三) 经审定签发的项目减排量可按相关规定用于碳排放抵销', () => {
  it('carbon-inclusive credits know no such end', () => {
    expect(eligible('2016-05-01', '2025-06-01', { product: 'carbon-inclusive' })).toBe(true);
  });
});

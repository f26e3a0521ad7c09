import { describe, expect, it } from 'vitest';
import { answerTo, asked } from './asking.js';

describe('三(四) 使用比例不得高于当年核定碳排放量的5%', () => {
  it.each([
    ['98765.43', '4938', '2469'], // 4938.2715, 2469.13575
    ['100000', '5000', '2500'],
    ['99999.99', '4999', '2499'],
    ['39.99', '1', '0'],
    ['19', '0', '0'],
    ['20', '1', '0'],
    ['40', '2', '1'],
    ['0', '0', '0'],
  ])('of %s t: %s t in all, %s t from outside Beijing, both rounded down', (confirmed, all, outsideBeijing) => {
    expect(answerTo('offset-limit', { confirmed })).toEqual({ all, outsideBeijing });
  });
  it('the 5 % is decided, the 2.5 % only expected: the answer is provisional because of it alone', () => {
    const { provisional, because } = asked('offset-limit', { confirmed: '1' });
    expect(provisional).toBe(true);
    expect(because).toHaveLength(1);
    expect(because[0]).toMatch(/^offsets\.outside-share = 0\.025 is expected/);
  });
});

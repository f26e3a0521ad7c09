import { describe, expect, it } from 'vitest';
import { answerTo } from './asking.js';

describe('五(二) 逾期未清缴的碳排放单位，将依法处理', () => {
  it('3 to 5 times the average price times the missing tonnes', () => {
    expect(answerTo('penalty', { shortfall: '1000', averagePrice: '102' })).toEqual({ min: '306000.00', max: '510000.00' });
  });
  it('in yuan and fen, half up', () => {
    // 0.001 × 1.67 × 3 = 0.00501, × 5 = 0.00835; 1 × 0.005 × 3 = 0.015 → 0.02
    expect(answerTo('penalty', { shortfall: '0.001', averagePrice: '1.67' })).toEqual({ min: '0.01', max: '0.01' });
    expect(answerTo('penalty', { shortfall: '1', averagePrice: '0.005' })).toEqual({ min: '0.02', max: '0.03' });
    expect(answerTo('penalty', { shortfall: '0', averagePrice: '102' })).toEqual({ min: '0.00', max: '0.00' });
  });
});

import { describe, expect, it } from 'vitest';
import { answerTo } from './asking.js';

const check = (verified: string, spotChecked: string): Record<string, unknown> =>
  answerTo('spot-check', { verified, spotChecked }) as Record<string, unknown>;

describe('四(二) 抽查与核查排放量差异超过1000吨或10%以上的', () => {
  it('超过1000吨: exactly 1,000 t reminds nobody, 1,000.01 t does', () => {
    expect(check('98000', '99000')['remind']).toBe(false);
    expect(check('98000', '99000.01')['remind']).toBe(true);
    expect(check('99000.01', '98000')['remind']).toBe(true);
  });
  it('10%以上: exactly 10 % of the spot-checked amount reminds, a hundredth of a tonne less does not', () => {
    expect(check('4500', '5000')['remind']).toBe(true);
    expect(check('4500.01', '5000')['remind']).toBe(false);
    expect(check('5500', '5000')['remind']).toBe(true);
    // 500 t are 10 % of 5,000 t but less of 5,500 t: the spot-checked amount is the base
    expect(check('5000', '5500')['remind']).toBe(false);
  });
  it('gives tonnes, share and what binds', () => {
    expect(check('98000', '99001')).toEqual({
      differenceTonnes: '1001',
      differenceShare: '0.010111008979',
      remind: true,
      binding: '99001',
    });
  });
  it('an amount has one spelling', () => {
    expect(check('98000.50', '98000.50')).toMatchObject({ differenceTonnes: '0', binding: '98000.5' });
  });
  it('no difference reminds nobody, not even of nothing', () => {
    expect(check('0', '0')).toEqual({ differenceTonnes: '0', differenceShare: '0.000000000000', remind: false, binding: '0' });
    expect(check('5000', '5000')['remind']).toBe(false);
  });
  it('a spot check that finds nothing has no share to give', () => {
    expect(check('5', '0')).toEqual({ differenceTonnes: '5', differenceShare: null, remind: true, binding: '0' });
  });
  it('a share that is shown as less than it is does not decide', () => {
    // 0.1 − 10⁻¹⁴: shown cut to twelve decimals as 0.099999999999, judged exactly as less
    expect(check('900000.00000001', '1000000')['remind']).toBe(true);
    expect(check('900.00000000001', '1000')).toMatchObject({ remind: false, differenceShare: '0.099999999999' });
  });
});

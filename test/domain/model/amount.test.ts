import { describe, expect, it } from 'vitest';
import * as amount from '../../../domain/model/amount.js';

describe('amounts are exact decimals, written as text', () => {
  it('what floating-point numbers get wrong is right', () => {
    expect(amount.plus('0.1', '0.2')).toBe('0.3');
    expect(amount.times('389.31', '0.0153')).toBe('5.956443');
    expect(amount.sum(['999999999999999999', '0.000000000001'])).toBe('999999999999999999.000000000001');
  });

  it('policy — an obligation is rounded up, a cap down, an allocation half up', () => {
    expect(['98765.00', '98765.01', '98766'].map(amount.wholeTonnesUp)).toEqual(['98765', '98766', '98766']);
    expect(['4938.99', '4938', '0.99'].map(amount.wholeTonnesDown)).toEqual(['4938', '4938', '0']);
    expect(['10.49', '10.5', '11.5'].map(amount.wholeTonnesHalfUp)).toEqual(['10', '11', '12']);
  });

  it('policy — a part of emissions to a hundredth of a tonne, money to the fen, half up', () => {
    expect(['2162.224', '2162.225'].map(amount.hundredthsHalfUp)).toEqual(['2162.22', '2162.23']);
    expect(['306000', '0.005'].map(amount.yuan)).toEqual(['306000.00', '0.01']);
  });

  it('a share is cut for display, never rounded up to a threshold', () => {
    expect(amount.shareOf('1', '3')).toBe('0.333333333333');
    expect(amount.shareOf('2', '3')).toBe('0.666666666666');
  });

  it('compares by value, not by spelling; what is left is never less than nothing', () => {
    expect([amount.isEqual('1.0', '1'), amount.isLess('9', '10'), amount.smaller('9', '10')]).toEqual([true, true, '9']);
    expect([amount.rest('5', '7'), amount.rest('7', '5'), amount.distance('5', '7')]).toEqual(['0', '2', '2']);
  });

  it('takes plain numbers that are not negative, and tonnes that are whole', () => {
    expect(['0', '0.05', '98200', '1.000000000001'].every(amount.isAmount)).toBe(true);
    expect(['', '-1', '01', '.5', '1.', '1e3', '１', 'NaN', '1.0000000000001', '1 000'].some(amount.isAmount)).toBe(false);
    expect(['1', '999999999999999999'].every(amount.isPositiveWhole)).toBe(true);
    expect(['0', '1.0', '-1', '1000000000000000000'].some(amount.isPositiveWhole)).toBe(false);
  });
});

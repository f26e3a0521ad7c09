import { describe, expect, it } from 'vitest';
import { answerTo } from './asking.js';

describe('三(四) policy — 应清缴量 is rounded up to whole tonnes', () => {
  it.each([
    ['98765.43', '98766'],
    ['98765.000000000001', '98766'],
    ['98765', '98765'],
    ['98765.00', '98765'],
    ['0', '0'],
  ])('%s t confirmed oblige to %s t', (confirmed, obligation) => {
    expect(answerTo('obligation', { confirmed })).toEqual({ obligation });
  });
});

import { describe, expect, it } from 'vitest';
import { answerTo } from './asking.js';

describe('三(三)2 预发、核发 › final less pre-allocated', () => {
  it.each([
    ['70000', '97000', '27000', '0'],
    ['70000', '65000', '0', '5000'],
    ['70000', '70000', '0', '0'],
    ['0', '97000', '97000', '0'],
    ['70000', '0', '0', '70000'],
  ])('pre-allocated %s, final %s: issue %s, take back %s', (preAllocated, final, issue, takeBack) => {
    expect(answerTo('true-up', { preAllocated, final })).toEqual({ issue, takeBack });
  });
});

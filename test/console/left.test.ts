import { describe, expect, it } from 'vitest';
import { leftSaid, takenFrom } from '../../console/left.js';

const chinese = { say: (zh: string) => zh };
const english = { say: (_: string, en: string) => en };

describe('how long a last day is away', () => {
  it('says today, one day, several, and how long it has passed', () => {
    expect(leftSaid(chinese, '2024-11-15', '2024-11-15')).toBe('今天截止');
    expect(leftSaid(chinese, '2024-11-01', '2024-11-15')).toBe('还有 14\u00a0天');
    expect(leftSaid(english, '2024-11-14', '2024-11-15')).toBe('1 day left');
    expect(leftSaid(english, '2024-11-17', '2024-11-15')).toBe('2 days ago');
  });
});

describe('三(一)1「每月结束后」 — a month that has not ended', () => {
  it('is taken from the first day after it, and is to be done from then on', () => {
    expect(takenFrom('monthly-evidence/2024-11', '2024-11-01')).toBe('2024-12-01');
    expect(takenFrom('monthly-evidence/2024-11', '2024-11-30')).toBe('2024-12-01');
    expect(takenFrom('monthly-evidence/2024-11', '2024-12-01')).toBeUndefined();
    expect(takenFrom('monthly-evidence/2024-12', '2024-12-31')).toBe('2025-01-01');
  });

  it('what is of no month can be done now', () => {
    expect(takenFrom('surrender', '2024-11-01')).toBeUndefined();
    expect(takenFrom('further-filing/2024-99', '2024-11-01')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const application = { ground: '新增设施', tonnes: '6000', sealed: true };
const decide = (result: string, tonnes?: string) => ({ result, basis: '核定意见', ...(tonnes ? { tonnes } : {}) });

describe('三(二) — 于2024年7月15日前提交申请材料 › the application for an adjustment', () => {
  it('is a right to the last second of 15 July, and lapses with the day, without a mail', () => {
    const [inTime, late] = [begin(), begin()];
    expect(inTime.act('2024-07-15 23:59:59', 'apply-for-adjustment', application)).toBe('done');
    expect(late.act('2024-07-16 00:00:00', 'apply-for-adjustment', application)).toBe('right-lapsed');
    expect(late.duty('adjustment-application').state).toBe('not-required');
    expect(late.sent('overdue', 'adjustment-application')).toEqual([]);
    expect(late.happened('right-lapsed')).toEqual(['2024-07-16T00:00:00+08:00']);
  });

  it('四(一) — 配额申请材料 carry the seal of the unit', () => {
    expect(begin().act('2024-07-01', 'apply-for-adjustment', { ...application, sealed: false })).toBe('not-sealed');
  });

  it('the city decides what was applied for, once where it accepts', () => {
    const one = begin();
    expect(one.act('2024-07-02', 'decide-adjustment', decide('accept', '6000'), 'city/a')).toBe('too-early');
    one.act('2024-07-03', 'apply-for-adjustment', application);
    expect(one.act('2024-07-04', 'decide-adjustment', decide('accept', '5000'), 'city/a')).toBe('done');
    expect(one.c.facts.adjustment).toEqual({ state: 'accepted', tonnes: '5000' });
    expect(one.act('2024-07-05', 'decide-adjustment', decide('reject'), 'city/a')).toBe('already-done');
    expect(one.act('2024-07-05', 'apply-for-adjustment', application)).toBe('already-done');
  });

  it('二(二) — Annex 4 is not in hand: accepted without tonnes it would rest on a guess', () => {
    const one = begin();
    one.act('2024-07-03', 'apply-for-adjustment', application);
    expect(one.act('2024-07-04', 'decide-adjustment', decide('accept'), 'city/a')).toBe('provisional');
    expect(one.act('2024-07-04', 'decide-adjustment', decide('reject'), 'city/a')).toBe('done');
    expect(one.act('2024-07-05', 'apply-for-adjustment', application)).toBe('done');
  });
});

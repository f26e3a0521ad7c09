import { describe, expect, it } from 'vitest';
import { dueNext, onAct } from '../../../domain/cases/case.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import { allowance, at, begin, confirmed } from '../one-case.js';

type One = ReturnType<typeof begin>;
const close = (one: One, when: string): string => one.act(when, 'close-cycle', { basis: '周期总结' }, 'city/a');
const because = (one: One, when: string): string => {
  one.until(when);
  const answer = onAct(one.c, { id: 'x', do: 'close-cycle', by: 'city/a', at: at(when), with: { basis: 'x' } });
  return isRefusal(answer) ? answer.en : 'closed';
};

describe('policy — 周期结束 › a case is closed when nothing in it is cut off', () => {
  it('not before the confirmation, the allocation and the collection', () => {
    const one = begin({ holdings: [allowance('98200')] });
    expect(because(one, '2024-10-20')).toBe(
      '2024/BJ-0001/a-case cannot be closed yet: pre-allocation (2024-07-15); confirmation (2024-09-15); final-allocation (2024-09-15)',
    );
    one.act('2024-10-21', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
    one.act('2024-10-21', 'allocate', { amount: '1000', basis: '核定意见' }, 'city/a');
    one.act('2024-10-22', 'surrender', { quantity: '98200' });
    expect(because(one, '2024-11-15 23:59:59')).toContain('collection (2024-11-16)');
    expect(close(one, '2024-11-16 00:00:00')).toBe('done');
    expect([one.c.closed, dueNext(one.c)]).toEqual([true, undefined]);
    expect(close(one, '2024-11-17')).toBe('already-done');
  });

  it('not while the time to put things right runs; then what is short stays claimed', () => {
    const one = confirmed('1000', [allowance('400')]);
    one.act('2024-09-11', 'allocate', { amount: '1', basis: '核定意见' }, 'city/a');
    // short by 599 on Saturday 16 November; ten working days from Monday 18: Friday 29 November
    expect(because(one, '2024-11-29 23:59:59')).toContain('rectification (2024-11-29)');
    expect(close(one, '2024-11-30 00:00:00')).toBe('done');
    one.act('2024-12-01', 'decide-penalty', { amount: '1000.00', basis: '处罚决定' }, 'city/a');
    expect([one.account().shortfall, one.c.closed]).toEqual(['599', true]);
  });

  it('evidence: not while a window runs, of the unit or of the district that has something to check', () => {
    const one = begin({ kind: 'monthly-evidence' });
    one.act('2025-01-05', 'submit-monthly-evidence', { month: '2024-12', electricityMWh: '1', fuels: [], files: [] });
    // December's check: 20 January and 10 natural days
    expect(because(one, '2025-01-30 23:59:59')).toBe(
      '2024/BJ-0001/a-case cannot be closed yet: monthly-check/2024-12 (2025-01-30)',
    );
    expect(close(one, '2025-01-31 00:00:00')).toBe('done');
    expect([one.duty('monthly-evidence/2024-11').state, one.duty('monthly-check/2024-12').state]).toEqual(['missing', 'missing']);
    expect(one.duty('monthly-check/2024-11').state).toBe('not-required');
  });

  it('not over an application that nobody has decided', () => {
    const one = begin({ kind: 'compliance-cycle', unit: { mustBeVerified: false } });
    one.act('2024-06-01', 'apply-for-adjustment', { ground: '新增设施', tonnes: '1', sealed: true });
    expect(because(one, '2024-12-01')).toContain('an adjustment application to decide');
  });

  it('a unit that has left has nothing to wait for', () => {
    const one = begin();
    one.act('2024-05-20', 'leave', { to: 'none', basis: '名单调整' }, 'city/a');
    expect(close(one, '2024-05-21')).toBe('done');
  });
});

describe('policy — 更正 › a closed case takes in corrections alone, and opens again by them', () => {
  const closed = (): One => {
    const one = confirmed('1000', [allowance('1500')]);
    one.act('2024-09-11', 'allocate', { amount: '900', basis: '核定意见' }, 'city/a');
    one.act('2024-10-01', 'surrender', { quantity: '1000' });
    close(one, '2024-12-01');
    return one;
  };

  it('nothing else', () => {
    const one = closed();
    const trade = { from: 'BJ-0001', to: 'BJ-0002', quantity: '1', price: '90' };
    expect(one.act('2024-12-02', 'settle-trade', trade, 'exchange')).toBe('cycle-closed');
    expect(one.act('2024-12-02', 'submit-data-quality-plan', { sealed: true })).toBe('cycle-closed');
    expect(one.act('2024-12-02', 'extend-deadline', { duty: 'surrender', dueOn: '2025-01-01', basis: 'x' }, 'city/a')).toBe(
      'cycle-closed',
    );
    expect(one.c.closed).toBe(true);
  });

  it('a correction upwards has its own window and collection; then the city closes it again', () => {
    const one = closed();
    expect(one.act('2024-12-02', 'correct-emissions', { emissions: '1100', basis: '复查' }, 'city/a')).toBe('done');
    expect(one.c.closed).toBeUndefined();
    // ten working days from Tuesday 3 December: Monday 16 December
    expect(one.duty('surrender')).toMatchObject({ state: 'pending', dueOn: '2024-12-16' });
    expect(close(one, '2024-12-16')).toBe('still-running');
    one.until('2024-12-17 00:00:00');
    expect(one.c.facts.collected.allowances).toBe('100');
    expect(close(one, '2024-12-17')).toBe('done');
    expect(one.happened('case-reopened')).toEqual(['2024-12-02T10:00:00+08:00']);
  });

  it('a correction that is refused leaves it closed', () => {
    const one = begin();
    one.act('2024-05-20', 'leave', { to: 'none', basis: '名单调整' }, 'city/a');
    close(one, '2024-05-21');
    expect(one.act('2024-05-22', 'correct-emissions', { emissions: '1', basis: 'x' }, 'city/a')).toBe('too-early');
    expect(one.c.closed).toBe(true);
  });
});

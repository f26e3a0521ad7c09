import { describe, expect, it } from 'vitest';
import { admit } from '../../../desk/admit.js';
import { allowance, begin, confirmed, UNIT } from '../one-case.js';

const gone = { to: 'national-market', basis: '名单调整' };
const report = { emissions: '98200', sealed: true };
const amount = { amount: '70000', basis: '预发方案' };

describe('policy — 退出名单 › a unit that leaves before its emissions are confirmed', () => {
  it('owes what it had missed by then, and nothing that was still to come', () => {
    const one = begin();
    expect(one.act('2024-06-16', 'leave', gone, 'city/a')).toBe('done');
    const states = ['first-report', 'verified-report', 'confirmation', 'final-allocation', 'surrender', 'collection'].map(
      (name) => one.duty(name).state,
    );
    expect(states).toEqual(['overdue', 'not-required', 'not-required', 'not-required', 'not-required', 'not-required']);
    expect(one.act('2024-06-17', 'submit-first-report', report)).toBe('done');
    expect(one.act('2024-06-17', 'submit-verified-report', { ...report, verifierReport: {} })).toBe('not-required');
    expect(one.act('2024-09-10', 'confirm-emissions', { emissions: '1', basis: 'x' }, 'city/a')).toBe('not-required');
    one.until('2025-01-31');
    expect(one.sent('overdue')).toEqual(['06-16 00:00 unit', '06-16 00:00 district']);
    expect(one.sent('decision')).toEqual(['06-16 10:00 unit']);
  });

  it('in the last second of 15 June the first report is still to come, and is not asked any more', () => {
    const one = begin();
    one.act('2024-06-15 23:59:59', 'leave', gone, 'city/a');
    expect(one.duty('first-report').state).toBe('not-required');
    expect(one.act('2024-06-16', 'submit-first-report', report)).toBe('not-required');
  });

  it('gives its pre-allocation back, what it sold as a debt; its account stays', () => {
    const one = begin({ holdings: [allowance('100', 2021)] });
    one.act('2024-07-10', 'pre-allocate', amount, 'city/a');
    one.act('2024-07-11', 'settle-trade', { from: 'BJ-0001', to: 'BJ-0002', quantity: '69000', price: '90' }, 'exchange');
    one.act('2024-07-12', 'leave', gone, 'city/a');
    // 70000 − 69000 = 1000 left of the pre-allocation and 100 of its own: 1100 taken of 70000, 68900 owed
    expect(one.c.facts).toMatchObject({ takenBack: '1100', debt: '68900' });
    expect(one.act('2024-07-13', 'leave', gone, 'city/a')).toBe('already-done');
    expect(one.act('2024-07-13', 'merge', { into: 'BJ-0002', basis: 'x' }, 'city/a')).toBe('already-done');
  });
});

describe('policy — 退出名单 › a unit that leaves after the confirmation', () => {
  it('settles the emission year as determined: it surrenders, or is collected from', () => {
    const [gives, waits] = [confirmed('1000', [allowance('1000')]), confirmed('1000', [allowance('1000')])];
    for (const one of [gives, waits]) expect(one.act('2024-09-20', 'leave', gone, 'city/a')).toBe('done');
    expect(gives.act('2024-10-01', 'surrender', { quantity: '1000' })).toBe('done');
    waits.until('2024-11-16 00:00:00');
    expect([gives.duty('surrender').state, waits.c.facts.collected.allowances]).toEqual(['done', '1000']);
  });

  it('sends the packages of months that had ended, and not that of the month in which it goes', () => {
    const one = begin({ kind: 'monthly-evidence' });
    one.act('2024-09-01 00:00:00', 'leave', gone, 'city/a');
    const states = ['08', '09', '12'].map((month) => one.duty(`monthly-evidence/2024-${month}`).state);
    expect(states).toEqual(['pending', 'not-required', 'not-required']);
    const august = begin({ kind: 'monthly-evidence' });
    august.act('2024-08-31 23:59:59', 'leave', gone, 'city/a');
    expect(august.duty('monthly-evidence/2024-08').state).toBe('not-required');
    const evidence = { month: '2024-09', electricityMWh: '1', fuels: [], files: [] };
    expect(one.act('2024-10-02', 'submit-monthly-evidence', evidence)).toBe('not-required');
    expect(one.act('2024-09-02', 'submit-monthly-evidence', { ...evidence, month: '2024-08' })).toBe('done');
    expect(one.sent('decision')).toEqual([]);
  });
});

describe('policy — 合并 › a unit that is merged into another', () => {
  const into = { into: 'BJ-0002', basis: '吸收合并' };
  const moved = (quantity: string) => ({ from: 'BJ-0001', into: 'BJ-0002', quantity, basis: '划转' });

  it('keeps what it owes until it is settled; then its allowances can be moved, and only there', () => {
    const one = confirmed('1000', [allowance('1500', 2022)]);
    expect(one.act('2024-09-20', 'move-allowances', moved('1'), 'city/a')).toBe('not-allowed');
    expect(one.act('2024-09-20', 'merge', into, 'city/a')).toBe('done');
    expect(one.duty('surrender').state).toBe('pending');
    expect(one.act('2024-09-21', 'move-allowances', moved('500'), 'city/a')).toBe('too-early');
    one.act('2024-10-01', 'surrender', { quantity: '1000' });
    expect(one.act('2024-10-02', 'move-allowances', moved('501'), 'city/a')).toBe('insufficient-holdings');
    expect(one.act('2024-10-02', 'move-allowances', moved('500'), 'city/a')).toBe('done');
    expect([one.account().lots, one.other().lots].map((lots) => lots.map((lot) => lot.quantity))).toEqual([['0'], ['500']]);
  });

  it('waits for the confirmation: before it nobody knows what is owed', () => {
    const one = begin({ holdings: [allowance('1500')] });
    one.act('2024-06-01', 'merge', into, 'city/a');
    expect(one.act('2024-06-02', 'move-allowances', moved('1'), 'city/a')).toBe('too-early');
  });
});

describe('policy — 主管区变更 › a unit that moves to another district', () => {
  it('is told of, with both districts; from then on the new one hears of what is missed', () => {
    const one = begin();
    expect(one.act('2024-06-10', 'move-district', { district: 'chaoyang', basis: '迁址' }, 'city/a')).toBe('already-done');
    expect(one.act('2024-06-10', 'move-district', { district: 'haidian', basis: '迁址' }, 'city/a')).toBe('done');
    expect(one.c.unit.district).toBe('haidian');
    expect(one.sent('district-moved')).toEqual(['06-10 10:00 unit', '06-10 10:00 chaoyang', '06-10 10:00 haidian']);
  });
});

describe('三(一)1 三(二) — the register’s flags › what is not asked of a unit', () => {
  it('need not settle: reports and is confirmed, owes nothing, and none of it is taken', () => {
    const one = begin({ unit: { mustSettle: false }, holdings: [allowance('5')] });
    expect(one.duty('pre-allocation').state).toBe('not-required');
    expect(one.act('2024-07-01', 'pre-allocate', amount, 'city/a')).toBe('not-required');
    expect(one.act('2024-09-10', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a')).toBe('done');
    expect(one.c.facts).toMatchObject({ confirmed: '98200', obligation: '0' });
    expect(one.act('2024-09-11', 'allocate', amount, 'city/a')).toBe('not-required');
    expect(one.act('2024-09-11', 'surrender', { quantity: '1' })).toBe('not-required');
    expect(one.act('2024-09-12', 'correct-emissions', { emissions: '99000', basis: '更正' }, 'city/a')).toBe('done');
    expect(one.c.facts.obligation).toBe('0');
    one.until('2024-12-31');
    expect([one.duty('surrender').state, one.duty('collection').state, one.account().lots[0]?.quantity]).toEqual([
      'not-required',
      'not-required',
      '5',
    ]);
    expect(one.sent('overdue', 'final-allocation')).toEqual([]);
  });

  it('need not be verified: no verified report is due and no first check; the city states what it confirms', () => {
    const one = begin({ unit: { mustBeVerified: false } });
    expect([one.duty('verified-report').state, one.duty('first-check').state]).toEqual(['not-required', 'not-required']);
    expect(one.act('2024-06-01', 'appoint-verifier', { verifier: 'V-01' })).toBe('not-required');
    expect(one.act('2024-09-10', 'confirm-emissions', {}, 'city/a')).toBe('too-early');
    expect(one.act('2024-09-10', 'confirm-emissions', { emissions: '1', basis: '初次报告' }, 'city/a')).toBe('done');
  });

  it('an amendment brings back nothing that is not asked', () => {
    const one = begin({ unit: { mustSettle: false } });
    const deadlines = { surrender: '2024-11-30', 'adjustment-application': '2024-07-31' };
    one.act('2024-06-01', 'adopt-revision', { revision: 2, basis: '通告', digest: 'sha256:2', deadlines }, 'city/a');
    expect([one.duty('surrender').state, one.duty('adjustment-application').state]).toEqual(['not-required', 'not-required']);
    expect(one.sent('revision-adopted')).toEqual([]);
  });
});

describe('三(一)1 — 新增重点碳排放单位 › a unit listed in mid-year', () => {
  const newcomer = { newlyListed: true, listedOn: '2024-08-10' };

  it('plans its data with its first package; what was due before it was listed is none of its duties', () => {
    const one = begin({ from: '2024-08-10', unit: newcomer });
    // August ends on the 31st, 20 natural days later it is 20 September
    expect(one.duty('data-quality-plan')).toMatchObject({ state: 'pending', dueOn: '2024-09-20' });
    expect(one.duty('first-report').before).toBe(true);
    expect(one.duty('confirmation')).toMatchObject({ state: 'pending', dueOn: '2024-09-15' });
    one.until('2024-09-21');
    expect(one.sent('overdue', 'data-quality-plan')).toEqual(['09-21 00:00 unit', '09-21 00:00 district']);
  });

  it('with the first report, where that is later', () => {
    const one = begin({ from: '2024-05-10', unit: { ...newcomer, listedOn: '2024-04-30' } });
    // April's package would be due on 20 May
    expect(one.duty('data-quality-plan').dueOn).toBe('2024-06-15');
  });

  it('sends the package of the month in which it was listed, and of none that had ended before', () => {
    const states = (listedOn: string) => {
      const one = begin({ kind: 'monthly-evidence', from: listedOn, unit: { ...newcomer, listedOn } });
      return ['07', '08'].map((month) => one.duty(`monthly-evidence/2024-${month}`).state);
    };
    expect(states('2024-07-31')).toEqual(['pending', 'pending']);
    expect(states('2024-08-01')).toEqual(['not-required', 'pending']);
  });
});

describe('acts on the register › at the door', () => {
  const units = new Map(
    [UNIT, { ...UNIT, id: 'BJ-0002' }, { ...UNIT, id: 'BJ-0003', mergedInto: 'BJ-0001' }].map((u) => [u.id, u]),
  );
  const merging = (into: string) =>
    admit({ by: 'city/a', approvedBy: 'city/b', do: 'merge', for: 'BJ-0001', with: { into, basis: 'x' } }, { units });

  it('a unit is merged into another one that is listed', () => {
    expect(merging('BJ-0002')).toMatchObject({ unit: 'BJ-0001', case: 'compliance-cycle', everyCase: true });
    expect(merging('BJ-0009')).toMatchObject({ refused: 'unknown-unit' });
    expect(merging('BJ-0001')).toMatchObject({ refused: 'bad-input', path: ['with', 'into'] });
    expect(merging('BJ-0003')).toMatchObject({ refused: 'not-eligible' });
  });
});

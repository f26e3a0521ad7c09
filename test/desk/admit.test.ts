import { describe, expect, it } from 'vitest';
import { admit, type RawAct } from '../../desk/admit.js';
import type { Unit } from '../../domain/model/case.js';
import { isRefusal } from '../../domain/model/refusal.js';

const unit = (id: string, kind: Unit['kind'], district: string): Unit => ({
  id,
  name: id,
  kind,
  district,
  newlyListed: false,
});
const register = {
  units: new Map(
    [unit('BJ-0001', 'key', 'chaoyang'), unit('BJ-0002', 'key', 'haidian'), unit('BJ-9001', 'general', 'chaoyang')].map((u) => [
      u.id,
      u,
    ]),
  ),
};
const refusalOf = (raw: RawAct) => {
  const answer = admit(raw, register);
  if (!isRefusal(answer)) throw new Error(`admitted: ${JSON.stringify(answer)}`);
  return answer;
};
const codeOf = (raw: RawAct) => refusalOf(raw).refused;
const report = { emissions: '98000', sealed: true };
const city = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001' };

describe('the door, in the order of the contract', () => {
  it('admits a unit’s act about itself without "for"', () => {
    expect(admit({ by: 'BJ-0001', do: 'submit-first-report', with: report }, register)).toEqual({
      act: { do: 'submit-first-report', by: 'BJ-0001', with: report },
      unit: 'BJ-0001',
      case: 'compliance-cycle',
    });
  });

  it('asks for the fuels and the files of monthly evidence, be it an empty list', () => {
    const brings = { month: '2024-05', electricityMWh: '10', fuels: [], files: [] };
    const admitted = admit({ by: 'BJ-0001', do: 'submit-monthly-evidence', with: brings }, register);
    expect(admitted).toMatchObject({ case: 'monthly-evidence', act: { with: brings } });
    for (const left of ['fuels', 'files'] as const) {
      const { [left]: _left, ...rest } = brings;
      expect(admit({ by: 'BJ-0001', do: 'submit-monthly-evidence', with: rest }, register)).toMatchObject({
        refused: 'bad-input',
      });
    }
  });

  it('answers unknown-unit before unknown-act before bad-input before not-allowed', () => {
    expect(codeOf({ by: 'BJ-7777', do: 'dance', with: { x: 1 } })).toBe('unknown-unit');
    expect(codeOf({ by: 'BJ-0001', do: 'dance', with: { x: 1 } })).toBe('unknown-act');
    expect(codeOf({ by: 'BJ-0001', do: 'toString' })).toBe('unknown-act');
    expect(codeOf({ by: 'haidian', for: 'BJ-0001', do: 'first-check', with: { result: 'maybe' } })).toBe('bad-input');
    expect(codeOf({ by: 'haidian', for: 'BJ-0001', do: 'first-check', with: { result: 'pass' } })).toBe('not-allowed');
  });

  it.each<[string, RawAct, (string | number)[]]>([
    ['an unknown key', { by: 'BJ-0001', do: 'submit-first-report', with: { ...report, colour: 'red' } }, ['with', 'colour']],
    ['a missing seal', { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '1' } }, ['with', 'sealed']],
    ['a missing basis', { ...city, do: 'allocate', with: { amount: '97000' } }, ['with', 'basis']],
    ['a number where a string belongs', { by: 'BJ-0001', do: 'surrender', with: { quantity: 5 } }, ['with', 'quantity']],
    ['a quantity of zero', { by: 'BJ-0001', do: 'surrender', with: { quantity: '0' } }, ['with', 'quantity']],
    ['a quantity with a fraction', { by: 'BJ-0001', do: 'surrender', with: { quantity: '1.5' } }, ['with', 'quantity']],
    [
      'negative emissions',
      { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '-1', sealed: true } },
      ['with', 'emissions'],
    ],
    [
      'a month that is none',
      { by: 'BJ-0001', do: 'submit-monthly-evidence', with: { month: '2024-13', electricityMWh: '1' } },
      ['with', 'month'],
    ],
    [
      'a lot named twice',
      {
        by: 'BJ-0001',
        do: 'surrender',
        with: {
          lots: [
            { lot: 'BJ-0001/L1', quantity: '1' },
            { lot: 'BJ-0001/L1', quantity: '2' },
          ],
        },
      },
      ['with', 'lots', 1, 'lot'],
    ],
    [
      'a price in thousandths',
      { by: 'exchange', do: 'settle-trade', with: { from: 'BJ-0001', to: 'BJ-0002', quantity: '1', price: '1.005' } },
      ['with', 'price'],
    ],
    [
      'a trade with itself',
      { by: 'exchange', do: 'settle-trade', with: { from: 'BJ-0001', to: 'BJ-0001', quantity: '1', price: '1' } },
      ['with', 'to'],
    ],
    ['a penalty in thousandths', { ...city, do: 'decide-penalty', with: { amount: '1.005', basis: 'x' } }, ['with', 'amount']],
    ['an adopted revision about one unit', { ...city, do: 'adopt-revision', with: { revision: 2 } }, ['for']],
    ['an alarm released for one unit', { ...city, do: 'release-alarm', with: { alarm: 1, reason: 'x' } }, ['for']],
  ])('refuses %s as bad-input and says where', (_what, raw, path) => {
    const refusal = refusalOf(raw);
    expect(refusal).toMatchObject({ refused: 'bad-input', path });
    expect(refusal.zh).toMatch(/\p{Script=Han}/u);
    expect(refusal.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('knows districts by their id and their officers, and no others', () => {
    const check: RawAct = { by: 'chaoyang', for: 'BJ-0001', do: 'first-check', with: { result: 'pass' } };
    expect(isRefusal(admit(check, register))).toBe(false);
    expect(isRefusal(admit({ ...check, by: 'chaoyang/wang' }, register))).toBe(false);
    expect(codeOf({ ...check, by: 'chaoyang/' })).toBe('bad-input');
    expect(codeOf({ ...check, by: 'chaoyangx' })).toBe('not-allowed');
    expect(codeOf({ ...check, by: 'city/a' })).toBe('not-allowed');
  });

  it('keeps key and general units apart', () => {
    expect(codeOf({ by: 'BJ-9001', do: 'submit-first-report', with: report })).toBe('not-allowed');
    expect(codeOf({ by: 'BJ-0001', do: 'submit-general-report', with: report })).toBe('not-allowed');
    expect(codeOf({ by: 'chaoyang', for: 'BJ-0001', do: 'check-general-report', with: { result: 'pass' } })).toBe('not-allowed');
    expect(codeOf({ by: 'chaoyang', for: 'BJ-9001', do: 'first-check', with: { result: 'pass' } })).toBe('not-allowed');
    expect(codeOf({ by: 'BJ-0002', for: 'BJ-0001', do: 'submit-first-report', with: report })).toBe('not-allowed');
  });

  it('asks two officers of the city, and looks at the party first', () => {
    const allocate = { do: 'allocate', for: 'BJ-0001', with: { amount: '97000', basis: '核定意见' } };
    expect(codeOf({ ...allocate, by: 'city/a' })).toBe('same-officer');
    expect(codeOf({ ...allocate, by: 'city/a', approvedBy: 'city/a' })).toBe('same-officer');
    expect(codeOf({ ...allocate, by: 'city/a', approvedBy: 'chaoyang' })).toBe('not-allowed');
    expect(codeOf({ ...allocate, by: 'chaoyang' })).toBe('not-allowed');
    expect(admit({ ...allocate, by: 'city', approvedBy: 'city/b' }, register)).toMatchObject({ refused: 'not-allowed' });
  });

  it('takes a trade as the seller’s, and knows both sides', () => {
    const trade = {
      by: 'exchange',
      do: 'settle-trade',
      with: { from: 'BJ-0001', to: 'BJ-0002', quantity: '10', price: '104.89' },
    };
    expect(admit(trade, register)).toMatchObject({ unit: 'BJ-0001', other: 'BJ-0002', case: 'compliance-cycle' });
    expect(codeOf({ ...trade, with: { ...trade.with, to: 'BJ-7777' } })).toBe('unknown-unit');
    expect(admit({ ...trade, with: { ...trade.with, from: 'BJ-9001' } }, register)).toMatchObject({ case: 'general-report' });
    expect(codeOf({ ...trade, by: 'BJ-0001' })).toBe('not-allowed');
  });
});

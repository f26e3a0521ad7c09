import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, otherUnitOf, touchesAccount } from '../../../domain/carry/carry.js';
import type { Account, Lot, Posting } from '../../../domain/model/account.js';
import { isZero, sum } from '../../../domain/model/amount.js';
import { isRefusal } from '../../../domain/model/refusal.js';
import type { AccountEffect, Claim, Step } from '../../../domain/model/step.js';
import { allowance, at, ccer, TERMS } from '../one-case.js';

const account = (unit: string, ...facts: readonly Omit<Lot, 'lot' | 'n'>[]): Account => ({
  unit,
  debt: '0',
  shortfall: '0',
  frozen: false,
  lots: facts.map((one, index) => ({ lot: `${unit}/L${String(index + 1)}`, n: index + 1, ...one })),
});
const step = (...effects: readonly AccountEffect[]): Step => ({
  key: 'act:a',
  of: { case: '2024/A/compliance-cycle', cycle: 2024 },
  at: at('2024-11-01'),
  by: 'BJ-0001',
  events: [],
  effects,
});
const claim = (on: string): Claim => ({
  obligation: '98200',
  confirmed: '98200',
  surrendered: { allowances: '0', offsets: '0', outside: '0' },
  on,
  share: TERMS.offsets.share,
  outsideShare: TERMS.offsets.outsideShare,
  deadline: TERMS.dates.surrender,
  oldRecordedUpTo: TERMS.offsets.oldRecordedUpTo,
  oldUsableTo: TERMS.offsets.oldUsableTo,
});
const surrender = (on: string, lot: string, quantity: string): AccountEffect => ({
  kind: 'surrender',
  claim: claim(on),
  owed: '98200',
  fulfils: true,
  lots: [{ lot, quantity }],
  accepted: [{ lot, quantity }],
});

const codeOf = (answer: ReturnType<typeof carry>): string => (isRefusal(answer) ? answer.refused : 'done');
const carried = (answer: ReturnType<typeof carry>) => {
  if (isRefusal(answer)) throw new Error(answer.en);
  return answer;
};
const balance = (postings: readonly Posting[]): boolean => isZero(sum(postings.map(({ quantity }) => quantity)));

describe('carrying a step out on an account', () => {
  it('a step without work on the account needs none', () => {
    const mail = { kind: 'mail', to: 'unit', template: 'reminder' } as const;
    expect(touchesAccount({ ...step(), effects: [mail] })).toBe(false);
    expect(carried(carry({ ...step(), effects: [mail] }, undefined))).toMatchObject({ mails: [mail], postings: [] });
    expect(() => carry(step({ kind: 'take-back', quantity: '1' }), undefined)).toThrow('needs an account');
  });

  it('a trade is one transaction for both accounts: newest vintage first, each lot it came from arrives as one', () => {
    const trade = step({ kind: 'transfer', to: 'B', quantity: '700', price: '100.00' });
    expect(otherUnitOf(trade)).toBe('B');
    const done = carried(carry(trade, account('A', allowance('500', 2022), allowance('400', 2023)), account('B')));
    const [seller, buyer] = done.accounts;
    expect(seller?.lots.map(({ quantity }) => quantity)).toEqual(['200', '0']);
    expect(buyer?.lots.map(({ lot, vintage, quantity }) => [lot, vintage, quantity])).toEqual([
      ['B/L1', 2023, '400'],
      ['B/L2', 2022, '300'],
    ]);
    expect([done.told?.unit, balance(done.postings)]).toEqual(['B', true]);
  });

  it('lots that expire are not traded; more than the rest is refused and nothing moves', () => {
    const seller = account('A', { ...allowance('500'), expiresOn: '2024-11-15' }, allowance('99'));
    expect(codeOf(carry(step({ kind: 'transfer', to: 'B', quantity: '100', price: '1' }), seller, account('B')))).toBe(
      'insufficient-holdings',
    );
    expect(seller.lots.map(({ quantity }) => quantity)).toEqual(['500', '99']);
  });

  it('三(四) — an old CCER may be used on 31 December 2024, and no more on 1 January 2025; a newer one may', () => {
    const old = account('A', ccer('10', 'beijing', '2017-03-14'), ccer('10', 'beijing', '2017-03-15'));
    expect(codeOf(carry(step(surrender('2024-12-31', 'A/L1', '10')), old))).toBe('done');
    expect(codeOf(carry(step(surrender('2025-01-01', 'A/L1', '10')), old))).toBe('not-eligible');
    expect(codeOf(carry(step(surrender('2025-01-01', 'A/L2', '10')), old))).toBe('done');
  });

  it('a frozen account gives nothing of its own will; what the law takes or brings still moves', () => {
    const frozen = { ...account('A', allowance('500')), frozen: true };
    expect(codeOf(carry(step(surrender('2024-11-01', 'A/L1', '10')), frozen))).toBe('account-frozen');
    expect(codeOf(carry(step({ kind: 'transfer', to: 'B', quantity: '1', price: '1' }), frozen, account('B')))).toBe(
      'account-frozen',
    );
    expect(codeOf(carry(step({ kind: 'take-back', quantity: '10' }), frozen))).toBe('done');
  });

  it('policy — a credit meets the debt first, then what a collection found short; the rest stays', () => {
    const owing = { ...account('A'), debt: '300', shortfall: '200' };
    const credit: AccountEffect = { kind: 'credit', reason: 'auction', lots: [allowance('600')] };
    const done = carried(carry(step(credit), owing));
    expect(done.accounts[0]).toMatchObject({ debt: '0', shortfall: '0', lots: [{ quantity: '100' }] });
    expect(done.events.map(({ type }) => type)).toEqual(['credited', 'taken-back', 'collected', 'rectification-closed']);
  });

  it('whatever is credited and taken back: postings sum to zero, no lot is negative, the debt is what was not there', () => {
    const tonnes = fc.integer({ min: 1, max: 1_000_000 }).map(String);
    fc.assert(
      fc.property(fc.array(tonnes, { minLength: 1, maxLength: 5 }), tonnes, (credits, back) => {
        const credit: AccountEffect = { kind: 'credit', reason: 'opening', lots: credits.map((quantity) => allowance(quantity)) };
        const done = carried(carry(step(credit, { kind: 'take-back', quantity: back }), account('A')));
        const [after] = done.accounts;
        const held = BigInt(sum(after?.lots.map(({ quantity }) => quantity) ?? []));
        const net = BigInt(sum(credits)) - BigInt(back);
        expect(balance(done.postings)).toBe(true);
        expect(after?.lots.some(({ quantity }) => quantity.startsWith('-'))).toBe(false);
        expect(held - BigInt(after?.debt ?? '0')).toBe(net);
        expect(held === 0n || after?.debt === '0').toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../domain/carry/checks.js';
import { carry } from '../../../domain/carry/carry.js';
import { reverseMovement } from '../../../domain/acts/reversal.js';
import type { Account, Lot } from '../../../domain/model/account.js';
import { isRefusal, type Refusal } from '../../../domain/model/refusal.js';
import type { AccountEffect, Claim, Step } from '../../../domain/model/step.js';
import { allowance, at, ccer, confirmed, TERMS } from '../one-case.js';

const account = (lots: readonly Omit<Lot, 'lot' | 'n'>[], more: Partial<Account> = {}): Account => ({
  unit: 'A',
  debt: '0',
  shortfall: '0',
  frozen: false,
  lots: lots.map((one, index) => ({ lot: `A/L${String(index + 1)}`, n: index + 1, ...one })),
  ...more,
});
const OTHER: Account = { ...account([]), unit: 'B' };
const step = (effect: AccountEffect): Step => ({
  key: 'act:a',
  of: { case: '2024/A/compliance-cycle', cycle: 2024 },
  at: at('2024-11-01'),
  by: 'A',
  events: [],
  effects: [effect],
});
const claim: Claim = {
  obligation: '1000',
  confirmed: '1000',
  surrendered: { allowances: '0', offsets: '0', outside: '0' },
  on: '2024-11-01',
  share: TERMS.offsets.share,
  outsideShare: TERMS.offsets.outsideShare,
  deadline: TERMS.dates.surrender,
  oldRecordedUpTo: TERMS.offsets.oldRecordedUpTo,
  oldUsableTo: TERMS.offsets.oldUsableTo,
};
const lots = (quantity: string, lot = 'A/L1') => [{ lot, quantity }];
const surrender = (asked: Partial<Extract<AccountEffect, { kind: 'surrender' }>>): AccountEffect => ({
  kind: 'surrender',
  claim,
  owed: '1000',
  accepted: [],
  fulfils: true,
  ...asked,
});
/** What an account says, and the same account asked for one tonne less, or without the one thing that is wrong. */
const told = (effect: AccountEffect, own: Account): Refusal | undefined => {
  const answer = carry(step(effect), own, OTHER);
  return isRefusal(answer) ? answer : undefined;
};

/** Each check: what triggers it, and the nearest that does not. Caps of 1 000 t: 50 t in all, 25 t from outside. */
const TRIED: Readonly<Record<string, () => [triggers: Refusal | undefined, passes: Refusal | undefined]>> = {
  'account-frozen': () => {
    const cancel: AccountEffect = { kind: 'cancel', quantity: '1', reason: '自愿' };
    return [told(cancel, account([allowance('1')], { frozen: true })), told(cancel, account([allowance('1')]))];
  },
  'account-frozen-already': () => {
    const freeze: AccountEffect = { kind: 'freeze', frozen: true };
    return [told(freeze, account([], { frozen: true })), told(freeze, account([]))];
  },
  'account-not-frozen': () => {
    const unfreeze: AccountEffect = { kind: 'freeze', frozen: false };
    return [told(unfreeze, account([])), told(unfreeze, account([], { frozen: true }))];
  },
  'no-offset': () => {
    const check: AccountEffect = { kind: 'offset-check', claim, lots: lots('1') };
    return [told(check, account([allowance('1')])), told(check, account([ccer('1')]))];
  },
  'offset-not-usable': () => {
    const old = account([ccer('1', 'beijing', TERMS.offsets.oldRecordedUpTo)]);
    const check = (on: string): AccountEffect => ({ kind: 'offset-check', claim: { ...claim, on }, lots: lots('1') });
    return [told(check('2025-01-01'), old), told(check('2024-12-31'), old)];
  },
  'offset-not-accepted': () => {
    const asked = (quantity: string): AccountEffect => surrender({ lots: lots(quantity), accepted: lots('4') });
    return [told(asked('5'), account([ccer('5')])), told(asked('4'), account([ccer('5')]))];
  },
  'over-offset-cap': () => {
    const check = (quantity: string): AccountEffect => ({ kind: 'offset-check', claim, lots: lots(quantity) });
    return [told(check('51'), account([ccer('51')])), told(check('50'), account([ccer('51')]))];
  },
  'over-outside-cap': () => {
    const check = (quantity: string): AccountEffect => ({ kind: 'offset-check', claim, lots: lots(quantity) });
    return [told(check('26'), account([ccer('26', 'outside')])), told(check('25'), account([ccer('26', 'outside')]))];
  },
  'lot-of-later-year': () => {
    const asked = surrender({ lots: lots('5') });
    return [told(asked, account([allowance('5', 2024)])), told(asked, account([allowance('5', 2023)]))];
  },
  'lot-not-held': () => {
    const asked = (quantity: string): AccountEffect => surrender({ lots: lots(quantity) });
    return [told(asked('6'), account([allowance('5')])), told(asked('5'), account([allowance('5')]))];
  },
  'lot-reserved': () => {
    const cancel = (quantity: string): AccountEffect => ({ kind: 'cancel', lots: lots(quantity), reason: '自愿' });
    const reserved = account([{ ...ccer('5'), reserved: '2' }]);
    return [told(cancel('4'), reserved), told(cancel('3'), reserved)];
  },
  'allowances-not-held': () => {
    const asked = (quantity: string): AccountEffect => surrender({ quantity });
    return [told(asked('6'), account([allowance('5')])), told(asked('5'), account([allowance('5')]))];
  },
  'not-tradable': () => {
    const sell = (quantity: string): AccountEffect => ({ kind: 'transfer', to: 'B', quantity, price: '1' });
    const own = account([allowance('5'), { ...allowance('1'), expiresOn: TERMS.dates.surrender }]);
    return [told(sell('6'), own), told(sell('5'), own)];
  },
  'not-cancellable': () => {
    const cancel = (quantity: string): AccountEffect => ({ kind: 'cancel', quantity, reason: '自愿' });
    const own = account([allowance('5'), { ...allowance('1'), expiresOn: TERMS.dates.surrender }]);
    return [told(cancel('6'), own), told(cancel('5'), own)];
  },
  'over-obligation': () => {
    const asked = (quantity: string): AccountEffect => surrender({ quantity });
    return [told(asked('1001'), account([allowance('2000')])), told(asked('1000'), account([allowance('2000')]))];
  },
  'credit-used': () => {
    const reverse = (quantity: string): AccountEffect => ({ kind: 'reverse', of: 'credited', moves: lots(quantity) });
    return [told(reverse('6'), account([allowance('5')])), told(reverse('5'), account([allowance('5')]))];
  },
  'no-such-movement': () => [reversal(99), reversal(surrendered)],
  'movement-given-back': () => {
    const corrected = unit();
    corrected.act('2024-11-03', 'correct-emissions', { emissions: '0', basis: '更正' }, 'city/a');
    return [reversalOf(corrected.c, surrendered), reversal(surrendered)];
  },
};

/** A unit that surrendered 60 of 100 t; the number of that event. */
const unit = () => {
  const one = confirmed('100', [allowance('100')]);
  one.act('2024-11-02', 'surrender', { quantity: '60' });
  return one;
};
const surrendered = unit().events.find(({ type }) => type === 'surrendered')!.seq;
const reversalOf = (c: Parameters<typeof reverseMovement>[0], event: number): Refusal | undefined => {
  const act = { id: 'r', do: 'reverse-movement' as const, by: 'city/a', approvedBy: 'city/b', at: at('2024-11-04') };
  const answer = reverseMovement(c, { ...act, with: { event, basis: '申诉成立' } });
  return isRefusal(answer) ? answer : undefined;
};
const reversal = (event: number): Refusal | undefined => reversalOf(unit().c, event);

describe('every named check of the ledger is triggered alone, and by the nearest case not at all', () => {
  it.each(Object.keys(CHECKS))('%s', (name) => {
    const [triggers, passes] = TRIED[name]!();
    expect(triggers).toMatchObject({ check: name, zh: expect.stringMatching(/\p{Script=Han}/u) as string });
    expect(triggers?.en).toMatch(/[a-z]/);
    expect(passes).toBeUndefined();
  });
});

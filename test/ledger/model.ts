import fc from 'fast-check';
import { carry, otherUnitOf } from '../../domain/carry/carry.js';
import type { Account } from '../../domain/model/account.js';
import { isLess, minus, plus } from '../../domain/model/amount.js';
import type { Given, LotQuantity } from '../../domain/model/case.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { AccountEffect, Claim, NewEvent, Step } from '../../domain/model/step.js';

/** The ledger in memory, as small as it can be: accounts in a map, what each case was told in a list. */
export class Model {
  readonly accounts = new Map<string, Account>();
  readonly told = new Map<string, NewEvent[]>();
  /** The case that holds each unit's account. */
  private readonly holder = new Map<string, string>();

  open(unit: string, caseId: string): void {
    this.holder.set(unit, caseId);
    this.told.set(caseId, []);
    if (!this.accounts.has(unit)) this.accounts.set(unit, { unit, mail: '', lots: [], debt: '0', shortfall: '0', frozen: false });
  }

  account(unit: string): Account {
    const found = this.accounts.get(unit);
    if (!found) throw new Error(`no account of ${unit}`);
    return found;
  }

  take(unit: string, step: Step): Refusal | undefined {
    const other = otherUnitOf(step);
    const done = carry(step, this.account(unit), other === undefined ? undefined : this.account(other));
    if (isRefusal(done)) return done;
    for (const account of done.accounts) this.accounts.set(account.unit, account);
    this.tell(step.of.case, done.events);
    if (done.told) this.tell(this.holder.get(done.told.unit) ?? '', done.told.events);
    for (const one of done.elsewhere ?? []) this.tell(one.case, one.events);
    return undefined;
  }

  private tell(caseId: string, events: readonly NewEvent[]): void {
    this.told.get(caseId)?.push(...events);
  }
}

/** One thing that somebody asks of an account; what it means is read from the model as it then is. */
export interface Operation {
  readonly what: (typeof WHATS)[number];
  readonly unit: 0 | 1;
  /** The older cycle's case, or the later one's where that is open. */
  readonly later: boolean;
  readonly quantity: number;
  readonly pick: number;
}
const WHATS = [
  ...['credit', 'credit-expiring', 'credit-offset', 'take-back', 'surrender', 'surrender-lot', 'collect', 'expire'],
  ...['transfer', 'cancel', 'cancel-lot', 'freeze', 'unfreeze', 'reserve', 'release', 'give-back', 'reverse', 'move-expiry'],
  'open-next',
] as const;

export const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...WHATS, 'credit', 'credit', 'take-back', 'surrender', 'collect', 'transfer'),
    unit: fc.constantFrom(0 as const, 1 as const),
    later: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 120 }),
    pick: fc.nat(9),
  }),
  { minLength: 3, maxLength: 16 },
);

const DEADLINE = '2024-11-15';
const claimOf = (confirmed: number): Claim => ({
  ...{ obligation: String(confirmed), confirmed: String(confirmed), on: '2024-11-16', deadline: DEADLINE },
  ...{ surrendered: { allowances: '0', offsets: '0', outside: '0' }, share: '0.5', outsideShare: '0.2' },
  ...{ oldRecordedUpTo: '2017-03-14', oldUsableTo: '2024-12-31' },
});

const surrenderOf = (quantity: string, lots?: readonly LotQuantity[]): AccountEffect => ({
  ...{ kind: 'surrender', claim: claimOf(200), owed: '100', accepted: lots ?? [], fulfils: true },
  ...(lots ? { lots } : { quantity }),
});

/** What a case has given and not got back, from what it was told. */
const givenBy = (events: readonly NewEvent[]): Given[] => {
  const given = new Map<string, Given>();
  for (const { type, with: brings } of events) {
    if (type !== 'surrendered' && type !== 'collected' && type !== 'given-back') continue;
    for (const move of (brings as unknown as { moves: Given[] }).moves) {
      const before = given.get(move.lot)?.quantity ?? '0';
      const quantity = type === 'given-back' ? minus(before, move.quantity) : plus(before, move.quantity);
      given.set(move.lot, { ...move, quantity });
    }
  }
  return [...given.values()].filter(({ quantity }) => isLess('0', quantity));
};

const movesOf = (events: readonly NewEvent[], type: string): readonly LotQuantity[][] =>
  events
    .filter((event) => event.type === type)
    .map(({ with: brings }) => {
      const { moves, lots } = brings as unknown as { moves?: LotQuantity[]; lots?: LotQuantity[] };
      return (moves ?? lots ?? []).map(({ lot, quantity }) => ({ lot, quantity }));
    });

/** The step that an operation comes to, with the events that a case would give it; none where there is nothing to do it with. */
export function stepOf(
  model: Model,
  op: Operation,
  unit: string,
  other: string,
  caseId: string,
  key: string,
  at: number,
): Step | undefined {
  const { lots } = model.account(unit);
  const told = model.told.get(caseId) ?? [];
  const quantity = String(op.quantity);
  const lot = lots[op.pick % Math.max(lots.length, 1)];
  const named = lot && [{ lot: lot.lot, quantity }];
  const by = 'platform';
  const step = (effect: AccountEffect | undefined, events: readonly NewEvent[] = [{ type: 'asked', at, by }]): Step | undefined =>
    effect && { key, of: { case: caseId, cycle: Number(caseId.slice(-4)) }, at, by, events, effects: [effect] };
  const vintage = 2020 + (op.pick % 4);
  const credit = (facts: object): AccountEffect => ({
    kind: 'credit',
    reason: 'auction',
    lots: [{ product: 'allowance', quantity, ...facts }],
  });
  const origin = op.pick % 2 === 0 ? 'outside' : 'beijing';
  const back = givenBy(told)[0];
  const undone = (['cancelled', 'credited'] as const)[op.pick % 2] ?? 'cancelled';
  const moves = movesOf(told, undone).at(-1);
  switch (op.what) {
    case 'credit':
      return step(credit({ vintage }));
    case 'credit-expiring':
      return step(credit({ vintage, expiresOn: DEADLINE }));
    case 'credit-offset':
      return step(credit({ product: 'ccer', origin, recordedOn: '2016-05-01' }));
    case 'take-back':
      return step({ kind: 'take-back', quantity });
    case 'surrender':
      return step(surrenderOf(quantity));
    case 'surrender-lot':
      return step(named && surrenderOf(quantity, named));
    case 'collect':
      return step({ kind: 'collect', claim: claimOf(op.quantity), rectificationDueOn: '2024-11-29', name: unit });
    case 'expire':
      return step({ kind: 'expire', on: DEADLINE });
    case 'move-expiry':
      return step({ kind: 'move-expiry', from: DEADLINE, to: '2024-11-30' });
    case 'transfer':
      return step({ kind: 'transfer', to: other, quantity, price: '90' });
    case 'cancel':
      return step({ kind: 'cancel', quantity, reason: '自愿' });
    case 'cancel-lot':
      return step(named && { kind: 'cancel', lots: named, reason: '自愿' });
    case 'freeze':
    case 'unfreeze':
      return step({ kind: 'freeze', frozen: op.what === 'freeze' });
    case 'reserve': {
      const free = lot && minus(lot.quantity, lot.reserved ?? '0');
      return step(
        lot && free !== undefined && !isLess(free, quantity)
          ? { kind: 'reserve', lots: [{ lot: lot.lot, quantity }] }
          : undefined,
      );
    }
    case 'release':
      return step(named && { kind: 'release', lots: named });
    case 'give-back':
      return step(back && { kind: 'give-back', moves: [back], shortfall: '0' }, [
        { type: 'given-back', at, by, with: { moves: back ? [back] : [] } },
      ]);
    case 'reverse':
      return step(moves && { kind: 'reverse', of: undone, moves }, [
        { type: 'movement-reversed', at, by, with: { of: undone, moves: moves ?? [] } },
      ]);
    case 'open-next':
      return undefined;
  }
}

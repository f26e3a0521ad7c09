import fc from 'fast-check';
import { carry, otherUnitOf } from '../../domain/carry/carry.js';
import type { Account, Lot } from '../../domain/model/account.js';
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
    if (!this.accounts.has(unit)) this.accounts.set(unit, { unit, lots: [], debt: '0', shortfall: '0', frozen: false });
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
  obligation: String(confirmed),
  confirmed: String(confirmed),
  on: '2024-11-16',
  deadline: DEADLINE,
  surrendered: { allowances: '0', offsets: '0', outside: '0' },
  share: '0.5',
  outsideShare: '0.2',
  oldRecordedUpTo: '2017-03-14',
  oldUsableTo: '2024-12-31',
});

const surrenderOf = (quantity: string, lots?: readonly LotQuantity[]): AccountEffect => ({
  kind: 'surrender',
  claim: claimOf(200),
  owed: '100',
  accepted: lots ?? [],
  fulfils: true,
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

/** Of whom and when something is asked. */
export interface Asking {
  readonly unit: string;
  readonly other: string;
  readonly caseId: string;
  readonly key: string;
  readonly at: number;
}

interface Scene {
  readonly unit: string;
  readonly other: string;
  readonly op: Operation;
  readonly quantity: string;
  /** The lot picked, and what is asked of it. */
  readonly lot: Lot | undefined;
  readonly named: readonly LotQuantity[] | undefined;
  readonly told: readonly NewEvent[];
}

const undoneBy = ({ pick }: Operation): 'cancelled' | 'credited' => (pick % 2 === 0 ? 'cancelled' : 'credited');

const credited = ({ op, quantity }: Scene, facts: object = { vintage: 2020 + (op.pick % 4) }): AccountEffect => ({
  kind: 'credit',
  reason: 'auction',
  lots: [{ product: 'allowance', quantity, ...facts }],
});

const reserved = ({ lot, quantity }: Scene): AccountEffect | undefined =>
  lot && !isLess(minus(lot.quantity, lot.reserved ?? '0'), quantity)
    ? { kind: 'reserve', lots: [{ lot: lot.lot, quantity }] }
    : undefined;

const givenBack = ({ told }: Scene): AccountEffect | undefined => {
  const [back] = givenBy(told);
  return back && { kind: 'give-back', moves: [back], shortfall: '0' };
};

const reversed = ({ op, told }: Scene): AccountEffect | undefined => {
  const moves = movesOf(told, undoneBy(op)).at(-1);
  return moves && { kind: 'reverse', of: undoneBy(op), moves };
};

/** What each operation does; nothing where there is nothing to do it with. */
const EFFECTS: Readonly<Record<Exclude<Operation['what'], 'open-next'>, (scene: Scene) => AccountEffect | undefined>> = {
  credit: credited,
  'credit-expiring': (scene) => credited(scene, { vintage: 2023, expiresOn: DEADLINE }),
  'credit-offset': (scene) =>
    credited(scene, { product: 'ccer', origin: scene.op.pick % 2 === 0 ? 'outside' : 'beijing', recordedOn: '2016-05-01' }),
  'take-back': ({ quantity }) => ({ kind: 'take-back', quantity }),
  surrender: ({ quantity }) => surrenderOf(quantity),
  'surrender-lot': ({ quantity, named }) => named && surrenderOf(quantity, named),
  collect: ({ op, unit }) => ({ kind: 'collect', claim: claimOf(op.quantity), rectificationDueOn: '2024-11-29', name: unit }),
  expire: () => ({ kind: 'expire', on: DEADLINE }),
  'move-expiry': () => ({ kind: 'move-expiry', from: DEADLINE, to: '2024-11-30' }),
  transfer: ({ other, quantity }) => ({ kind: 'transfer', to: other, quantity, price: '90' }),
  cancel: ({ quantity }) => ({ kind: 'cancel', quantity, reason: '自愿' }),
  'cancel-lot': ({ named }) => named && { kind: 'cancel', lots: named, reason: '自愿' },
  freeze: () => ({ kind: 'freeze', frozen: true }),
  unfreeze: () => ({ kind: 'freeze', frozen: false }),
  reserve: reserved,
  release: ({ named }) => named && { kind: 'release', lots: named },
  'give-back': givenBack,
  reverse: reversed,
};

/** The event with which a case would ask for it, where the checker reads what it moved there. */
const eventOf = (effect: AccountEffect): Pick<NewEvent, 'type' | 'with'> => {
  if (effect.kind === 'give-back') return { type: 'given-back', with: { moves: effect.moves } };
  if (effect.kind === 'reverse') return { type: 'movement-reversed', with: { of: effect.of, moves: effect.moves } };
  return { type: 'asked' };
};

/** The step that an operation comes to; none where there is nothing to do it with. */
export function stepOf(model: Model, op: Operation, { unit, other, caseId, key, at }: Asking): Step | undefined {
  if (op.what === 'open-next') return undefined;
  const { lots } = model.account(unit);
  const lot = lots[op.pick % Math.max(lots.length, 1)];
  const quantity = String(op.quantity);
  const named = lot && [{ lot: lot.lot, quantity }];
  const effect = EFFECTS[op.what]({ unit, other, op, quantity, lot, named, told: model.told.get(caseId) ?? [] });
  if (!effect) return undefined;
  const of = { case: caseId, cycle: Number(caseId.slice(-4)) };
  return { key, of, at, by: 'platform', events: [{ ...eventOf(effect), at, by: 'platform' }], effects: [effect] };
}

import type { Account, AccountName, Counter, Lot, LotFacts, Posting } from '../model/account.js';
import { isZero, minus, plus, smaller, sum, type Amount } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';

/** An account while a step is carried out on it: what it becomes, and the postings that take it there. */
export interface Working {
  readonly before: Account;
  lots: Lot[];
  debt: Amount;
  shortfall: Amount;
}

export const begin = (account: Account): Working => ({
  before: account,
  lots: account.lots.map((lot) => ({ ...lot })),
  debt: account.debt,
  shortfall: account.shortfall,
});

export const finish = (working: Working): Account => ({
  ...working.before,
  lots: working.lots,
  debt: working.debt,
  shortfall: working.shortfall,
});

const accountOf = (working: Working): AccountName => `unit/${working.before.unit}`;

/** A new lot, named in order of credit, and its postings from where it comes. */
export function credit(working: Working, facts: LotFacts, postings: Posting[], from: Counter | Posting): Lot {
  const n = working.lots.length + 1;
  const lot: Lot = { lot: `${working.before.unit}/L${String(n)}`, n, ...facts };
  working.lots.push(lot);
  const source =
    typeof from === 'string' ? { account: from, lot: lot.lot, product: lot.product, quantity: minus('0', facts.quantity) } : from;
  postings.push(source, { account: accountOf(working), lot: lot.lot, product: lot.product, quantity: facts.quantity });
  return lot;
}

/** Takes a quantity off one lot. Throws where it holds less: whoever asks has looked before. */
export function debit(working: Working, move: LotQuantity): Posting {
  const at = working.lots.findIndex((lot) => lot.lot === move.lot);
  const lot = working.lots[at];
  if (!lot) throw new Error(`${working.before.unit} has no lot ${move.lot}`);
  const left = minus(lot.quantity, move.quantity);
  if (left.startsWith('-')) throw new Error(`${move.lot} holds ${lot.quantity}, less than ${move.quantity}`);
  working.lots[at] = { ...lot, quantity: left };
  return { account: accountOf(working), lot: lot.lot, product: lot.product, quantity: minus('0', move.quantity) };
}

/** Puts a quantity back on the lot it was taken from. */
export function restore(working: Working, back: LotQuantity, from: Counter, postings: Posting[]): void {
  const at = working.lots.findIndex((lot) => lot.lot === back.lot);
  const lot = working.lots[at];
  if (!lot) throw new Error(`${working.before.unit} has no lot ${back.lot}`);
  working.lots[at] = { ...lot, quantity: plus(lot.quantity, back.quantity) };
  const side = { lot: lot.lot, product: lot.product };
  postings.push(
    { account: from, ...side, quantity: minus('0', back.quantity) },
    { account: accountOf(working), ...side, quantity: back.quantity },
  );
}

/** Moves quantities off the account to one of the other sides of the book. */
export function move(working: Working, moves: readonly LotQuantity[], to: Counter, postings: Posting[]): void {
  for (const each of moves) {
    const out = debit(working, each);
    postings.push(out, { account: to, lot: out.lot, product: out.product, quantity: each.quantity });
  }
}

/** As much of a quantity as the lots hold, taken in the order given. */
export function take(lots: readonly Lot[], quantity: Amount): LotQuantity[] {
  const moves: LotQuantity[] = [];
  let left = quantity;
  for (const lot of lots) {
    const taken = smaller(lot.quantity, left);
    if (isZero(taken)) continue;
    moves.push({ lot: lot.lot, quantity: taken });
    left = minus(left, taken);
    if (isZero(left)) break;
  }
  return moves;
}

export const quantityOf = (moves: readonly LotQuantity[]): Amount => sum(moves.map((each) => each.quantity));

export const held = (lots: readonly Lot[]): Amount => lots.reduce((total, lot) => plus(total, lot.quantity), '0');

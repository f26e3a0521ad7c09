import type { Account, AccountName, Counter, Lot, LotFacts, OpenClaim, Posting } from '../model/account.js';
import { isZero, minus, plus, rest, smaller, sum, type Amount } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import type { Step } from '../model/step.js';

/** An account while a step is carried out on it: what it becomes, and the postings that take it there. */
export interface Working {
  readonly before: Account;
  lots: Lot[];
  /** What cases claim of it, oldest cycle first. */
  claims: OpenClaim[];
  frozen: boolean;
}

const isOpen = ({ debt, shortfall }: OpenClaim): boolean => !isZero(debt) || !isZero(shortfall);

/** An account that does not say whose its debt and shortfall are owes them to the case whose step it is. */
const claimsOn = ({ claims, debt, shortfall }: Account, of: Step['of']): OpenClaim[] =>
  claims ? [...claims] : [{ ...of, debt, shortfall }].filter(isOpen);

export const begin = (account: Account, of: Step['of']): Working => ({
  before: account,
  lots: account.lots.map((lot) => ({ ...lot })),
  claims: claimsOn(account, of),
  frozen: account.frozen,
});

export function finish({ before, lots, claims, frozen }: Working): Account {
  return {
    unit: before.unit,
    lots,
    debt: sum(claims.map((claim) => claim.debt)),
    shortfall: sum(claims.map((claim) => claim.shortfall)),
    ...(claims.length > 0 ? { claims } : {}),
    frozen,
  };
}

/** What a case claims of the account. */
export const claimBy = (working: Working, of: Step['of']): OpenClaim =>
  working.claims.find((claim) => claim.case === of.case) ?? { ...of, debt: '0', shortfall: '0' };

/** Replaces what a case claims; one that claims nothing any more is forgotten. */
export function setClaim(working: Working, claim: OpenClaim): void {
  const others = working.claims.filter((one) => one.case !== claim.case);
  working.claims = [...others, claim]
    .filter(isOpen)
    .sort((a, b) => a.cycle - b.cycle || Number(a.case > b.case) - Number(a.case < b.case));
}

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

/** A lot with another part of it set aside; nothing of the sort is said at zero. */
const reserving = (lot: Lot, reserved: Amount): Lot => {
  if (!isZero(reserved)) return { ...lot, reserved };
  if (lot.reserved === undefined) return lot;
  const { reserved: _before, ...whole } = lot;
  return whole;
};

/** What of a lot is free to be used by a party's own will: it was not set aside for an application. */
export const free = (lot: Lot): Amount => rest(lot.quantity, lot.reserved ?? '0');

/** Sets quantities aside, or lets them go again as far as they still are: a collection may have used them meanwhile. */
export function reserve(working: Working, lots: readonly LotQuantity[], how: 'reserve' | 'release'): void {
  working.lots = working.lots.map((lot) => {
    const asked = lots.find((one) => one.lot === lot.lot)?.quantity;
    if (asked === undefined) return lot;
    const before = lot.reserved ?? '0';
    return reserving(lot, how === 'reserve' ? plus(before, asked) : rest(before, asked));
  });
}

/** Takes a quantity off one lot. Throws where it holds less: whoever asks has looked before. */
export function debit(working: Working, move: LotQuantity): Posting {
  const at = working.lots.findIndex((lot) => lot.lot === move.lot);
  const lot = working.lots[at];
  if (!lot) throw new Error(`${working.before.unit} has no lot ${move.lot}`);
  const left = minus(lot.quantity, move.quantity);
  if (left.startsWith('-')) throw new Error(`${move.lot} holds ${lot.quantity}, less than ${move.quantity}`);
  working.lots[at] = reserving({ ...lot, quantity: left }, smaller(lot.reserved ?? '0', left));
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

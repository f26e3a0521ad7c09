import type { Lot } from '../model/account.js';
import { isZero, smaller } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import type { Day } from '../model/instant.js';
import { collectionOrder, isOfLaterYear } from '../rules/collection-order.js';

const isHeldAllowance = (lot: Lot): boolean => lot.product === 'allowance' && !isZero(lot.quantity);
const vintage = (lot: Lot): number => lot.vintage ?? 0;

/** Allowances that count at this cycle's deadline, in the order in which a surrender uses them (policy). */
export const inCollectionOrder = (lots: readonly Lot[], deadline: Day, emissionYear: number): Lot[] =>
  collectionOrder(lots.filter(isHeldAllowance), deadline, emissionYear);

/** A lot of a later year as far as it has come in just now; any other whole. */
const asComeIn = (lot: Lot, came: readonly LotQuantity[], emissionYear: number): Lot =>
  isOfLaterYear(lot, emissionYear)
    ? { ...lot, quantity: smaller(lot.quantity, came.find((one) => one.lot === lot.lot)?.quantity ?? '0') }
    : lot;

/**
 * After a collection every allowance that comes in counts towards what was found short, of any vintage, those that expire
 * first; what the collection passed over for its later vintage stays (policy).
 */
export const towardsShortfall = (lots: readonly Lot[], came: readonly LotQuantity[], emissionYear: number): Lot[] => {
  const expires = (lot: Lot): number => (lot.expiresOn === undefined ? 1 : 0);
  return lots
    .map((lot) => asComeIn(lot, came, emissionYear))
    .filter(isHeldAllowance)
    .sort((a, b) => expires(a) - expires(b) || vintage(a) - vintage(b) || a.n - b.n);
};

/** Newest vintage first, ties in the order of credit, lots that expire last: what a take-back and a debt use (policy). */
export const newestFirst = (lots: readonly Lot[]): Lot[] => {
  const expires = (lot: Lot): number => (lot.expiresOn === undefined ? 0 : 1);
  return lots.filter(isHeldAllowance).sort((a, b) => expires(a) - expires(b) || vintage(b) - vintage(a) || a.n - b.n);
};

/** What may be traded: newest vintage first, no lots that expire. */
export const tradable = (lots: readonly Lot[]): Lot[] => newestFirst(lots).filter((lot) => lot.expiresOn === undefined);

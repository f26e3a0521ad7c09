import type { Lot } from '../model/account.js';
import { isZero } from '../model/amount.js';
import type { Day } from '../model/instant.js';
import { collectionOrder } from '../rules/collection-order.js';

const isHeldAllowance = (lot: Lot): boolean => lot.product === 'allowance' && !isZero(lot.quantity);
const vintage = (lot: Lot): number => lot.vintage ?? 0;

/** Allowances that count at this cycle's deadline, in the order in which a surrender uses them (policy). */
export const inCollectionOrder = (lots: readonly Lot[], deadline: Day): Lot[] =>
  collectionOrder(lots.filter(isHeldAllowance), deadline);

/** After a collection every allowance that comes in counts towards what was found short, those that expire first. */
export const towardsShortfall = (lots: readonly Lot[]): Lot[] => {
  const expires = (lot: Lot): number => (lot.expiresOn === undefined ? 1 : 0);
  return lots.filter(isHeldAllowance).sort((a, b) => expires(a) - expires(b) || vintage(a) - vintage(b) || a.n - b.n);
};

/** Newest vintage first, ties in the order of credit, lots that expire last: what a take-back and a debt use (policy). */
export const newestFirst = (lots: readonly Lot[]): Lot[] => {
  const expires = (lot: Lot): number => (lot.expiresOn === undefined ? 0 : 1);
  return lots.filter(isHeldAllowance).sort((a, b) => expires(a) - expires(b) || vintage(b) - vintage(a) || a.n - b.n);
};

/** What may be traded: newest vintage first, no lots that expire. */
export const tradable = (lots: readonly Lot[]): Lot[] => newestFirst(lots).filter((lot) => lot.expiresOn === undefined);

import type { Lot } from '../domain/model/account.js';
import type { Instant } from '../domain/model/instant.js';
import { balancesOf } from '../ledger/statement.js';
import type { Book } from '../records/book.js';

export type Holding = Omit<Lot, 'n'>;

/** What a unit held of each lot at an instant of business time; at `Infinity` what it holds, with what is set aside of it. */
export async function holdingsAt(book: Book, unit: string, until: Instant): Promise<Holding[]> {
  const lots = (await book.account(unit))?.lots ?? [];
  if (until === Infinity) return lots.map(({ n: _n, ...lot }) => lot);
  const held = new Map((await balancesOf(book.pool, `unit/${unit}`, { at: until })).map((one) => [one.lot, one.quantity]));
  return lots.flatMap(({ n: _n, reserved: _reserved, ...lot }) => {
    const quantity = held.get(lot.lot);
    return quantity === undefined ? [] : [{ ...lot, quantity }];
  });
}

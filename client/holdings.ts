import type { Lot } from '../domain/model/account.js';
import { isZero } from '../domain/model/amount.js';
import type { Instant } from '../domain/model/instant.js';
import { balancesOf } from '../ledger/statement.js';
import type { Book } from '../records/book.js';
import { padTo } from './width.js';

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

const PRODUCTS = { allowance: '配额 allowance', ccer: '核证自愿减排量 CCER', 'carbon-inclusive': '碳普惠 carbon-inclusive' };

/** What is held, for people: a line for each lot that is not used up. */
export function sayHoldings(holdings: readonly Holding[]): string[] {
  const held = holdings.filter(({ quantity }) => !isZero(quantity));
  const lines = held.map(({ lot, product, vintage, origin, recordedOn, expiresOn, quantity, reserved }) => {
    const facts = [
      ...(vintage === undefined ? [] : [`${String(vintage)} 年度`]),
      ...(origin === undefined ? [] : [origin === 'beijing' ? '本市 Beijing' : '外地 outside', recordedOn ?? '']),
      ...(expiresOn === undefined ? [] : [`有效至 until ${expiresOn}`]),
      ...(reserved === undefined ? [] : [`其中已预留 reserved ${reserved}`]),
    ];
    return `  ${lot.padEnd(14)} ${padTo(PRODUCTS[product], 26)} ${quantity.padStart(12)} t  ${facts.join(' · ')}`.trimEnd();
  });
  return ['', '持有 holdings', ...(lines.length === 0 ? ['  无 none'] : lines)];
}

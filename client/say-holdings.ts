import { isZero } from '../domain/model/amount.js';
import type { Holding } from '../views/holdings.js';
import { padTo } from './width.js';

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

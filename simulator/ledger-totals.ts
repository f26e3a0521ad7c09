import type { Product } from '../domain/model/account.js';
import { isEqual, minus, plus, sum, type Amount } from '../domain/model/amount.js';
import type { LotQuantity } from '../domain/model/case.js';
import type { Event } from '../domain/model/step.js';
import type { PlayedUnit } from './played.js';

/** Where the tonnes of one product are; `issued` is the sum of the others when nothing is lost. */
export interface ProductTotals {
  issued: Amount;
  held: Amount;
  surrendered: Amount;
  takenBack: Amount;
  expired: Amount;
  /** Left out while nothing was cancelled. */
  cancelled?: Amount;
}
export type LedgerTotals = Readonly<Partial<Record<Product, ProductTotals>>> & { readonly balanced: boolean };

/** Which total the moves of an event go to. */
const GOES_TO: Readonly<Record<string, Exclude<keyof ProductTotals, 'held'>>> = {
  surrendered: 'surrendered',
  collected: 'surrendered',
  'taken-back': 'takenBack',
  'lots-expired': 'expired',
  cancelled: 'cancelled',
};

const nothing = (): ProductTotals => ({ issued: '0', held: '0', surrendered: '0', takenBack: '0', expired: '0' });

/** Totals by product: what the accounts hold against what the events say was issued and used. */
export function ledgerOf(units: readonly PlayedUnit[]): LedgerTotals {
  const totals: Partial<Record<Product, ProductTotals>> = { allowance: nothing() };
  const of = (product: Product): ProductTotals => (totals[product] ??= nothing());
  const products = new Map(units.flatMap(({ account }) => account.lots.map((lot): [string, Product] => [lot.lot, lot.product])));
  const add = (to: Exclude<keyof ProductTotals, 'held'>, moves: readonly LotQuantity[]): void => {
    for (const { lot, quantity } of moves) {
      const total = of(products.get(lot) ?? 'allowance');
      total[to] = plus(total[to] ?? '0', quantity);
    }
  };
  for (const { account, cases } of units) {
    for (const lot of account.lots) of(lot.product).held = plus(of(lot.product).held, lot.quantity);
    for (const { events } of cases) for (const event of events) count(event, add);
  }
  const balanced = Object.values(totals).every(({ issued, held, surrendered, takenBack, expired, cancelled = '0' }) =>
    isEqual(issued, sum([held, surrendered, takenBack, expired, cancelled])),
  );
  return { ...totals, balanced };
}

function count(event: Event, add: (to: Exclude<keyof ProductTotals, 'held'>, moves: readonly LotQuantity[]) => void): void {
  const brought = event.with as
    | { readonly lots?: readonly LotQuantity[]; readonly moves?: readonly LotQuantity[]; readonly of?: string }
    | undefined;
  if (event.type === 'credited') add('issued', brought?.lots ?? []);
  const back = (brought?.moves ?? []).map(({ lot, quantity }) => ({ lot, quantity: minus('0', quantity) }));
  if (event.type === 'given-back') add('surrendered', back);
  if (event.type === 'movement-reversed') add(brought?.of === 'cancelled' ? 'cancelled' : 'issued', back);
  const to = GOES_TO[event.type];
  if (to !== undefined && to !== 'issued') add(to, brought?.moves ?? []);
}

import type { Product } from '../../domain/model/account.js';
import { own } from '../../domain/model/own.js';
import type { Columns } from '../table/headings.js';

/** The columns of a table of opening balances (期初持有量), one line a lot, and the Chinese headings under which each may stand. */
export const BALANCE_COLUMNS = {
  unit: { headings: ['单位编号', '编号'], needed: true, name: true },
  product: { headings: ['产品', '品种'], needed: true },
  vintage: { headings: ['配额年度', '年度'] },
  origin: { headings: ['来源地', '产地'] },
  recordedOn: { headings: ['登记日期', '备案日期'] },
  expiresOn: { headings: ['到期日', '有效期至'] },
  quantity: { headings: ['数量', '吨数'], needed: true, amount: true },
  source: { headings: ['来源', '依据'], needed: true },
} as const satisfies Columns<string>;
export type BalanceColumn = keyof typeof BALANCE_COLUMNS;

const PRODUCTS: Readonly<Record<string, Product>> = {
  allowance: 'allowance',
  配额: 'allowance',
  碳排放配额: 'allowance',
  ccer: 'ccer',
  核证自愿减排量: 'ccer',
  国家核证自愿减排量: 'ccer',
  'carbon-inclusive': 'carbon-inclusive',
  碳普惠: 'carbon-inclusive',
  碳普惠减排量: 'carbon-inclusive',
};
const ORIGINS: Readonly<Record<string, 'beijing' | 'outside'>> = {
  beijing: 'beijing',
  京内: 'beijing',
  北京: 'beijing',
  本市: 'beijing',
  outside: 'outside',
  京外: 'outside',
  外地: 'outside',
  其他: 'outside',
};

export const productMeant = (said: string): Product | undefined => own(PRODUCTS, said.toLowerCase());
export const originMeant = (said: string): 'beijing' | 'outside' | undefined => own(ORIGINS, said.toLowerCase());

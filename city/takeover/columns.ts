import { FORMER } from '../../domain/duties/every.js';
import type { Former, SaidOfFormer } from '../../domain/model/first-day.js';
import { own } from '../../domain/model/own.js';
import type { Columns } from '../table/headings.js';

/** The columns of a table of what was done before (移交事项), one line an act, and the Chinese headings under which each may stand. */
export const TAKEOVER_COLUMNS = {
  unit: { headings: ['单位编号', '编号'], needed: true, name: true },
  act: { headings: ['事项'], needed: true },
  on: { headings: ['办理日期', '日期'], needed: true },
  month: { headings: ['存证月份', '月份'] },
  amount: { headings: ['数量', '吨数'], amount: true },
  verifier: { headings: ['核查机构'], name: true },
  result: { headings: ['结果', '决定'] },
  takenBack: { headings: ['已收回'], amount: true },
  offsets: { headings: ['其中抵销', '抵销'], amount: true },
  outside: { headings: ['其中京外抵销', '京外抵销'], amount: true },
  lots: { headings: ['批次'] },
  filing: { headings: ['材料名称', '材料'] },
  document: { headings: ['文件', '依据'], needed: true },
} as const satisfies Columns<string>;
export type TakeoverColumn = keyof typeof TAKEOVER_COLUMNS;

/** Under which column a table says what is said of an act. */
export const COLUMN_OF: Readonly<Record<keyof SaidOfFormer, TakeoverColumn>> = {
  month: 'month',
  verifier: 'verifier',
  result: 'result',
  filing: 'filing',
  lots: 'lots',
  emissions: 'amount',
  tonnes: 'amount',
  amount: 'amount',
  allowances: 'amount',
  takenBack: 'takenBack',
  offsets: 'offsets',
  outside: 'outside',
};

/** The columns that say something of an act, in their order in the table. */
export const OF_AN_ACT = (Object.keys(TAKEOVER_COLUMNS) as TakeoverColumn[]).filter((column) =>
  Object.values(COLUMN_OF).includes(column),
);

/** What belongs to the monthly evidence of a unit, a case of its own. */
export const isOfEvidence = ({ month }: Former): boolean => month !== undefined;

/** The act of before, by its name or its Chinese one. */
export const formerMeant = (said: string): string | undefined =>
  [...FORMER].find(([name, { zh }]) => name === said || zh === said)?.[0];

const CHECKED: Readonly<Record<string, 'pass' | 'return'>> = { pass: 'pass', 通过: 'pass', return: 'return', 退回: 'return' };
const DECIDED: Readonly<Record<string, 'accept' | 'reject'>> = {
  accept: 'accept',
  同意: 'accept',
  reject: 'reject',
  不同意: 'reject',
};
/** The result of a check or of a decision, as the act names it. */
export const resultOf = (act: string, said: string): string | undefined =>
  own<string>(act.startsWith('decide-') ? DECIDED : CHECKED, said);

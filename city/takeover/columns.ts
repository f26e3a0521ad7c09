import type { Former, FormerMonth } from '../../domain/model/first-day.js';
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

export type FormerName = Former['do'] | FormerMonth['do'];
type Told = { readonly zh: string; readonly asks: readonly TakeoverColumn[]; readonly may?: readonly TakeoverColumn[] };

/** What can be taken over, by its name and its Chinese one: what has to be said of each, and what may be. */
export const FORMER: Readonly<Record<FormerName, Told>> = {
  'submit-monthly-evidence': { zh: '月度存证', asks: ['month'] },
  'check-monthly-evidence': { zh: '月度检查', asks: ['month', 'result'] },
  'submit-data-quality-plan': { zh: '数据质量控制方案', asks: [] },
  'submit-first-report': { zh: '初次报告', asks: ['amount'] },
  'submit-further-filing': { zh: '另行报送', asks: ['filing'] },
  'appoint-verifier': { zh: '委托核查', asks: ['verifier'] },
  'submit-verified-report': { zh: '核查报告', asks: ['amount', 'verifier'] },
  'first-check': { zh: '区检查', asks: ['result'] },
  'apply-for-adjustment': { zh: '调整申请', asks: ['amount'] },
  'decide-adjustment': { zh: '调整决定', asks: ['result'], may: ['amount'] },
  'pre-allocate': { zh: '预发', asks: ['amount'] },
  'record-spot-check': { zh: '抽查', asks: ['amount'] },
  'confirm-emissions': { zh: '核定', asks: ['amount'] },
  allocate: { zh: '核发', asks: ['amount'], may: ['takenBack'] },
  'apply-for-offsets': { zh: '抵销申请', asks: ['lots'] },
  'decide-offsets': { zh: '抵销决定', asks: ['result'] },
  surrender: { zh: '清缴', asks: ['amount'], may: ['offsets', 'outside'] },
  'submit-general-report': { zh: '一般报告', asks: ['amount'] },
  'check-general-report': { zh: '一般报告检查', asks: ['result'] },
};

/** What belongs to the monthly evidence of a unit, a case of its own. */
export const isOfEvidence = (one: Former | FormerMonth): one is FormerMonth => 'month' in one;

export const formerMeant = (said: string): FormerName | undefined =>
  (Object.keys(FORMER) as FormerName[]).find((name) => name === said || FORMER[name].zh === said);

const CHECKED: Readonly<Record<string, 'pass' | 'return'>> = { pass: 'pass', 通过: 'pass', return: 'return', 退回: 'return' };
const DECIDED: Readonly<Record<string, 'accept' | 'reject'>> = {
  ...{ accept: 'accept', 同意: 'accept', reject: 'reject', 不同意: 'reject' },
};
/** The result of a check or of a decision, as the act names it. */
export const resultOf = (act: FormerName, said: string): string | undefined =>
  own<string>(act.startsWith('decide-') ? DECIDED : CHECKED, said);

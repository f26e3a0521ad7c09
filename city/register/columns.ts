import { isDay, type Day } from '../../domain/model/instant.js';
import type { Columns } from '../table/headings.js';

/** The columns of a register of units (单位名单), and the Chinese headings under which each may stand. */
export const REGISTER_COLUMNS = {
  id: { headings: ['单位编号', '编号'], needed: true, name: true },
  name: { headings: ['单位名称', '名称'], needed: true },
  kind: { headings: ['单位类别', '类别'], needed: true },
  district: { headings: ['所属区', '所在区', '区'], needed: true },
  newlyListed: { headings: ['新增单位', '是否新增'] },
  mail: { headings: ['电子邮箱', '邮箱', 'email'], needed: true },
  lastApproved: { headings: ['上一周期核定配额', '上年核定配额'] },
  lastSettled: { headings: ['上一周期完成清缴', '上年完成清缴'] },
  listedOn: { headings: ['列入名单日期', '列入日期'] },
  mustReport: { headings: ['须报告', '是否报告'] },
  mustBeVerified: { headings: ['须核查', '是否核查'] },
  mustSettle: { headings: ['须清缴', '是否清缴'] },
  telephone: { headings: ['联系电话', '电话'] },
  webhook: { headings: ['系统接口地址', '接口地址'] },
} as const satisfies Columns<string>;
export type RegisterColumn = keyof typeof REGISTER_COLUMNS;
/** What the register may not ask of a unit; asked, where nothing is said. */
export const FLAGS = ['mustReport', 'mustBeVerified', 'mustSettle'] as const satisfies readonly RegisterColumn[];

const KINDS: Readonly<Record<string, 'key' | 'general'>> = {
  key: 'key',
  重点碳排放单位: 'key',
  general: 'general',
  一般报告单位: 'general',
};
const ANSWERS: Readonly<Record<string, boolean>> = {
  是: true,
  yes: true,
  true: true,
  y: true,
  '1': true,
  否: false,
  no: false,
  false: false,
  n: false,
  '0': false,
};

const WRITTEN_DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u;

const read = <T>(words: Readonly<Record<string, T>>, said: string): T | undefined => {
  const word = said.toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
};

export const kindMeant = (said: string): 'key' | 'general' | undefined => read(KINDS, said);
/** 是 / 否; none where it is neither. */
export const answerMeant = (said: string): boolean | undefined => read(ANSWERS, said);
/** A day as people and spreadsheets write it: 2024-07-01, 2024/7/1, 2024年7月1日; none where there is no such day. */
export function dayMeant(said: string): Day | undefined {
  const [, year = '', month = '', date = ''] = WRITTEN_DAY.exec(said) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

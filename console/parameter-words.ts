import { loadLibrary } from '../regulation/instruments.js';
import type { Explained } from '../views/explain.js';
import { own } from '../domain/model/own.js';
import { dutySaid } from './words.js';
import type { Visit } from './visit.js';

type Say = Pick<Visit, 'say'>;
type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What a value is about, where its name is not that of a duty and what of it. */
const NAMES: Words = {
  'check.late-filing': ['迟报或重新报送的检查期', 'the window of what is filed late, or again'],
  'surrender.after-confirmation': ['核定后的清缴期', 'time to surrender after the confirmation'],
  'collection.order': ['扣缴顺序', 'order of the collection'],
  'collection.happens': ['扣缴时间', 'when it is collected'],
  'obligation.rounding': ['应清缴量取整', 'rounding of what is owed'],
};
/** The end of a name, after that of a duty. */
const PARTS: Words = {
  due: ['截止日', 'last day'],
  window: ['办理期限', 'window'],
  with: ['提交时间', 'when it is due'],
};
/** A reading that the program carries out. */
const VALUES: Words = {
  'from-filing': ['自报送之日起重新计算', 'anew from the filing'],
  'expiring-allowances-offsets': [
    '先扣即将过期的配额，再扣其他配额，后扣抵销产品',
    'allowances that expire, other allowances, then offsets',
  ],
  'after-surrender-due': ['清缴截止日之后', 'once the surrender was due'],
  'whole-up': ['进位到整吨', 'up to whole tonnes'],
};
const UNITS: Words = {
  day: ['', ''],
  word: ['', ''],
  duty: ['', ''],
  'natural days': ['个自然日', 'natural days'],
  'working days': ['个工作日', 'working days'],
};

/** Readings stand in the rulebook in English; in Chinese they stand here, by their words, days left open. */
const READINGS: Readonly<Record<string, string>> = {
  'A Saturday; it stands.': '当日为星期六，不顺延。',
  'A Sunday and a holiday; it stands.': '当日为星期日和节假日，不顺延。',
  'Counted from the last day of the month; of the months of the year in which the cycle runs.':
    '自当月最后一日起算；适用于履约周期所在年份的各月。',
  'From the submission deadline.': '自报送截止日起算。',
  'From the submission deadline: {day}.': '自报送截止日起算：{day}。',
  'From the submission deadline (our reading): {day}.': '自报送截止日起算（本平台的理解）：{day}。',
  'A filing after its deadline, or a refiling, starts the window anew; the text is silent on it.':
    '逾期报送或者重新报送的，检查期自报送之日起重新计算；通知对此未作规定。',
  '新增重点碳排放单位，须通过管理平台提交数据质量控制方案: the notice names no date; due with the first report.':
    '“新增重点碳排放单位，须通过管理平台提交数据质量控制方案”：通知未规定日期，与初次碳排放报告同时提交。',
  'A right lapses with its day.': '权利逾期即失效。',
  'Only those who are late by their own doing are collected from: due at the deadline, or so many working days after the confirmation, counted from the next day, where that is later.':
    '只对因自身原因逾期的单位扣缴：截止日为通知规定之日；核定较晚的，为核定次日起算的上述工作日届满之日，以较晚者为准。',
  'Allowances that expire at this deadline, the other allowances, both oldest vintage first; then eligible offsets within the caps, oldest recorded first; ties in the order of credit.':
    '先扣在本次截止日过期的配额，再扣其他配额，均以年份较早者为先；然后在上限内扣可用的抵销产品，以登记较早者为先；相同的按入账先后。',
  'From the first instant after the day on which surrender is due.': '自清缴截止日结束后的第一时刻起。',
  'Confirmed emissions, up to whole tonnes.': '核定排放量，进位到整吨。',
  'Published together with the confirmation.': '与排放量核定一并公布。',
  'Reports and the pre-allocation with the first change, the rest with the second: our reading of two published reports.':
    '报告和预发随第一次调整顺延，其余随第二次：本平台对两份公开报道的理解。',
};
const DAY = /\d{4}-\d{2}-\d{2}/g;

/** What a value of the rulebook is about, in words; its own name where there are none. */
export function parameterSaid(visit: Say, name: string): string {
  const words = own(NAMES, name);
  if (words) return visit.say(...words);
  const [duty = '', part = ''] = name.split('.');
  const its = own(PARTS, part);
  if (!its) return name;
  return visit.say(`${dutySaid(visit, duty)}${its[0]}`, `${dutySaid(visit, duty)}: ${its[1]}`);
}

/** The value with its unit: a day as it is, a reading in words. */
export function valueOf(visit: Say, { value, unit }: Pick<Explained, 'value' | 'unit'>): string {
  const said = (typeof value === 'string' ? [value] : value).map((one) => {
    const words = own(VALUES, one);
    if (words) return visit.say(...words);
    return unit === 'duty' ? visit.say(`与${dutySaid(visit, one)}同时`, `with the ${dutySaid(visit, one)}`) : one;
  });
  const [zh, en] = own(UNITS, unit) ?? [unit, unit];
  return [said.join(visit.say('、', ', ')), visit.say(zh, en)].filter((part) => part !== '').join(' ');
}

/** How a text is read, in Chinese; undefined where nobody has said it so. */
export function readingInChinese(reading: string): string | undefined {
  const days = reading.match(DAY) ?? [];
  const found = own(READINGS, reading.replace(DAY, '{day}'));
  return days.reduce<string | undefined>((text, day) => text?.replace('{day}', day), found);
}

/** A clause with the number of its text, as people cite it. */
export function citeSaid({ instrument, clause }: Explained['cite']): string {
  const text = loadLibrary().instruments.find(({ id }) => id === instrument);
  return `${text?.number ?? text?.title ?? instrument} ${clause}`;
}

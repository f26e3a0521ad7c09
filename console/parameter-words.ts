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
  'collection.order': ['收缴顺序', 'order of the collection'],
  'collection.happens': ['收缴时间', 'when it is collected'],
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

/** A clause with the number of its text, as people cite it. */
export function citeSaid({ instrument, clause }: Explained['cite']): string {
  const text = loadLibrary().instruments.find(({ id }) => id === instrument);
  return `${text?.number ?? text?.title ?? instrument} ${clause}`;
}

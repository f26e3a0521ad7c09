import { dutyCalled } from '../domain/letters/names.js';
import type { Notice } from '../domain/letters/letter.js';
import { askedIn } from './quotes.js';
import { spoken } from './spoken.js';
import type { Told } from './matter.js';

/** One line of an authority's letter. */
interface Row {
  readonly unit: string;
  readonly dueOn: string;
  readonly said: string;
  readonly link: string;
}

/** What an authority's letter tells of one duty: a table by unit. */
export interface Group {
  readonly title: string;
  readonly clause?: { readonly name: string; readonly quote?: string };
  readonly rows: readonly Row[];
}

const SORTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  escalation: ['督办', 'escalated'],
  overdue: ['逾期', 'overdue'],
  'decisions-overdue': ['逾期', 'overdue'],
  referral: ['立案', 'matters opened'],
  order: ['责令改正', 'orders'],
  'unit-unsigned': ['无人签署', 'without anybody to sign'],
  reminder: ['提醒', 'reminders'],
};
const ORDER = Object.keys(SORTS);
const OTHER: readonly [string, string] = ['其他', 'other'];

const sortOf = ({ template }: Notice): readonly [string, string] => SORTS[template] ?? OTHER;
const rank = ({ template }: Notice): number => {
  const at = ORDER.indexOf(template);
  return at < 0 ? ORDER.length : at;
};

const titleOf = (told: Told): string => {
  const { template, duty, say } = told;
  const name = duty === undefined ? (say?.['about'] ?? '') : (dutyCalled(duty)?.zh ?? duty);
  const [sort] = sortOf(told);
  if (SORTS[template] && name !== '') return `${sort} · ${name}`;
  return spoken(told).subject.replace(/^【([^】]*)】.*$/u, '$1');
};

const nameOf = ({ unit, say }: Told): string => (say?.['name'] ? `${say['name']}（${unit}）` : unit === 'city' ? '' : unit);

/** What a line says beside unit and date: the number of days left, or all of it where there is no duty. */
const saidOf = (told: Told): string => {
  const { template, say } = told;
  if (template === 'reminder') return say?.['daysLeft'] === '0' ? '今天是最后一天' : `还有 ${say?.['daysLeft'] ?? ''} 天`;
  if (template === 'overdue' || template === 'escalation' || template === 'referral') return sortOf(told)[0];
  const said = spoken(told).subject.replace(/^【[^】]*】/u, '');
  const name = nameOf(told);
  return name !== '' && said.endsWith(`：${name}`) ? said.slice(0, -name.length - 1) : said;
};

const linkOf = ({ unit }: Told): string => (unit === 'city' ? '/inbox' : `/units/${encodeURIComponent(unit)}`);

const byUnit = (a: Row, b: Row): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0;

/** The notices of an authority's letter as tables: what has a consequence first, by duty, then by date and unit. */
export function groupsOf(notices: readonly Told[]): Group[] {
  const found = new Map<string, Told[]>();
  for (const told of [...notices].sort((a, b) => rank(a) - rank(b))) {
    const title = titleOf(told);
    found.set(title, [...(found.get(title) ?? []), told]);
  }
  return [...found].map(([title, all]) => {
    const [first] = all;
    const duty = first?.duty;
    const asked = duty === undefined ? {} : askedIn(Number(first?.caseId.slice(0, 4)), duty);
    const { quote, clause = duty === undefined ? undefined : dutyCalled(duty)?.clause } = asked;
    return {
      title,
      ...(clause === undefined ? {} : { clause: { name: `通知${clause}`, ...(quote === undefined ? {} : { quote }) } }),
      rows: all
        .map((told): Row => ({ unit: nameOf(told), dueOn: told.say?.['dueOn'] ?? '', said: saidOf(told), link: linkOf(told) }))
        .sort(byUnit),
    };
  });
}

/** How many of each sort: `逾期 3、督办 2、提醒 5`, and in English. */
export function countsOf(notices: readonly Told[]): { readonly zh: string; readonly en: string } {
  const counted = new Map<readonly [string, string], number>();
  for (const told of [...notices].sort((a, b) => rank(a) - rank(b))) {
    const sort = [...counted.keys()].find(([zh]) => zh === sortOf(told)[0]) ?? sortOf(told);
    counted.set(sort, (counted.get(sort) ?? 0) + 1);
  }
  return {
    zh: [...counted].map(([[zh], n]) => `${zh} ${String(n)} 项`).join('、'),
    en: [...counted].map(([[, en], n]) => `${String(n)} ${en}`).join(', '),
  };
}

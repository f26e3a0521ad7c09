import type { Wrong } from './wrong.js';

/** GB/T 4754-2017 国民经济行业分类: each section (门类) with its last division (大类); the divisions go on through the sections. */
const SECTIONS: readonly (readonly [section: string, last: number])[] = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
];

/** The section in which the division lies with which a code begins; none where there is no such division. */
const sectionOf = (digits: string): string | undefined => {
  const division = Number(digits.slice(0, 2));
  return division === 0 ? undefined : SECTIONS.find(([, last]) => division <= last)?.[0];
};

const CODE = /^(?<section>[A-T])?(?<digits>\d{2,4})?$/;

/** The code that is meant, in its one spelling; none where it is none. At any level: a section, a division, a group, a class. */
function meantBy(text: string): string | undefined {
  const { section = '', digits = '' } = CODE.exec(text)?.groups ?? {};
  if (digits === '') return section === '' ? undefined : section;
  const its = sectionOf(digits);
  if (its === undefined) return undefined;
  return section === '' ? digits : `${its}${digits}`;
}

const NO_CODE: Wrong = [
  '不是行业代码：按 GB/T 4754 填写，如 4430 或 D4430（门类字母可省，数字两至四位）',
  'is no industry code of GB/T 4754, such as 4430 or D4430: two to four digits, before which its section may stand',
];

/** Why a text is no industry code; where one is meant that is written another way, or under another section, that one. */
export function wrongIndustryCode(text: string): Wrong | undefined {
  const meant = meantBy(text);
  if (meant === text) return undefined;
  // wide letters, small ones, a space, the name of the industry behind it
  const [narrow] =
    /^[A-T]?\d{2,4}(?!\d)/.exec(
      text
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[\s.-]/g, ''),
    ) ?? [];
  const nearest = meant ?? (narrow === undefined ? undefined : meantBy(narrow));
  return nearest === undefined
    ? NO_CODE
    : [`行业代码请写成 ${nearest}`, `must be an industry code of GB/T 4754: write ${nearest}`];
}

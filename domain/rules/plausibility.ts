import { distance, isLess, isZero, over, plus, times, ZERO, type Amount } from '../model/amount.js';
import { own } from '../model/own.js';
import { monthsOf, type Month } from '../model/instant.js';
import type { FuelUse } from './emissions.js';
import type { Finding } from './finding.js';
import { factorSlips, slipOf, UNITS, type SlipValues } from './slips.js';
import { line, type Reasoned } from './working.js';

/** One month's package (月度信息化存证), as far as its numbers go. */
export interface MonthlyData {
  readonly month: Month;
  readonly electricityMWh: Amount;
  readonly greenElectricityMWh?: Amount;
  readonly heatGJ?: Amount;
  readonly fuels: readonly FuelUse[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Why a figure is zero, by its name (`electricity`, `heat`, a fuel). */
  readonly zeroBecause?: Readonly<Record<string, string>>;
}
export interface PlausibilityInput {
  readonly data: MonthlyData;
  readonly previous?: MonthlyData;
  /** Where that of the month before is missing: the last one that there is. */
  readonly earlier?: MonthlyData;
  readonly lastYear?: MonthlyData;
  /** Where there is no month at all to compare with: the figures of a whole year, as last reported. */
  readonly annual?: { readonly year: string; readonly figures: Readonly<Record<string, Amount>> };
  /** Files of earlier packages of the unit. */
  readonly seen?: readonly { readonly sha256: string; readonly month: Month }[];
}
export interface PlausibilityValues extends SlipValues {
  readonly jumpShare: Amount;
  readonly yearJumpShare: Amount;
}

export const PLAUSIBILITY_RESTS = [
  'plausibility.jump-share',
  'plausibility.year-jump-share',
  'plausibility.slip-factors',
  'plausibility.slip-tolerance',
  'plausibility.heat-slip-factors',
];

/** The figures of a package by name. */
const figuresOf = (data: MonthlyData): Map<string, Amount> => {
  const figures = new Map<string, Amount>([['electricity', data.electricityMWh]]);
  if (data.heatGJ !== undefined) figures.set('heat', data.heatGJ);
  for (const { fuel, consumption } of data.fuels) figures.set(fuel, plus(figures.get(fuel) ?? ZERO, consumption));
  return figures;
};

/** How what a package is compared with is called; an earlier one by its month. */
const WORDS: Readonly<Partial<Record<'previous' | 'earlier' | 'last-year', readonly [zh: string, en: string]>>> = {
  previous: ['上月', 'the month before'],
  'last-year': ['去年同月', 'the same month of last year'],
};

const compared = (
  data: MonthlyData,
  other: MonthlyData,
  share: Amount,
  when: 'previous' | 'earlier' | 'last-year',
  values: PlausibilityValues,
): Finding[] => {
  const findings: Finding[] = [];
  const before = figuresOf(other);
  const [zh, en] = WORDS[when] ?? [other.month, other.month];
  const now = figuresOf(data);
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    const [is, was] = [now.get(name) ?? ZERO, before.get(name) ?? ZERO];
    const numbers = { [data.month]: is, [other.month]: was };
    const slip = slipOf(is, was, values, name);
    if (slip !== undefined)
      findings.push({
        code: 'unit-slip',
        severity: 'error',
        about: name,
        zh: `${name} 与${zh}相差约${slip}倍，疑为计量单位错误（${UNITS}）`,
        en: `${name} is about ${slip} times off ${en}: a slip of the unit (${UNITS})?`,
        numbers: { ...numbers, factor: slip },
      });
    else if (!isZero(is) && !isZero(was) && isLess(times(was, share), distance(is, was)))
      findings.push({
        code: when === 'last-year' ? 'year-jump' : 'jump',
        severity: 'question',
        about: name,
        zh: `${name} 较${zh}变化超过 ${share}`,
        en: `${name} differs from ${en} by more than the share ${share}`,
        numbers: { ...numbers, share },
      });
    if (isZero(is) && !isZero(was) && !own(data.zeroBecause ?? {}, name))
      findings.push({
        code: 'zero-without-reason',
        severity: 'warning',
        about: name,
        zh: `${name} 为零而${zh}不为零，未说明原因`,
        en: `${name} is zero and was not in ${en}, without a reason given`,
        numbers,
      });
  }
  return findings;
};

/**
 * A first package against the last annual report. A month may be far from a twelfth of its year, in winter or summer; more than the whole
 * year, and about one of the multiples of its mean, it is a slip.
 */
const againstYear = (data: MonthlyData, annual: PlausibilityInput['annual'], values: PlausibilityValues): Finding[] => {
  if (annual === undefined) return [];
  const { year } = annual;
  const months = String(monthsOf(Number(year)).length);
  return [...figuresOf(data)].flatMap(([name, is]): Finding[] => {
    const whole = own(annual.figures, name);
    if (whole === undefined || isZero(whole) || !isLess(whole, is)) return [];
    const slip = slipOf(is, over(whole, months), values, name);
    if (slip === undefined) return [];
    return [
      {
        code: 'unit-slip',
        severity: 'error',
        about: name,
        zh: `${name} 约为${year}年报告月均值的${slip}倍，疑为计量单位错误（${UNITS}）`,
        en: `${name} is about ${slip} times the mean month of the report of ${year}: a slip of the unit (${UNITS})?`,
        numbers: { [data.month]: is, [year]: whole, factor: slip },
      },
    ];
  });
};

const filesOf = (input: PlausibilityInput): Finding[] => {
  const { files, month } = input.data;
  if (files.length === 0)
    return [
      {
        code: 'missing-files',
        severity: 'error',
        about: 'files',
        zh: '未上传支撑材料',
        en: 'no supporting file came with it',
        numbers: {},
      },
    ];
  return files.flatMap(({ name, sha256 }, index) => {
    const earlier =
      files.findIndex((file) => file.sha256 === sha256) < index
        ? month
        : input.seen?.find((file) => file.sha256 === sha256)?.month;
    if (earlier === undefined) return [];
    const zh = `文件 ${name} 与${earlier}的文件内容相同`;
    return [
      {
        code: 'file-twice',
        severity: 'error',
        about: name,
        zh,
        en: `${name} is the same file as one of ${earlier}`,
        numbers: { sha256 },
      },
    ];
  });
};

const greenOf = ({ electricityMWh, greenElectricityMWh = ZERO }: MonthlyData): Finding[] =>
  isLess(electricityMWh, greenElectricityMWh)
    ? [
        {
          code: 'green-above-total',
          severity: 'error',
          about: 'greenElectricity',
          zh: '绿电用量超过总用电量',
          en: 'more green electricity than electricity in all',
          numbers: { electricityMWh, greenElectricityMWh },
        },
      ]
    : [];

/**
 * 四(三) 识别异常数据，查实并指导碳排放单位及时更正: what in a month's package deserves a question, with the numbers that led to it.
 * Findings propose; a district decides whether to return the package.
 */
export function plausibility(
  input: PlausibilityInput,
  values: PlausibilityValues,
): Reasoned<{ readonly findings: readonly Finding[] }> {
  const { data, previous, earlier, lastYear, annual } = input;
  const all = [
    ...greenOf(data),
    ...filesOf(input),
    ...factorSlips(data.fuels, values),
    ...(previous ? compared(data, previous, values.jumpShare, 'previous', values) : []),
    ...(earlier ? compared(data, earlier, values.jumpShare, 'earlier', values) : []),
    ...(lastYear ? compared(data, lastYear, values.yearJumpShare, 'last-year', values) : []),
    ...(previous || earlier || lastYear ? [] : againstYear(data, annual, values)),
  ];
  const step = '按阈值比对 / compared by the thresholds: findings';
  return { answer: { findings: all }, working: [line(step, String(all.length), 'findings', ...PLAUSIBILITY_RESTS)] };
}

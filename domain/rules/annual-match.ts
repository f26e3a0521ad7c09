import { distance, isLess, sum, times, ZERO, type Amount } from '../model/amount.js';
import type { Month } from '../model/instant.js';
import { monthsOf } from '../model/instant.js';
import { own } from '../model/own.js';
import type { Finding } from './finding.js';
import { line, type Reasoned, type WorkingStep } from './working.js';

/** 活动数据: activity data by name (`electricity`, `heat`, a fuel) in the units of the package. */
export type ActivityData = Readonly<Record<string, Amount>>;
export interface AnnualMatchInput {
  readonly year: string;
  readonly months: readonly { readonly month: Month; readonly figures: ActivityData }[];
  readonly annual: ActivityData;
}

export const ANNUAL_MATCH_RESTS = ['plausibility.annual-share'];

/** 四(三) 识别异常数据: whether the twelve months of a year add up to its annual report, and which months are missing. */
export function annualMatch(
  input: AnnualMatchInput,
  values: { readonly annualShare: Amount },
): Reasoned<{ readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const working: WorkingStep[] = [];
  for (const month of monthsOf(Number(input.year)))
    if (!input.months.some((one) => one.month === month))
      findings.push({
        code: 'month-missing',
        severity: 'warning',
        about: month,
        zh: `缺${month}的月度存证`,
        en: `the package of ${month} is missing`,
        numbers: {},
      });
  const names = new Set([...Object.keys(input.annual), ...input.months.flatMap(({ figures }) => Object.keys(figures))]);
  for (const name of names) {
    const annual = own(input.annual, name) ?? ZERO;
    const months = sum(input.months.map(({ figures }) => own(figures, name) ?? ZERO));
    working.push(line(`${name}: 十二个月合计 / sum of the months`, months, 'as reported', 'plausibility.annual-share'));
    if (!isLess(times(annual, values.annualShare), distance(months, annual))) continue;
    findings.push({
      code: 'annual-mismatch',
      severity: 'error',
      about: name,
      zh: `${name} 月度合计 ${months} 与年度报告 ${annual} 不一致`,
      en: `${name}: the months add up to ${months}, the annual report says ${annual}`,
      numbers: { months, annual, share: values.annualShare },
    });
  }
  return { answer: { findings }, working };
}

import {
  hundredthsHalfUp,
  isAmount,
  isLess,
  larger,
  minus,
  over,
  smaller,
  sum,
  times,
  ZERO,
  type Amount,
} from '../../domain/model/amount.js';
import { own } from '../../domain/model/own.js';
import { isProvisional, type Rulebook } from '../../domain/model/rulebook.js';
import type { Finding, Severity } from '../../domain/rules/finding.js';
import type { Check } from '../../regulation/forms/form.js';
import { textIn } from '../../regulation/values.js';
import type { Before, Looked } from './looked.js';
import { rowsOf, textOf, type Row } from './values.js';

const SHARE = 'adjustment.facility-share';
const TONNES = 'adjustment.facility-tonnes';
const SWING = 'adjustment.base-year-swing';

/** What a facility gives off is compared with what the unit reported last for the cycle that it applies in. */
const REPORTS = ['verified-report', 'first-report'];
const totalOf = (before: readonly Before[], cycle: number): Amount | undefined =>
  REPORTS.flatMap((name) => before.find((one) => one.form.name === name && one.cycle === cycle)?.totals?.total ?? [])[0];

const amountsOf = (row: Row, column: string): Amount[] => (isAmount(row[column] ?? '') ? [row[column] ?? ''] : []);
const inPercent = (share: Amount): string => `${times(share, '100')}%`;

interface Asked {
  readonly rulebook: Rulebook;
  readonly severity: Severity;
  /** Of the unit, where a report tells it. */
  readonly total?: Amount | undefined;
}

/** A finding by a threshold, which says so where nobody has decided that one. */
function byThreshold(
  { rulebook, severity }: Pick<Asked, 'rulebook' | 'severity'>,
  names: readonly string[],
  { zh, en, ...finding }: Omit<Finding, 'severity'>,
): Finding {
  const unsure = names.some((name) => isProvisional(rulebook.parameters[name]?.status ?? 'placeholder'));
  return {
    ...finding,
    severity,
    zh: unsure ? `${zh}（标准尚待明确）` : zh,
    en: unsure ? `${en} (the threshold is not decided yet)` : en,
  };
}

/** 新增设施: a share of the unit's total or more, or more than so many tonnes; the tonnes alone where no report tells the total. */
const newFacility = (row: Row, n: number, { rulebook, severity, total }: Asked): Finding[] =>
  amountsOf(row, 'tonnes').flatMap((its): Finding[] => {
    const [share, tonnes] = [textIn(rulebook, SHARE), textIn(rulebook, TONNES)];
    if (isLess(tonnes, its) || (total !== undefined && !isLess(its, times(total, share)))) return [];
    const { facility = '' } = row;
    const [zh, en] =
      total === undefined
        ? ['平台上没有本年度报告，未能与单位排放总量比较', 'no report on the platform tells the total to compare it with']
        : [`也不到单位排放总量 ${total} 吨的 ${inPercent(share)}`, `and less than the share ${share} of the total of ${total} t`];
    const finding = {
      code: 'facility-below-threshold',
      about: `facilities.${String(n)}`,
      zh: `新增设施 ${facility} 年排放量 ${its} 吨，不超过 ${tonnes} 吨，${zh}`,
      en: `the new facility ${facility} gives off ${its} t a year, not more than ${tonnes} t, ${en}`,
      numbers: { facility: its, tonnes, ...(total === undefined ? {} : { total, share }) },
    };
    return [byThreshold({ rulebook, severity: total === undefined ? 'question' : severity }, [SHARE, TONNES], finding)];
  });

/** 按产业政策关停设施: more than so many tonnes in the base years. */
const closedFacility = (row: Row, n: number, asked: Asked): Finding[] =>
  amountsOf(row, 'tonnes').flatMap((its): Finding[] => {
    const tonnes = textIn(asked.rulebook, TONNES);
    if (isLess(tonnes, its)) return [];
    const { facility = '' } = row;
    const finding = {
      code: 'facility-below-threshold',
      about: `facilities.${String(n)}`,
      zh: `关停设施 ${facility} 基准年排放量 ${its} 吨，不超过 ${tonnes} 吨`,
      en: `the closed facility ${facility} gave off ${its} t in the base years, not more than ${tonnes} t`,
      numbers: { facility: its, tonnes },
    };
    return [byThreshold(asked, [TONNES], finding)];
  });

/**
 * 基准年排放波动: by more than a share. However a swing is measured, it is not above that of the largest year over the smallest: where even
 * that one is within the share, there is none. Told with the base weighted by itself, ΣE²/ΣE, and the plain mean.
 */
function swing(years: readonly Amount[], asked: Asked): Finding[] {
  const share = textIn(asked.rulebook, SWING);
  const [first = ZERO] = years;
  const [most, least] = [years.reduce(larger, first), years.reduce(smaller, first)];
  if (isLess(times(least, share), minus(most, least))) return [];
  const all = sum(years);
  const mean = hundredthsHalfUp(over(all, String(years.length)));
  const weighted = isLess(ZERO, all) ? hundredthsHalfUp(over(sum(years.map((one) => times(one, one))), all)) : ZERO;
  const finding = {
    code: 'no-swing',
    about: 'baseYears',
    zh: `各基准年排放量在 ${least} 至 ${most} 吨之间，波动不超过 ${inPercent(share)}`,
    en: `the base years lie between ${least} t and ${most} t: they swing by no more than the share ${share}`,
    numbers: { least, most, share, mean, weighted },
  };
  return [byThreshold(asked, [SWING], finding)];
}

/** Grounds that are judged by what a facility gives off. */
const BY_FACILITY = { 'new-facility': newFacility, 'closed-facility': closedFacility };

const withoutFigures = (severity: Severity, about: string, zh: string, en: string): Finding[] => [
  { code: 'ground-without-figures', severity, about, zh, en, numbers: {} },
];

/**
 * 三(二)「存在新增设施或满足配额调整条件的重点碳排放单位」: whether what an application says of its ground reaches what is told of that
 * ground. It informs whoever decides, and keeps no application from being filed.
 */
export function adjustmentGround(
  { values, cycle }: Looked,
  before: readonly Before[],
  rulebook: Rulebook,
  { field = '', severity }: Check,
): Finding[] {
  const ground = textOf(values, field);
  if (ground === 'base-years-swing') {
    const years = rowsOf(values, 'baseYears').flatMap((row) => amountsOf(row, 'emissions'));
    return years.length > 1
      ? swing(years, { rulebook, severity })
      : withoutFigures(severity, 'baseYears', '未填写各基准年的排放量', 'what the base years gave off is not filled in');
  }
  const judge = own(BY_FACILITY, ground ?? '');
  if (!judge) return [];
  const facilities = rowsOf(values, 'facilities');
  if (facilities.every((row) => amountsOf(row, 'tonnes').length === 0))
    return withoutFigures(severity, 'facilities', '未填写所涉设施及其年排放量', 'no facility is named with what it gives off');
  const total = totalOf(before, cycle);
  return facilities.flatMap((row, n) => judge(row, n, { rulebook, severity, total }));
}

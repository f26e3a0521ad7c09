import { plus, ZERO, type Amount } from '../../domain/model/amount.js';
import type { Month } from '../../domain/model/instant.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { annualMatch } from '../../domain/rules/annual-match.js';
import type { Finding, Severity } from '../../domain/rules/finding.js';
import {
  plausibility,
  type MonthlyData,
  type PlausibilityInput,
  type PlausibilityValues,
} from '../../domain/rules/plausibility.js';
import { factorSlips } from '../../domain/rules/slips.js';
import type { Check, CheckName } from '../../regulation/forms/form.js';
import { plausibilityValues, textIn } from '../../regulation/values.js';
import { adjustmentGround } from './adjustment.js';
import { compared, sameVerifier } from './against.js';
import type { Before, Looked } from './looked.js';
import { differencesExplained, itsMakersOwn, reportedAsFiled } from './compared.js';
import { activityReportedAsFiled, factorsOtherwise } from './as-filed.js';
import { addsUp, namedTwice, notAbove, ofTheMonth, readOff, sameFileTwice } from './inside.js';
import { activityOf, computeTotals, factorsBy, negativeDifferences, statedOtherwise, termOf, type Computed } from './totals.js';
import { rowsOf } from './values.js';

/** A finding by the name under which it is explained and answered: `unit-slip:electricity`. */
export interface NamedFinding extends Finding {
  readonly key: string;
}

/** What is computed of a document and found in it. */
export interface Seen {
  readonly totals?: Computed;
  /** Worst first. */
  readonly findings: readonly NamedFinding[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'question'];
const FINDINGS_MAX = 200;

/** Worst first, each under a key of its own. */
function named(findings: readonly Finding[]): NamedFinding[] {
  const count = new Map<string, number>();
  return findings
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    .slice(0, FINDINGS_MAX)
    .map((finding) => {
      const base = `${finding.code}:${finding.about}`;
      const n = (count.get(base) ?? 0) + 1;
      count.set(base, n);
      return { ...finding, key: n === 1 ? base : `${base}:${String(n)}` };
    });
}

/** A month's package as the rule of plausibility takes it; green electricity as it was written, be it above the total. */
const monthlyOf = ({ form, values, files, month = '' }: Looked, zeros?: string): MonthlyData => {
  const { fuels, electricityMWh, heatGJ } = activityOf(form, values);
  const why = zeros === undefined ? [] : rowsOf(values, zeros);
  return {
    month,
    electricityMWh,
    fuels,
    files,
    greenElectricityMWh: termOf(values, form.totals?.greenElectricityMWh),
    ...(values['heatGJ'] === undefined ? {} : { heatGJ }),
    zeroBecause: Object.fromEntries(why.map(({ figure = '', because = '' }) => [figure, because])),
  };
};

/** Figures by name, as the rule that compares years takes them. */
const figuresOf = ({ form, values }: Looked): Record<string, Amount> => {
  const { fuels, electricityMWh, heatGJ } = activityOf(form, values);
  const figures: Record<string, Amount> = { electricity: electricityMWh, heat: heatGJ };
  for (const { fuel, consumption } of fuels) figures[fuel] = plus(figures[fuel] ?? ZERO, consumption);
  return figures;
};

const YEAR = 4;
const lastYearOf = (month: Month): Month => `${String(Number(month.slice(0, YEAR)) - 1)}${month.slice(YEAR)}`;
const monthBefore = (month: Month): Month => {
  const [year = 0, n = 0] = month.split('-').map(Number);
  return n === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(n - 1).padStart(2, '0')}`;
};

interface Looking {
  readonly looked: Looked;
  readonly before: readonly Before[];
  readonly rulebook: Rulebook;
  readonly totals: Computed | undefined;
}
type Look = (looking: Looking, check: Check) => readonly Finding[];

const kept = new WeakMap<Rulebook, PlausibilityValues>();
const plausibleBy = (rulebook: Rulebook): PlausibilityValues => {
  const values = kept.get(rulebook) ?? plausibilityValues(rulebook);
  kept.set(rulebook, values);
  return values;
};

/** The forms of a year's figures, the better known first. */
const ANNUAL = ['verified-report', 'first-report'];

/** The figures of the latest year that was reported, by the emission year; none where no report is on the platform. */
function reportOf(filed: readonly Before[], { cycle, emissionYear }: Rulebook): PlausibilityInput['annual'] {
  const reports = filed.filter(({ form }) => ANNUAL.includes(form.name));
  const [latest] = reports.toSorted((a, b) => b.cycle - a.cycle || ANNUAL.indexOf(a.form.name) - ANNUAL.indexOf(b.form.name));
  return latest && { year: String(emissionYear + latest.cycle - cycle), figures: figuresOf(latest) };
}

const plausible: Look = ({ looked, before: filed, rulebook }, { table }) => {
  const { month = '' } = looked;
  const months = filed.filter((one) => one.form.monthly && one.month !== undefined && one.month !== month);
  const of = (wanted: Month): MonthlyData | undefined => {
    const found = months.find((one) => one.month === wanted);
    return found && monthlyOf(found);
  };
  // where months are missing, the last one that was filed within a year: a gap hides no slip
  const [previous, lastYear] = [of(monthBefore(month)), of(lastYearOf(month))];
  const before = months.flatMap((one) => one.month ?? []).filter((one) => lastYearOf(month) < one && one < month);
  const earlier = previous ? undefined : of(before.toSorted().at(-1) ?? '');
  const annual = reportOf(filed, rulebook);
  const seen = months.flatMap((one) => one.files.map(({ sha256 }) => ({ sha256, month: one.month ?? '' })));
  const input = {
    data: monthlyOf(looked, table),
    seen,
    ...(previous ? { previous } : {}),
    ...(earlier ? { earlier } : {}),
    ...(lastYear ? { lastYear } : {}),
    ...(annual ? { annual } : {}),
  };
  return plausibility(input, plausibleBy(rulebook)).answer.findings;
};

/** Nothing is compared with months of which none is on the platform. */
const annual: Look = ({ looked, before, rulebook }) => {
  const year = String(rulebook.emissionYear);
  const months = before.flatMap((one) =>
    one.form.monthly && one.month?.startsWith(year) === true ? [{ month: one.month, figures: figuresOf(one) }] : [],
  );
  if (months.length === 0) return [];
  const annualShare = textIn(rulebook, 'plausibility.annual-share');
  return annualMatch({ year, months, annual: figuresOf(looked) }, { annualShare }).answer.findings;
};

const against =
  (form: string, words: readonly [zh: string, en: string]): Look =>
  ({ looked, before, totals }, { severity }) => {
    const other = before.find((one) => one.form.name === form && one.cycle === looked.cycle);
    return totals && other?.totals ? compared(totals, other.totals, { form, words, severity }) : [];
  };

const factorsAs =
  (form: string, words: readonly [zh: string, en: string]): Look =>
  ({ looked, before, rulebook }, { severity }) =>
    factorsOtherwise(looked, before, factorsBy(rulebook), { form, words, severity });

const LOOKS: Readonly<Record<CheckName, Look>> = {
  plausibility: plausible,
  'annual-match': annual,
  'against-first-report': against('first-report', ['初次碳排放报告', 'the first report']),
  'against-verification': against('verification-report', ['核查报告', 'the verification report']),
  'same-verifier': ({ looked, before, rulebook }, check) =>
    sameVerifier(looked, before, Number(textIn(rulebook, 'verification.same-verifier')), check),
  'difference-explained': ({ looked, totals }, { severity }) =>
    totals ? differencesExplained(looked.form, looked.values, totals, severity) : [],
  'reported-as-filed': ({ looked, before, totals }, { severity }) =>
    totals ? reportedAsFiled(looked, before, totals, severity) : [],
  'its-makers-own': ({ looked }, check) => itsMakersOwn(looked, check),
  'adds-up': ({ looked, rulebook }, check) => addsUp(looked.values, check, plausibleBy(rulebook)),
  'of-the-month': ({ looked }, check) => ofTheMonth(looked.values, looked.month, check),
  'read-off': ({ looked, rulebook }, check) => readOff(looked.values, check, plausibleBy(rulebook)),
  'named-twice': ({ looked }, check) => namedTwice(looked.values, check),
  'factor-slip': ({ looked: { form, values }, rulebook }) => factorSlips(activityOf(form, values).fuels, plausibleBy(rulebook)),
  'factors-as-filed': factorsAs('first-report', ['初次碳排放报告', 'the first report']),
  'factors-as-verified': factorsAs('verification-report', ['核查报告', 'the verification report']),
  'activity-as-filed': ({ looked, before }, { severity }) => activityReportedAsFiled(looked, before, severity),
  'not-above': ({ looked }, check) => notAbove(looked.values, check),
  'adjustment-ground': ({ looked, before, rulebook }, check) => adjustmentGround(looked, before, rulebook, check),
  'negative-difference': ({ looked }, { severity }) => negativeDifferences(looked.form, looked.values, severity),
};

const NO_FILES: Finding = {
  code: 'missing-files',
  severity: 'error',
  about: 'files',
  zh: '未上传支撑材料',
  en: 'no supporting file came with it',
  numbers: {},
};

/** What a document comes to: its totals, and whatever the district will be shown of it, by the checks that its form names. Pure. */
export function look(looked: Looked, before: readonly Before[], rulebook: Rulebook): Seen {
  const { form, values, files } = looked;
  const totals = computeTotals(form, values, rulebook)?.totals;
  // what comes with a month is looked at with the months before
  const withIt = form.checks.some(({ check }) => check === 'plausibility')
    ? []
    : [...(form.files === 'needed' && files.length === 0 ? [NO_FILES] : []), ...sameFileTwice(files)];
  const looking = { looked, before, rulebook, totals };
  const found = form.checks.flatMap((check) => LOOKS[check.check](looking, check));
  const findings = named([...(totals ? statedOtherwise(form, values, totals, plausibleBy(rulebook)) : []), ...withIt, ...found]);
  return totals ? { totals, findings } : { findings };
}

export type Counted = Readonly<Record<Severity, number>>;
export const countOf = (findings: readonly Pick<Finding, 'severity'>[]): Counted => {
  const of = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return { error: of('error'), warning: of('warning'), question: of('question') };
};

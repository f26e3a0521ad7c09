import { distance, isEqual, plus, ZERO, type Amount } from '../../domain/model/amount.js';
import type { EmissionsValues, FuelFactors, FuelUse } from '../../domain/rules/emissions.js';
import type { Finding, Severity } from '../../domain/rules/finding.js';
import { FACTOR_WORDS } from '../../domain/rules/slips.js';
import { rowsOf, textOf, type Values } from './values.js';
import type { Before, Looked } from './looked.js';
import { activityOf, amountIn, sidesOf } from './totals.js';

const NAMES = ['ncv', 'carbonContent', 'oxidation'] as const;

const otherFiled = (before: readonly Before[], form: string, cycle: number): Before | undefined =>
  before.find((one) => one.form.name === form && one.cycle === cycle);

/** The factors by which a fuel is computed: the default ones where none are filled in. */
const factorsOf = (use: FuelUse, { fuels }: EmissionsValues): FuelFactors => ({
  ncv: use.ncv ?? fuels[use.fuel].ncv,
  carbonContent: use.carbonContent ?? fuels[use.fuel].carbonContent,
  oxidation: use.oxidation ?? fuels[use.fuel].oxidation,
});
const isSame = (a: FuelFactors, b: FuelFactors): boolean => NAMES.every((name) => isEqual(a[name], b[name]));

interface Beside {
  /** The form of the other document, and what it is called. */
  readonly form: string;
  readonly words: readonly [zh: string, en: string];
  readonly severity: Severity;
}

/**
 * Fuels that are computed by other factors than in another document of the same cycle, where the row does not say why; what is not
 * filled in is the default one, in both.
 */
export function factorsOtherwise(
  { form, values, cycle }: Looked,
  before: readonly Before[],
  defaults: EmissionsValues,
  { form: other, words, severity }: Beside,
): Finding[] {
  const filed = otherFiled(before, other, cycle);
  if (!filed) return [];
  const theirs = activityOf(filed.form, filed.values).fuels;
  const { table = '', fuel = '', explained = '' } = form.totals?.fuels ?? {};
  const explains = new Set(rowsOf(values, table).flatMap((row) => (row[explained] === undefined ? [] : [row[fuel]])));
  return activityOf(form, values).fuels.flatMap((use): Finding[] => {
    const [its, same] = [factorsOf(use, defaults), theirs.filter((one) => one.fuel === use.fuel)];
    const there = same.map((one) => factorsOf(one, defaults));
    if (there.length === 0 || there.some((one) => isSame(one, its)) || explains.has(use.fuel)) return [];
    const differ = NAMES.filter((name) => !there.some((one) => isEqual(one[name], its[name])));
    const named = differ.length > 0 ? differ : NAMES;
    const said = (name: (typeof NAMES)[number]): string => [...new Set(there.map((one) => one[name]))].join(' / ');
    const list = (n: 0 | 1, separator: string): string =>
      named.map((name) => `${FACTOR_WORDS[name][n]} ${its[name]} ≠ ${said(name)}`).join(separator);
    return [
      {
        code: 'factor-differs',
        severity,
        about: use.fuel,
        zh: `${use.fuel} 的排放因子与${words[0]}不同，未说明差异：${list(0, '，')}`,
        en: `${use.fuel} is computed by other factors than in ${words[1]}, and the difference is not explained: ${list(1, ', ')}`,
        numbers: Object.fromEntries(named.flatMap((name) => [[name, its[name]] as const, [`${name}There`, said(name)] as const])),
      },
    ];
  });
}

const ENERGY: Readonly<Record<'electricityMWh' | 'heatGJ', readonly [name: string, zh: string, en: string, unit: string]>> = {
  electricityMWh: ['electricity', '购入电量', 'electricity bought', 'MWh'],
  heatGJ: ['heat', '购入热量', 'heat bought', 'GJ'],
};

const added = (uses: readonly (readonly [fuel: string, consumption: Amount])[]): ReadonlyMap<string, Amount> => {
  const sums = new Map<string, Amount>();
  for (const [fuel, consumption] of uses) sums.set(fuel, plus(sums.get(fuel) ?? ZERO, consumption));
  return sums;
};

/** What a verification says was reported of each fuel. */
const reportedFuels = ({
  form,
  values,
}: {
  readonly form: Looked['form'];
  readonly values: Values;
}): ReadonlyMap<string, Amount> => {
  const { table = '', fuel = '', reported = '' } = form.totals?.fuels ?? {};
  return added(rowsOf(values, table).flatMap((row) => amountIn(row[reported]).map((one) => [row[fuel] ?? '', one] as const)));
};

/** Where a verification says that other activity data were reported than the unit filed: of a fuel, of electricity and of heat. */
export function activityReportedAsFiled(looked: Looked, before: readonly Before[], severity: Severity): Finding[] {
  const filed = otherFiled(before, 'first-report', looked.cycle);
  if (!filed) return [];
  const otherwise = (about: string, zh: string, en: string, reported: Amount, its: Amount): Finding[] =>
    isEqual(reported, its)
      ? []
      : [
          {
            code: 'activity-reported-otherwise',
            severity,
            about,
            zh: `${zh}：核查报告所称填报量 ${reported}，单位初次报告为 ${its}`,
            en: `${en}: said to be reported as ${reported}, and the unit's first report says ${its}`,
            numbers: { reported, filed: its, difference: distance(reported, its) },
          },
        ];
  const [here, there] = [
    reportedFuels(looked),
    added(activityOf(filed.form, filed.values).fuels.map(({ fuel, consumption }) => [fuel, consumption])),
  ];
  const fuels = [...new Set([...here.keys(), ...there.keys()])].flatMap((name) =>
    otherwise(name, `${name} 消耗量`, `consumption of ${name}`, here.get(name) ?? ZERO, there.get(name) ?? ZERO),
  );
  const energy = (['electricityMWh', 'heatGJ'] as const).flatMap((part): Finding[] => {
    const field = looked.form.totals?.reported?.[part];
    if (field === undefined) return [];
    const [about, zh, en, unit] = ENERGY[part];
    const [reported = ZERO] = amountIn(textOf(looked.values, field));
    return otherwise(
      about,
      `${zh}（${unit}）`,
      `${en} (${unit})`,
      reported,
      sidesOf(filed.values, filed.form.totals?.[part]).plus,
    );
  });
  return [...fuels, ...energy];
}

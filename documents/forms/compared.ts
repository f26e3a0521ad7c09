import { distance, isAmount, isEqual, ZERO, type Amount } from '../../domain/model/amount.js';
import type { Finding, Severity } from '../../domain/rules/finding.js';
import type { Check, Form } from '../../regulation/forms/form.js';
import type { Before, Looked } from './looked.js';
import { comparedIn, SOURCE_WORDS } from './sources.js';
import type { Computed } from './totals.js';
import { rowsOf, textOf, type Values } from './values.js';

const notExplained = (
  severity: Severity,
  about: string,
  [zh, en]: readonly [string, string],
  { reported, verified }: { readonly reported: Amount; readonly verified: Amount },
): Finding => ({
  code: 'difference-not-explained',
  severity,
  about,
  zh: `${zh}填报为 ${reported}，核查为 ${verified}，未说明差异`,
  en: `${en}: reported ${reported}, verified ${verified}, and the difference is not explained`,
  numbers: { reported, verified, difference: distance(reported, verified) },
});

/** Where something else was found than was reported, and nobody says why: of a source, and of the consumption of a fuel. */
export function differencesExplained(form: Form, values: Values, computed: Computed, severity: Severity): Finding[] {
  const bySource = comparedIn(form, values, computed).flatMap(({ about, reported = ZERO, verified, explanation }): Finding[] =>
    isEqual(reported, verified) || explanation !== undefined
      ? []
      : [notExplained(severity, about, SOURCE_WORDS[about], { reported, verified })],
  );
  const { table = '', fuel = '', consumption = '', reported: column, explained = '' } = form.totals?.fuels ?? {};
  const byFuel = rowsOf(values, column === undefined ? '' : table).flatMap((row): Finding[] => {
    const [reported = '', verified = '', name = ''] = [row[column ?? ''], row[consumption], row[fuel]];
    if (!isAmount(reported) || !isAmount(verified) || isEqual(reported, verified) || row[explained] !== undefined) return [];
    return [notExplained(severity, name, [name, name], { reported, verified })];
  });
  return [...bySource, ...byFuel];
}

/** Where a verification says that something else was reported than the unit filed. */
export function reportedAsFiled(
  { form, values, cycle }: Looked,
  before: readonly Before[],
  computed: Computed,
  severity: Severity,
): Finding[] {
  const filed = before.find((one) => one.form.name === 'first-report' && one.cycle === cycle)?.totals;
  if (!filed) return [];
  return comparedIn(form, values, computed).flatMap(({ about, reported = ZERO }): Finding[] => {
    const its = filed[about];
    if (isEqual(reported, its)) return [];
    const [zh, en] = SOURCE_WORDS[about];
    return [
      {
        code: 'reported-otherwise',
        severity,
        about,
        zh: `${zh}：核查报告所称填报量 ${reported} 吨，单位初次报告为 ${its} 吨`,
        en: `${en}: said to be reported as ${reported} t, and the unit's first report says ${its} t`,
        numbers: { reported, filed: its, difference: distance(reported, its) },
      },
    ];
  });
}

/** A verifier writes in its own name. */
export function itsMakersOwn({ values, party }: Looked, { field = '', severity }: Check): Finding[] {
  const said = textOf(values, field);
  if (party === undefined || said === undefined || said === party) return [];
  return [
    {
      code: 'of-another',
      severity,
      about: field,
      zh: `文件由 ${party} 编制，所填编号为 ${said}`,
      en: `made by ${party}, and ${said} stands in it`,
      numbers: { maker: party, said },
    },
  ];
}

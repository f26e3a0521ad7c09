import { distance, isEqual } from '../../domain/model/amount.js';
import type { Finding, Severity } from '../../domain/rules/finding.js';
import { TOTALS, type Check } from '../../regulation/forms/form.js';
import type { Before, Looked } from './looked.js';
import type { Computed } from './totals.js';
import { textOf } from './values.js';

/** Where the totals of one document differ from those of another. */
export const compared = (
  ours: Computed,
  theirs: Computed,
  { form, words: [zh, en], severity }: { form: string; words: readonly [string, string]; severity: Severity },
): Finding[] =>
  TOTALS.flatMap((name): Finding[] => {
    const [here, there] = [ours[name], theirs[name]];
    if (isEqual(here, there)) return [];
    return [
      {
        code: `differs-from-${form}`,
        severity,
        about: name,
        zh: `${name} 为 ${here} 吨，${zh}为 ${there} 吨`,
        en: `${name} is ${here} t, and ${there} t in ${en}`,
        numbers: { here, there, difference: distance(here, there) },
      },
    ];
  });

/** A unit should not be verified by the same verifier so many years in a row, as the platform's policy counts them. */
export function sameVerifier(
  { form, values, cycle }: Looked,
  before: readonly Before[],
  years: number,
  { field = '', severity }: Check,
): Finding[] {
  const verifier = textOf(values, field);
  const verifiedIn = (year: number): boolean =>
    before.some((one) => one.form.name === form.name && one.cycle === year && textOf(one.values, field) === verifier);
  const cycles = Array.from({ length: years }, (_, n) => cycle - years + 1 + n);
  if (verifier === undefined || !cycles.slice(0, -1).every(verifiedIn)) return [];
  return [
    {
      code: 'same-verifier',
      severity,
      about: field,
      zh: `连续${String(years)}年由同一核查机构 ${verifier} 核查`,
      en: `${verifier} verifies this unit for ${String(years)} years in a row`,
      numbers: { verifier, cycles: cycles.join(' ') },
    },
  ];
}

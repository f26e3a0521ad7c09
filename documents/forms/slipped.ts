import type { Amount } from '../../domain/model/amount.js';
import type { Finding } from '../../domain/rules/finding.js';
import { slipOf, UNITS, type SlipValues } from '../../domain/rules/slips.js';

/** A finding about two figures of one document that should be one: where one is about a multiple of the other, that is told with it. */
export function withSlip(finding: Finding, one: Amount, other: Amount, values: SlipValues): Finding {
  const factor = slipOf(one, other, values);
  if (factor === undefined) return finding;
  return {
    ...finding,
    zh: `${finding.zh}；相差约${factor}倍，疑为计量单位或因子错误（${UNITS}）`,
    en: `${finding.en}; about ${factor} times off: a slip of the unit or of a factor (${UNITS})?`,
    numbers: { ...finding.numbers, factor },
  };
}

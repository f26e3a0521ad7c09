import { owedBy, tonnesOf } from '../../domain/duties/claim.js';
import { isZero } from '../../domain/model/amount.js';
import type { Case } from '../../domain/model/case.js';

export const UNIT_STATUSES = ['open', 'settled', 'settled-by-collection', 'short', 'not-required'] as const;
/** Where a unit stands with its obligation, in the words of a drill's outcome. */
export type UnitStatus = (typeof UNIT_STATUSES)[number];

/** The status of a unit, by the case in which it is judged: its cycle, or its general report. */
export function unitStatus(c: Case): UnitStatus {
  if (c.kind === 'general-report' || c.duties['surrender']?.asked === false) return 'not-required';
  const { confirmed, collected, collectedAt } = c.facts;
  if (confirmed === undefined) return 'open';
  if (!isZero(owedBy(c))) return collectedAt === undefined ? 'open' : 'short';
  return isZero(tonnesOf(collected)) ? 'settled' : 'settled-by-collection';
}

import { owedBy, tonnesOf } from '../duties/claim.js';
import { isZero } from '../model/amount.js';
import type { Case } from '../model/case.js';

export const UNIT_STATUSES = ['open', 'settled', 'settled-by-collection', 'short', 'not-required'] as const;
/** Where a unit stands with its obligation of a cycle. */
export type UnitStatus = (typeof UNIT_STATUSES)[number];

/**
 * 三(四) — the status of a unit, by the case in which it is judged: its cycle, or its general report. `open`: not confirmed, or
 * something is owed and nobody has collected; `short`: something is owed after the collection; `settled-by-collection`:
 * nothing is owed, and the platform had to take some of it; `not-required`: nothing is asked of it, or it has left the list.
 */
export function unitStatus(c: Case): UnitStatus {
  if (c.kind === 'general-report' || c.duties['surrender']?.asked === false) return 'not-required';
  const { confirmed, collected, collectedAt } = c.facts;
  if (confirmed === undefined) return 'open';
  if (!isZero(owedBy(c))) return collectedAt === undefined ? 'open' : 'short';
  return isZero(tonnesOf(collected)) ? 'settled' : 'settled-by-collection';
}

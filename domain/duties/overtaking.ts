import type { Case } from '../model/case.js';
import type { Act, NewEvent } from '../model/step.js';
import type { Duty } from './duty.js';

/**
 * What a later decision finds open is missing from then on: the confirmation (三(三)1) ends the reports and the first check,
 * the final allocation the pre-allocation. A check that never had a filing was never required, nor a surrender, its offsets and
 * its collection without a confirmation; a returned report stays so. It holds for what was due before the case began, too: a
 * later date does not open it again.
 */
export const overtake = (c: Case, act: Act, duties: readonly Duty[]): NewEvent[] =>
  duties.flatMap((duty): NewEvent[] => {
    const record = c.duties[duty.name];
    if (!record || (record.state !== 'pending' && record.state !== 'overdue')) return [];
    const never = duty.checks ? c.duties[duty.checks.name]?.doneAt === undefined : duty.runs?.(c) === false;
    return [{ type: 'overtaken', at: act.at, by: 'platform', duty: duty.name, turns: never ? 'not-required' : 'missing' }];
  });

/** Whether a later decision has settled a duty of that name already: the confirmation the reports, the allocation what was paid ahead. */
export const isSettledBy = ({ facts }: Case, { name }: Duty): boolean =>
  (facts.confirmed !== undefined && ['first-report', 'verified-report', 'first-check'].includes(name)) ||
  (facts.final !== undefined && name === 'pre-allocation');

import { dutiesOf } from '../../domain/cases/kinds.js';
import { isOpen, type Duty } from '../../domain/duties/duty.js';
import type { Case, DutyRecord } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { caseAt, type CaseHistory } from '../case-history.js';

/** A duty that somebody still has to do, or still may, and since when. */
export interface OpenDuty {
  readonly duty: Duty;
  readonly record: DutyRecord;
  readonly since: Instant;
}

/** Whether a duty's clock runs: its filing is there to be checked, its right exists, its amount is known. */
const runs = (c: Case, duty: Duty): boolean =>
  duty.checks ? c.duties[duty.checks.name]?.doneAt !== undefined : (duty.runs?.(c) ?? true);

const isWaitedFor = (c: Case, duty: Duty): boolean => {
  const record = c.duties[duty.name];
  return record !== undefined && record.before !== true && (isOpen(record) || record.state === 'overdue') && runs(c, duty);
};

/** A case as it stood at an instant with what it waited for then, in the notice's order; none where it was not open yet. */
export function openDutiesAt(history: CaseHistory, at: Instant): { c: Case; open: OpenDuty[] } | undefined {
  const since = new Map<string, Instant>();
  const note = (c: Case, now: Instant): void => {
    for (const duty of dutiesOf(c))
      if (!isWaitedFor(c, duty)) since.delete(duty.name);
      else if (!since.has(duty.name)) since.set(duty.name, now);
  };
  const c = caseAt(history, at, (folded, event) => note(folded, event.at));
  if (!c) return undefined;
  const open = dutiesOf(c).flatMap((duty): OpenDuty[] => {
    const [from, record] = [since.get(duty.name), c.duties[duty.name]];
    return from === undefined || !record ? [] : [{ duty, record, since: from }];
  });
  return { c, open };
}

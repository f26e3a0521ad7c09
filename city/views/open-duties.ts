import type { Case } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { openDuties, type Standing } from '../../domain/cases/standing.js';
import { caseAt, type CaseHistory } from '../case-history.js';

/** A duty that somebody still has to do, or still may, and since when. */
export interface OpenDuty extends Standing {
  readonly since: Instant;
}

/** A case as it stood at an instant with what it waited for then, earliest date first; none where it was not open yet. */
export function openDutiesAt(history: CaseHistory, at: Instant): { c: Case; open: OpenDuty[] } | undefined {
  const since = new Map<string, Instant>();
  const note = (c: Case, now: Instant): void => {
    const open = new Set(openDuties(c).map(({ duty }) => duty.name));
    for (const name of since.keys()) if (!open.has(name)) since.delete(name);
    for (const name of open) if (!since.has(name)) since.set(name, now);
  };
  const c = caseAt(history, at, (folded, event) => note(folded, event.at));
  if (!c) return undefined;
  const open = openDuties(c).map((standing) => ({
    ...standing,
    since: since.get(standing.duty.name) ?? history.opening.opensAt,
  }));
  return { c, open };
}

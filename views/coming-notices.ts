import { dueNext, fold, onInstant } from '../domain/cases/case.js';
import { partyOf } from '../domain/letters/addresses.js';
import type { Case } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import type { Book } from '../records/book.js';
import type { ComingNotice } from '../records/preview-letters.js';

/** What a case would tell up to an instant if nobody did anything; of a collection, which depends on the account, nothing. */
function comingOf(c: Case, until: Instant): ComingNotice[] {
  const found: ComingNotice[] = [];
  for (let due = dueNext(c); due && due.at <= until; due = dueNext(c)) {
    const step = onInstant(c, due.at);
    for (const effect of step.effects)
      if (effect.kind === 'mail')
        found.push({
          caseId: c.id,
          unit: c.unit.id,
          party: partyOf(effect.to, { unit: c.unit.id, district: c.unit.district }),
          template: effect.template,
          at: due.at,
          say: effect.say ?? {},
          ...(effect.duty === undefined ? {} : { duty: effect.duty }),
        });
    if (step.events.length === 0) break;
    const events = step.events.map((event, k): Event => ({ ...event, seq: c.seq + 1 + k }));
    fold(c, step.key, events, c.head);
  }
  return found;
}

/** What all open cases of a book would tell up to an instant, if nobody did anything. */
export async function comingNotices(book: Book, until: Instant): Promise<ComingNotice[]> {
  const found: ComingNotice[] = [];
  for (const { caseId, kind } of await book.allCases()) {
    if (!['compliance-cycle', 'monthly-evidence', 'general-report'].includes(kind)) continue;
    const run = await book.run(caseId);
    if (run && !run.case.closed) found.push(...comingOf(run.case, until));
  }
  return found;
}

import type { CaseKind } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Projection } from '../domain/projection/projection.js';
import { UnitWatch } from '../domain/projection/watch-unit.js';
import type { Book } from '../records/book.js';
import { eventsUntil, type CaseHistory } from './case-history.js';

/** What is shown of a case: of now the book keeps it, of any other moment it is folded. */
export interface ShownCase extends Projection {
  readonly caseId: string;
  readonly unit: string;
  readonly kind: CaseKind;
}

/** What was shown of cases at an instant, in their order; nothing of one that was not open yet. */
export const shownAt = (histories: readonly CaseHistory[], at: Instant): ShownCase[] =>
  histories.flatMap((history): ShownCase[] => {
    const { opening } = history;
    if (opening.opensAt > at) return [];
    const watch = new UnitWatch(opening);
    watch.fold('', eventsUntil(history, at), '');
    return [{ caseId: opening.id, unit: opening.unit.id, kind: opening.kind, ...watch.shown() }];
  });

/** A moment that is asked about, or what is now by the asker's clock: no view reads the machine's. */
export type Moment = { readonly at: Instant } | { readonly at?: undefined; readonly now: Instant };

export const momentOf = (moment: Moment): Instant => moment.at ?? moment.now;

/** About which cycle, and of which moment: without one, of now as the book stands. */
export type Asking = {
  readonly cycle: number;
} & Moment;

/** The clocks of the machines that write may be ahead of the one that asks. */
const AHEAD_MS = 60_000;

/** Whether the moment lies after all that was written about the cycle, so that what the book keeps is what was shown then. */
export async function isOfNow({ pool }: Book, { cycle, ...moment }: Asking): Promise<boolean> {
  const now = moment.at ?? moment.now + AHEAD_MS;
  const text = `select not exists (select from cases where cycle = $1 and played_to > $2 and opened_at <= $2) as "isOfNow"`;
  const { rows } = await pool.query<{ isOfNow: boolean }>({ name: 'view-moment', text, values: [cycle, now] });
  return rows[0]?.isOfNow ?? false;
}

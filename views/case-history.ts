import { blank, fold, type Opening } from '../domain/cases/case.js';
import { entryAfter } from '../domain/cases/listing.js';
import type { Case, CaseKind, Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import type { Book } from '../records/book.js';
import { verificationsIn, type CaseEntry } from '../records/cases.js';
import type { CaseRecord } from '../records/whole-cases.js';

/** A case with everything that makes it again: its opening and its events, from first to last. */
export interface CaseHistory {
  readonly opening: Opening;
  readonly events: readonly Event[];
}

/** The events that had happened by an instant. */
export const eventsUntil = ({ events }: CaseHistory, at: Instant): readonly Event[] => {
  const later = events.findIndex((event) => event.at > at);
  return later < 0 ? events : events.slice(0, later);
};

/** The register's entry of a case's unit as it stood at an instant: where it was listed then, whether it had left. */
export const unitAt = (history: CaseHistory, at: Instant): Unit =>
  eventsUntil(history, at).reduce(entryAfter, history.opening.unit);

/** A case as it stood at an instant; none where it was not open yet. */
export function caseAt(history: CaseHistory, at: Instant): Case | undefined {
  if (history.opening.opensAt > at) return undefined;
  const c = blank(history.opening);
  fold(c, '', eventsUntil(history, at), '');
  return c;
}

const OF_A_UNIT: readonly string[] = ['compliance-cycle', 'monthly-evidence', 'general-report'] satisfies CaseKind[];
/** Whether a case of this kind is a unit's. */
export const isOfUnit = (kind: string): boolean => OF_A_UNIT.includes(kind);

/** How many cases are read side by side. */
const AT_A_TIME = 8;

/** Reads the verifications of a cycle from the book: of one unit, or of one verifier. */
export async function readVerifications(
  book: Book,
  cycle: number,
  of: { readonly unit: string } | { readonly verifier: string },
): Promise<CaseHistory[]> {
  const found: CaseHistory[] = [];
  for (const id of await verificationsIn(book.pool, cycle, of)) {
    const record = await book.readCase(id);
    if (record) found.push({ opening: record.opening, events: record.events });
  }
  return found;
}

/** Reads the cases of a cycle from the book, or those of one unit, in the order of their ids. */
export async function readCases(book: Book, cycle: number, unit?: string): Promise<CaseHistory[]> {
  const isMeant = (one: CaseEntry): boolean => one.cycle === cycle && isOfUnit(one.kind);
  const found = new Map<string, CaseHistory>();
  const keep = (record: CaseRecord | undefined): void => {
    if (record) found.set(record.caseId, { opening: record.opening, events: record.events });
  };
  const ids = unit === undefined ? (await book.allCases()).filter(isMeant).map(({ caseId }) => caseId) : [];
  if (unit !== undefined) (await book.readCasesOf(unit)).filter(isMeant).forEach(keep);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) keep(await book.readCase(id));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return [...found.keys()].sort().flatMap((id) => found.get(id) ?? []);
}

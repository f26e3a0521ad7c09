import { filedFindings, placeOf, type FiledPlace } from '../documents/drafts/filed-findings.js';
import { countOf, type NamedFinding } from '../documents/forms/findings.js';
import type { Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';

/** What a check looks at: the document that was filed, and what was found in it, worst first. */
export interface CheckedFiling {
  readonly document: string;
  readonly version: number;
  readonly sha256: string;
  readonly counts: { readonly error: number; readonly warning: number; readonly question: number };
  /** The worst of them; all of them stand in the document. */
  readonly findings: readonly (NamedFinding & { readonly explanation?: string })[];
}

/** How many findings an inbox tells of each package. */
const TOLD = 5;
const MONTHLY = /^monthly-check\/(\d{4}-\d{2})$/;

const placeIn = (unit: string, cycle: number, what: string): FiledPlace | undefined => {
  const month = MONTHLY.exec(what)?.[1];
  if (month !== undefined) return { unit, cycle, form: 'monthly-evidence', month };
  if (what === 'first-check') return { unit, cycle, form: 'verified-report' };
  return what === 'general-check' ? { unit, cycle, form: 'general-report' } : undefined;
};

/** With what was found in the documents that wait to be checked; a filing without a document has none. */
export async function withFilings<T extends { readonly unit: string; readonly what: string }>(
  { pool }: Book,
  cycle: number,
  items: readonly T[],
  at: Instant,
): Promise<readonly (T & { readonly filing?: CheckedFiling })[]> {
  const places = items.flatMap(({ unit, what }) => placeIn(unit, cycle, what) ?? []);
  if (places.length === 0) return items;
  const filed = await filedFindings(pool, places, at);
  return items.map((item) => {
    const place = placeIn(item.unit, cycle, item.what);
    const found = place && filed.get(placeOf(place));
    if (!found) return item;
    const { findings, ...document } = found;
    return { ...item, filing: { ...document, counts: countOf(findings), findings: findings.slice(0, TOLD) } };
  });
}

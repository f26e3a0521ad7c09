import { startOf, type Day } from '../model/instant.js';

/** What of an allowance decides its place. */
export interface AllowanceFacts {
  readonly vintage?: number;
  readonly expiresOn?: Day;
}
/** What of an offset decides its place. */
export interface OffsetFacts {
  readonly recordedOn?: Day;
}

/** Stable: what compares equal stays in the order given, which in the ledger is that of credit. */
const byVintage = (a: AllowanceFacts, b: AllowanceFacts): number => (a.vintage ?? 0) - (b.vintage ?? 0);

/** Whether an allowance still counts in the collection that follows a surrender deadline, however late that runs. */
const stillCounts = (lot: AllowanceFacts, deadline: Day): boolean => lot.expiresOn === undefined || lot.expiresOn >= deadline;

/** 不预借 (policy): an allowance of a vintage later than the emission year settles nothing of it by itself. */
export const isOfLaterYear = ({ vintage }: AllowanceFacts, emissionYear: number): boolean =>
  vintage !== undefined && vintage > emissionYear;

/**
 * Allowances in the order in which they are surrendered and collected (policy): those that expire at this deadline, then
 * the others, each oldest vintage first, ties in the order given. Leaves out what expired before the deadline, and what is of a later year.
 */
export function collectionOrder<Lot extends AllowanceFacts>(
  holdings: readonly Lot[],
  deadline: Day,
  emissionYear: number,
): Lot[] {
  const counting = holdings.filter((lot) => stillCounts(lot, deadline) && !isOfLaterYear(lot, emissionYear));
  return [
    ...counting.filter((lot) => lot.expiresOn === deadline).sort(byVintage),
    ...counting.filter((lot) => lot.expiresOn !== deadline).sort(byVintage),
  ];
}

/** A lot without a date, which no register gives, would go first. */
const recorded = ({ recordedOn }: OffsetFacts): number => (recordedOn === undefined ? 0 : startOf(recordedOn));

/** Offsets in the order of collection: oldest recorded first, ties in the order given. */
export const offsetOrder = <Lot extends OffsetFacts>(lots: readonly Lot[]): Lot[] =>
  [...lots].sort((a, b) => recorded(a) - recorded(b));

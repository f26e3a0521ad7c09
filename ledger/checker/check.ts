/** What a check names as its subject; an event as `CASE/SEQ`. */
export type SubjectKind = 'transaction' | 'lot' | 'unit' | 'case' | 'event' | 'product';

/** One thing that must hold of the book. */
export interface Check {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly of: SubjectKind;
}

/** A check asked of the database in its own words. */
export interface SqlCheck extends Check {
  /** Answers a row (subject, found) for each place where it does not hold. */
  readonly sql: string;
}

/** What a check found, before it is known whom it concerns. */
export interface Finding {
  readonly check: string;
  /** The transaction, lot, unit, case, event or product concerned. */
  readonly subject: string;
  readonly found: string;
}

/** A place where the book does not agree with itself, and whom that concerns. */
export interface Difference extends Finding {
  /** In order; null where the ledger as a whole is in doubt. */
  readonly units: readonly string[] | null;
}

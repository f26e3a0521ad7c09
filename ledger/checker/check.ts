/** One thing that must hold of the book, asked of the database in its own words. */
export interface Check {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Answers a row (subject, found) for each place where it does not hold. */
  readonly sql: string;
}

/** A place where the book does not agree with itself. */
export interface Difference {
  readonly check: string;
  /** The transaction, lot, unit, case or event concerned. */
  readonly subject: string;
  readonly found: string;
}

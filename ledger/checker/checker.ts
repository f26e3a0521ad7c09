import type pg from 'pg';
import { CAUSE_CHECKS } from './cause-checks.js';
import type { Difference } from './check.js';
import { CLAIM_CHECKS } from './claim-checks.js';
import { anchorDifferences, chainDifferences, endDifferences, sealDifferences } from './hash-checks.js';
import { POSTINGS_CHECKS } from './postings-checks.js';

export type { Difference } from './check.js';

/** Every check that is asked in SQL, by name. */
export const CHECKS = [...POSTINGS_CHECKS, ...CAUSE_CHECKS, ...CLAIM_CHECKS];

/**
 * The second pair of eyes: recomputes chains, balances, caps, obligations and debts from events and postings, with words of
 * its own, and names every difference. Uses nothing of what writes the book. An empty answer: the book agrees with itself.
 */
export const checkBook = async (db: pg.Pool | pg.ClientBase): Promise<Difference[]> => {
  const differences: Difference[] = [];
  for (const { name, sql } of CHECKS) {
    const { rows } = await db.query<Omit<Difference, 'check'>>(sql);
    differences.push(...rows.map((row) => ({ check: name, ...row })));
  }
  return [...differences, ...(await checkHashes(db))];
};

/** The part of it that finds a changed byte: every transaction's seal, every case's chain, where it ends, and what was anchored of it. */
export const checkHashes = async (db: pg.Pool | pg.ClientBase): Promise<Difference[]> => [
  ...(await sealDifferences(db)),
  ...(await chainDifferences(db)),
  ...(await endDifferences(db)),
  ...(await anchorDifferences(db)),
];

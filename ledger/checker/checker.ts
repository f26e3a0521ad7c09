import type pg from 'pg';
import { ALARM_CHECKS } from './alarm-checks.js';
import { APPROVAL_CHECKS, proposalDifferences } from './approval-checks.js';
import { CAUSE_CHECKS } from './cause-checks.js';
import type { Difference, Finding, SubjectKind } from './check.js';
import { CLAIM_CHECKS } from './claim-checks.js';
import { CLOCK_CHECKS } from './clock-checks.js';
import { concerned } from './concerns.js';
import { DOCUMENT_CHECKS } from './document-checks.js';
import { anchorDifferences, chainDifferences, endDifferences, HASH_CHECKS, sealDifferences } from './hash-checks.js';
import { LAW_CHECKS } from './law-checks.js';
import { PEOPLE_CHECKS } from './people-checks.js';
import { POSTINGS_CHECKS } from './postings-checks.js';
import { REQUEST_CHECKS, requestDifferences } from './request-checks.js';

export type { Difference } from './check.js';

type Db = pg.Pool | pg.ClientBase;

/** Every check that is asked in SQL, by name. */
export const CHECKS = [
  ...[...POSTINGS_CHECKS, ...CAUSE_CHECKS, ...LAW_CHECKS, ...CLAIM_CHECKS],
  ...[...REQUEST_CHECKS, ...APPROVAL_CHECKS, ...ALARM_CHECKS, ...PEOPLE_CHECKS],
  ...[...DOCUMENT_CHECKS, ...CLOCK_CHECKS],
];

const KINDS = new Map<string, SubjectKind>([...CHECKS, ...HASH_CHECKS].map(({ name, of }) => [name, of]));

const told = (db: Db, findings: readonly Finding[]): Promise<Difference[]> =>
  concerned(
    db,
    findings.map((each) => ({ ...each, of: KINDS.get(each.check) ?? 'product' })),
  );

const hashFindings = async (db: Db): Promise<Finding[]> => [
  ...(await sealDifferences(db)),
  ...(await chainDifferences(db)),
  ...(await endDifferences(db)),
  ...(await anchorDifferences(db)),
  ...(await requestDifferences(db)),
  ...(await proposalDifferences(db)),
];

/**
 * The second pair of eyes: recomputes chains, balances, caps, obligations and debts from events and postings, with words of
 * its own, and names every difference. Uses nothing of what writes the book. An empty answer: the book agrees with itself.
 */
export const checkBook = async (db: Db): Promise<Difference[]> => {
  const findings: Finding[] = [];
  for (const { name, sql } of CHECKS) {
    const { rows } = await db.query<Omit<Finding, 'check'>>(sql);
    findings.push(...rows.map((row) => ({ check: name, ...row })));
  }
  return told(db, [...findings, ...(await hashFindings(db))]);
};

/** Whether a difference is of the part that finds a changed byte. */
export const isOfBytes = ({ check }: Difference): boolean => !CHECKS.some(({ name }) => name === check);

/** The part of it that finds a changed byte: every transaction's seal, every case's chain, where it ends, and what was anchored of it. */
export const checkHashes = async (db: Db): Promise<Difference[]> => told(db, await hashFindings(db));

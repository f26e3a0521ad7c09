import type pg from 'pg';
import { ALARM_CHECKS } from './alarm-checks.js';
import { APPROVAL_CHECKS, proposalDifferences } from './approval-checks.js';
import { CAUSE_CHECKS } from './cause-checks.js';
import { askedOf, isUnasked, UNREADABLE, unreadable } from './asking.js';
import type { Check, Difference, Finding } from './check.js';
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

const BY_NAME = new Map<string, Check>([...CHECKS, ...HASH_CHECKS, UNREADABLE].map((check) => [check.name, check]));

/** What a check has found where it finds something, in Chinese. */
export const meaningOf = (check: string): string | undefined => BY_NAME.get(check)?.zh;

/** The same in both languages. */
export const wordsOf = (check: string): string => {
  const { zh, en } = BY_NAME.get(check) ?? { zh: check, en: '' };
  return `${zh} ${en}`.trim();
};

/** What is found may be as long as whoever changed the book made it: its beginning tells. */
const FOUND_MAX = 1_500;
const CUT = (text: string): string => (text.length > FOUND_MAX ? `${text.slice(0, FOUND_MAX - 1)}…`.toWellFormed() : text);

const told = (db: Db, findings: readonly Finding[]): Promise<Difference[]> =>
  concerned(
    db,
    findings.map((each) => ({
      ...each,
      subject: CUT(each.subject),
      found: CUT(each.found),
      of: BY_NAME.get(each.check)?.of ?? 'product',
    })),
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
  for (const check of CHECKS) findings.push(...(await askedOf(db, check)));
  if (findings.some(isUnasked)) findings.push(...(await unreadable(db)));
  return told(db, [...findings, ...(await hashFindings(db))]);
};

/** Whether a difference is of the part that finds a changed byte. */
export const isOfBytes = ({ check }: Difference): boolean => HASH_CHECKS.some(({ name }) => name === check);

/** The part of it that finds a changed byte: every transaction's seal, every case's chain, where it ends, and what was anchored of it. */
export const checkHashes = async (db: Db): Promise<Difference[]> => told(db, await hashFindings(db));

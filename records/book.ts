import type pg from 'pg';
import { carry } from '../domain/carry/carry.js';
import type { Account } from '../domain/model/account.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import { ledgerTotals, readAccount, type LedgerTotals } from '../ledger/totals.js';
import {
  actsById,
  actsRefused,
  actsWaiting,
  appliedAct,
  refuseAct,
  storeAct,
  type AppliedAct,
  type Filing,
  type StoredAct,
} from './acts.js';
import { allCases, casesOf, readCase, type CaseEntry, type CaseRecord } from './cases.js';
import { anchorHeads, anchorsOf, type Anchor } from './anchors.js';
import { openPool } from './connection.js';
import { stepsSince } from './history.js';
import { deliver, mailsOf, type MailFilter, type OutboxMail } from './outbox.js';
import { post } from './post.js';
import type { Answer, Posted, StoredStep } from './posted.js';
import { verifyAnchors, type AnchorReport, type KeptAnchor } from './verify-anchors.js';
import { verifyChains, type ChainReport } from './verify.js';

export type { Answer, Posted, StoredStep } from './posted.js';

const CONNECTIONS = 10;

export interface BookOptions {
  readonly maxConnections?: number;
  /** What a step does to accounts; another than the real one in tests only. */
  readonly carry?: typeof carry;
}

/** The book on PostgreSQL: cases, their events, the ledger, the outbox and the door's filings. One step is one transaction. */
export class Book {
  readonly pool: pg.Pool;
  private readonly ownsPool: boolean;
  private readonly carry: typeof carry;

  /** On a connection string the book opens its own pool and `close` ends it; a pool handed in stays the caller's. */
  constructor(database: string | pg.Pool, options: BookOptions = {}) {
    this.ownsPool = typeof database === 'string';
    this.pool = typeof database === 'string' ? openPool(database, options.maxConnections ?? CONNECTIONS) : database;
    this.carry = options.carry ?? carry;
  }

  /** Writes a step: its events, postings, mails, and the act it decides, all of it or nothing. See `Answer`. */
  post(p: Posted): Promise<Answer> {
    return post(this.pool, p, this.carry);
  }

  /** The steps of a case after event `seq`. */
  since(caseId: string, seq: number): Promise<StoredStep[]> {
    return stepsSince(this.pool, caseId, seq);
  }

  /** Stamps and stores an act at the door. The same id again answers the first stamp. */
  storeAct(filing: Filing): Promise<{ stamp: Instant; known: boolean }> {
    return storeAct(this.pool, filing);
  }

  /** Records that an act was refused, in all of its cases unless one is named. */
  refuseAct(actId: string, refusal: Refusal, caseId?: string): Promise<void> {
    return refuseAct(this.pool, actId, refusal, caseId);
  }

  /** The acts of a case that are stored and not decided, in order of stamp. */
  actsWaiting(caseId: string): Promise<StoredAct[]> {
    return actsWaiting(this.pool, caseId);
  }

  /** An act by its id, once for each of its cases. */
  actsById(actId: string): Promise<StoredAct[]> {
    return actsById(this.pool, actId);
  }

  /** What an act came to that was applied, however long ago: the number of its last event, and its stamp. */
  appliedAct(actId: string, caseId?: string): Promise<AppliedAct | undefined> {
    return appliedAct(this.pool, actId, caseId);
  }

  actsRefused(): Promise<StoredAct[]> {
    return actsRefused(this.pool);
  }

  readCase(caseId: string): Promise<CaseRecord | undefined> {
    return readCase(this.pool, caseId);
  }

  casesOf(unit: string): Promise<CaseEntry[]> {
    return casesOf(this.pool, unit);
  }

  allCases(): Promise<CaseEntry[]> {
    return allCases(this.pool);
  }

  account(unit: string): Promise<Account | undefined> {
    return readAccount(this.pool, unit);
  }

  outboxOf(filter: MailFilter = {}): Promise<OutboxMail[]> {
    return mailsOf(this.pool, filter);
  }

  /** Sends a batch of waiting mails; `firstPauseSeconds` before a failed one is tried again, doubling. */
  deliver(
    limit: number,
    send: (mail: OutboxMail) => Promise<void>,
    firstPauseSeconds?: number,
  ): Promise<{ sent: number; failed: number }> {
    return deliver(this.pool, limit, send, firstPauseSeconds);
  }

  verifyChains(): Promise<ChainReport> {
    return verifyChains(this.pool);
  }

  /** Anchors the heads of all cases for the Beijing day of `at`, once. */
  anchorHeads(at: Instant): Promise<Anchor> {
    return anchorHeads(this.pool, at);
  }

  anchors(): Promise<Anchor[]> {
    return anchorsOf(this.pool);
  }

  /** Recomputes every anchor and looks for what was anchored; `kept` are anchors from outside the database. */
  verifyAnchors(kept?: readonly KeptAnchor[]): Promise<AnchorReport> {
    return verifyAnchors(this.pool, kept);
  }

  ledgerTotals(): Promise<LedgerTotals> {
    return ledgerTotals(this.pool);
  }

  async close(): Promise<void> {
    if (this.ownsPool) await this.pool.end();
  }
}

import type pg from 'pg';
import { carry } from '../domain/carry/carry.js';
import { openingStep, type Opening } from '../domain/cases/case.js';
import type { Account } from '../domain/model/account.js';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import { ledgerTotals, readAccounts, type LedgerTotals } from '../ledger/totals.js';
import {
  actsAskedAs,
  actsById,
  actsForgotten,
  actsRefused,
  actsWaiting,
  lastEventOf,
  markReady,
  refuseAct,
  refusedOf,
  settleRequest,
  storeRequest,
  type Filing,
  type StoredAct,
  type Storing,
} from './acts.js';
import { allCases, casesOf, suspendCase, type CaseEntry } from './cases.js';
import { anchorHeads, anchorsOf, type Anchor } from './anchors.js';
import { openPool } from './connection.js';
import { stepsSince } from './history.js';
import type { Limits } from './limits.js';
import { together } from './together.js';
import {
  claimLetters,
  gatherLetters,
  markFailed,
  markSent,
  renewClaims,
  type Delivery,
  type Gathering,
  type Going,
  type NotSent,
} from './deliveries.js';
import { noticesOf, type NoticeFilter, type OutboxNotice } from './outbox.js';
import { post } from './post.js';
import type { Answer, Posted, StoredStep } from './posted.js';
import { sentLetters, type LetterFilter, type SentLetter } from './sent-letters.js';
import { verifyAnchors, type AnchorReport, type KeptAnchor } from './verify-anchors.js';
import { verifyChains, type ChainReport } from './verify.js';
import { readCase, readCasesOf, readRun, type CaseRecord, type Run } from './whole-cases.js';

export type { Answer, Posted, StoredStep } from './posted.js';

const CONNECTIONS = 10;

const accountOf = together(readAccounts);

export interface BookOptions {
  readonly maxConnections?: number;
  /** How long its own pool waits for the database; as the environment says where nothing is given. */
  readonly limits?: Limits;
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
    this.pool =
      typeof database === 'string' ? openPool(database, options.maxConnections ?? CONNECTIONS, options.limits) : database;
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

  /** Enters a case with its opening, its clock and its first step, all of it or nothing. Entered before, it is left as it is. */
  open(opening: Opening, clock?: Clock): Promise<Answer> {
    const { id, unit } = opening;
    const { id: name, district } = unit;
    const step = openingStep(opening);
    return this.post({ caseId: id, unit: name, district, seq: 0, head: '', step, opening, ...(clock ? { clock } : {}) });
  }

  /** A case as a run of its workflow begins with it. */
  run(caseId: string): Promise<Run | undefined> {
    return readRun(this.pool, caseId);
  }

  /** Stamps and stores a request for all cases concerned. The same id again answers what was stored. */
  store(filing: Filing): Promise<Storing> {
    return storeRequest(this.pool, filing);
  }

  /** Records that a case refused an act: one that decides, for all that hang on it. */
  refuseAct(act: string, caseId: string, refusal: Refusal): Promise<boolean> {
    return refuseAct(this.pool, act, caseId, refusal);
  }

  /** Records what the desk itself decided of a request that no case decides. */
  settleRequest(act: string, refusal?: Refusal): Promise<void> {
    return settleRequest(this.pool, act, refusal);
  }

  /** A case that is told of acts has played up to them. */
  markReady(caseId: string, acts: readonly string[]): Promise<void> {
    return markReady(this.pool, caseId, acts);
  }

  /** The acts of a case that are not decided, in order of stamp, so many at once. */
  actsWaiting(caseId: string, limit?: number): Promise<StoredAct[]> {
    return actsWaiting(this.pool, caseId, limit);
  }

  /** An act by the desk's number, once for each of its cases, the one that decides first. */
  actsById(act: string): Promise<StoredAct[]> {
    return actsById(this.pool, act);
  }

  /** What askers, or one of them, call by an id. */
  actsAskedAs(id: string, asker?: string): Promise<StoredAct[]> {
    return actsAskedAs(this.pool, id, asker);
  }

  /** What was stored so many seconds ago and nobody has decided. */
  actsForgotten(olderThanSeconds: number, limit: number, but: readonly string[] = []): Promise<StoredAct[]> {
    return actsForgotten(this.pool, olderThanSeconds, limit, but);
  }

  /** How many requests of an asker were refused at the door within so many seconds. */
  refusedOf(asker: string, seconds: number): Promise<number> {
    return refusedOf(this.pool, asker, seconds);
  }

  /** The number of the last event of an act's step in a case. */
  lastEventOf(act: string, caseId: string): Promise<number | undefined> {
    return lastEventOf(this.pool, act, caseId);
  }

  /** Has a case stand still, with why; without why it goes on. Whether that is new. */
  suspend(caseId: string, why: string | null): Promise<boolean> {
    return suspendCase(this.pool, caseId, why);
  }

  actsRefused(): Promise<StoredAct[]> {
    return actsRefused(this.pool);
  }

  readCase(caseId: string): Promise<CaseRecord | undefined> {
    return readCase(this.pool, caseId);
  }

  /** Every case of a unit, whole, in the order in which they were opened. */
  readCasesOf(unit: string): Promise<CaseRecord[]> {
    return readCasesOf(this.pool, unit);
  }

  casesOf(unit: string): Promise<CaseEntry[]> {
    return casesOf(this.pool, unit);
  }

  allCases(): Promise<CaseEntry[]> {
    return allCases(this.pool);
  }

  account(unit: string): Promise<Account | undefined> {
    return accountOf(this.pool, unit);
  }

  outboxOf(filter: NoticeFilter = {}): Promise<OutboxNotice[]> {
    return noticesOf(this.pool, filter);
  }

  lettersOf(filter: LetterFilter = {}): Promise<SentLetter[]> {
    return sentLetters(this.pool, filter);
  }

  /** Makes letters of the notices that are due. */
  gatherLetters(gathering: Gathering): Promise<number> {
    return gatherLetters(this.pool, gathering);
  }

  /** Claims letters to send, of each receiver one. */
  claimLetters(many: number, leaseSeconds?: number): Promise<Delivery[]> {
    return claimLetters(this.pool, many, leaseSeconds);
  }

  renewClaims(ids: readonly string[]): Promise<void> {
    return renewClaims(this.pool, ids);
  }

  letterSent(delivery: Going, answer?: string): Promise<void> {
    return markSent(this.pool, delivery, answer);
  }

  letterFailed(delivery: Going, failed: NotSent): Promise<void> {
    return markFailed(this.pool, delivery, failed);
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

import type pg from 'pg';
import { OVER } from '../domain/auction/acts.js';
import type { Announcement } from '../domain/auction/announcement.js';
import { blankAuction, foldAuction, type Auction, type AuctionMail, type AuctionStep } from '../domain/auction/auction.js';
import type { Amount } from '../domain/model/amount.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Event } from '../domain/model/step.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { chain, seal } from './chain.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { stepByKey, stepsSince } from './history.js';
import type { StoredStep, Written } from './posted.js';

/** A step of an auction handed to the book, with the number and hash of the last event that the asker has folded. */
export interface PostedAuction {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
  readonly step: AuctionStep;
  /** With the first step only: enters the auction. */
  readonly announcement?: Announcement;
}

/** As for any case: written, now or before; refused; the book is ahead; or an instant waits for acts stamped before it. */
export type AuctionAnswer = Written | Refusal | { ahead: StoredStep[] } | { waitFor: string[] };

interface Verdict {
  verdict: 'written' | 'behind' | 'waits' | 'refused';
  detail: unknown;
}

const KIND = 'auction';
const TAKE = 'select verdict, detail from take_step($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const OPEN = 'select open_case($1, $2, $3, $4, $5, $6, null) as opened';

const linked = ({ caseId, seq, head, step }: PostedAuction): Written & { rows: string } => {
  let last = head;
  const events = step.events.map((event, k): Event => ({ ...event, seq: seq + k + 1 }));
  const rows = events.map((body, k) => {
    last = chain(last, caseId, body);
    return { body, hash: last, seal: seal(last, step.key, k + 1) };
  });
  return { events, head: last, rows: JSON.stringify(rows) };
};

const mailsOf = (mails: readonly AuctionMail[]): string => JSON.stringify(mails.map((mail, k) => ({ ...mail, k: k + 1 })));

const take = async (db: Database, p: PostedAuction): Promise<AuctionAnswer | undefined> => {
  const { caseId, seq, head, step } = p;
  const { events, head: last, rows } = linked(p);
  const values = [caseId, seq, head, step.key, step.at, seq + events.length, last, rows, mailsOf(step.mails)];
  const { verdict, detail } = await oneRow<Verdict>(db, 'auction-step', TAKE, values);
  if (verdict === 'behind') return undefined;
  if (verdict === 'waits') return { waitFor: detail as string[] };
  return verdict === 'refused' ? (detail as Refusal) : { events, head: last };
};

const open = async (pool: pg.Pool, p: PostedAuction, announcement: Announcement): Promise<AuctionAnswer | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<AuctionAnswer | undefined>> => {
    const { auction, terms, at, act } = announcement;
    const values = [p.caseId, KIND, auction, terms.cycle, JSON.stringify(announcement), at];
    const { opened } = await oneRow<{ opened: boolean }>(db, 'auction-open', OPEN, values);
    if (!opened) return { undo: undefined };
    await db.query({ name: 'auction-announced', text: 'select apply_announcement($1)', values: [act] });
    const answer = await take(db, p);
    return answer && 'events' in answer ? { keep: answer } : { undo: answer };
  });

const isLast = ({ step }: PostedAuction): boolean => step.events.some(({ type }) => type === 'result-published');

const REFUSE_LEFT = `update acts set state = 'refused', refusal = $2 where case_id = $1 and state = 'stored'`;

/** The last step of all: what was stored and never decided came too late, and is refused with it. */
const end = async (pool: pg.Pool, p: PostedAuction): Promise<AuctionAnswer | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<AuctionAnswer | undefined>> => {
    const answer = await take(db, p);
    if (!answer || !('events' in answer)) return { undo: answer };
    await db.query({ name: 'auction-refuse-left', text: REFUSE_LEFT, values: [p.caseId, JSON.stringify(OVER)] });
    return { keep: answer };
  });

/** What to say to an asker who does not stand where the book stands. Throws where the book has never been there. */
const answerBehind = async (pool: pg.Pool, p: PostedAuction): Promise<AuctionAnswer> => {
  const steps = await stepsSince(pool, p.caseId, p.seq);
  const [first] = steps;
  if (first?.key === p.step.key && steps.length === 1) return { events: first.events, head: first.head };
  if (first) return { ahead: steps };
  const stored = await stepByKey(pool, p.caseId, p.step.key);
  if (stored) return { events: stored.events, head: stored.head };
  throw new Error(`auction ${p.caseId}: the asker stands at event ${String(p.seq)}, the book does not`);
};

const TAKEN_BEFORE = '23505';

/** Writes a step of an auction, its mails and the act it decides, all of it or nothing; done twice it is done once. */
export async function postAuction(pool: pg.Pool, p: PostedAuction): Promise<AuctionAnswer> {
  const { announcement } = p;
  try {
    const answer = await withRetries(() =>
      announcement ? open(pool, p, announcement) : isLast(p) ? end(pool, p) : take(pool, p),
    );
    return answer ?? (await answerBehind(pool, p));
  } catch (error) {
    const stored = codeOf(error) === TAKEN_BEFORE ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    if (!stored) throw error;
    return { events: stored.events, head: stored.head };
  }
}

/** An auction as the book has it: its announcement and its whole history. */
export interface AuctionRecord {
  readonly announcement: Announcement;
  readonly steps: readonly StoredStep[];
  readonly auction: Auction;
}

/** Reads an auction and folds it; undefined where the book has none of that name. */
export async function readAuction(pool: pg.Pool, caseId: string): Promise<AuctionRecord | undefined> {
  const text = 'select opening from cases where case_id = $1 and kind = $2';
  const { rows } = await pool.query<{ opening: Announcement }>({ name: 'auction-read', text, values: [caseId, KIND] });
  const announcement = rows[0]?.opening;
  if (!announcement) return undefined;
  const steps = await stepsSince(pool, caseId, 0);
  const auction = blankAuction(announcement);
  for (const { key, events, head } of steps) foldAuction(auction, key, events, head);
  return { announcement, steps, auction };
}

/** Every auction in the book, folded, in order of its case. */
export async function auctionsIn(pool: pg.Pool): Promise<AuctionRecord[]> {
  const text = 'select case_id from cases where kind = $1 order by cycle, case_id';
  const { rows } = await pool.query<{ case_id: string }>({ name: 'auctions-all', text, values: [KIND] });
  const records: AuctionRecord[] = [];
  for (const { case_id: caseId } of rows) {
    const record = await readAuction(pool, caseId);
    if (record) records.push(record);
  }
  return records;
}

/** What the ledger issued for an auction's lots, by the transactions that name its credits: whole tonnes. */
export async function creditedBy(pool: pg.Pool, caseId: string): Promise<Amount> {
  const text = `select coalesce(-sum(p.quantity), 0)::text as credited from postings p join transactions t on t.id = p.tx
    where p.account = 'issuance' and position(':act:' || $1 || '/credit/' in t.id) > 0`;
  return (await oneRow<{ credited: Amount }>(pool, 'auction-credited', text, [caseId])).credited;
}

import type pg from 'pg';
import { OVER } from '../domain/auction/acts.js';
import { comingIn } from '../domain/auction/coming-in.js';
import type { Announcement } from '../domain/auction/announcement.js';
import { blankAuction, foldAuction, type Auction, type AuctionStep } from '../domain/auction/auction.js';
import { announcingStep } from '../domain/auction/delivery.js';
import type { Amount } from '../domain/model/amount.js';
import type { Clock } from '../domain/model/clock.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { refuseAct } from './acts.js';
import { standsAgainst } from './bidders-listed.js';
import { stepByKey, stepsSince } from './history.js';
import { postPlain, type Entry } from './plain-case.js';
import type { Answer, StoredStep } from './posted.js';

/** A step of an auction handed to the book, with the number and hash of the last event that the asker has folded. */
export interface PostedAuction {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
  readonly step: AuctionStep;
  readonly act?: NamedAct;
}

/** What an auction is opened with. */
export interface AuctionOpening {
  readonly announcement: Announcement;
  readonly clock?: Clock | undefined;
}

/** As for any case. */
export type AuctionAnswer = Answer;

const KIND = 'auction';
const REFUSE_LEFT = `update acts set state = 'refused', refusal = $2 where case_id = $1 and state in ('stored', 'ready')`;

const ANNOUNCED = `update requests set state = 'applied' where act_id = $1 and state = 'stored'`;

const entryOf = ({ announcement, clock }: AuctionOpening): Entry => {
  const { auction, terms, at, act } = announcement;
  const besides = (db: Database): Promise<unknown> => db.query({ name: 'auction-announced', text: ANNOUNCED, values: [act] });
  return { kind: KIND, subject: auction, cycle: terms.cycle, opening: announcement, at, besides, clock };
};

const isLast = ({ step }: PostedAuction): boolean => step.events.some(({ type }) => type === 'result-published');

/**
 * Writes a step of an auction, its mails and the act it decides, all of it or nothing; done twice it is done once. With the last
 * step of all, what was stored and never decided came too late, and is refused.
 */
export async function postAuction(pool: pg.Pool, p: PostedAuction): Promise<AuctionAnswer> {
  const { caseId, step, act } = p;
  const then = (db: Database): Promise<unknown> =>
    db.query({ name: 'auction-refuse-left', text: REFUSE_LEFT, values: [caseId, JSON.stringify(OVER)] });
  const unit = act && step.key === `act:${act.id}` ? comingIn(act) : undefined;
  const unless = unit === undefined ? undefined : (db: Database) => standsAgainst(db, caseId, unit, step.at);
  const answer = await postPlain(pool, p, { ...(isLast(p) ? { then } : {}), ...(unless ? { unless } : {}) });
  if (!act || !isRefusal(answer)) return answer;
  // what was done is not refused because it was done
  const done = await stepByKey(pool, caseId, step.key);
  if (done) return { events: done.events, head: done.head };
  await refuseAct(pool, act.id, caseId, answer);
  return answer;
}

/** Enters an auction and its first step, and with it applies the request that announced it. Entered before, it is left as it is. */
export function openAuction(pool: pg.Pool, opening: AuctionOpening): Promise<AuctionAnswer> {
  const a = blankAuction(opening.announcement);
  const p = { caseId: opening.announcement.caseId, seq: 0, head: '', step: announcingStep(a) };
  return postPlain(pool, p, { entry: entryOf(opening) });
}

/** An auction as the book has it: its announcement and its whole history. */
export interface AuctionRecord {
  readonly announcement: Announcement;
  readonly clock: Clock;
  readonly steps: readonly StoredStep[];
  readonly auction: Auction;
}

/** Reads an auction and folds it; undefined where the book has none of that name. */
export async function readAuction(pool: pg.Pool, caseId: string): Promise<AuctionRecord | undefined> {
  const text = 'select opening, clock from cases where case_id = $1 and kind = $2';
  const { rows } = await pool.query<{ opening: Announcement; clock: Clock }>({
    name: 'auction-read',
    text,
    values: [caseId, KIND],
  });
  const [row] = rows;
  if (!row) return undefined;
  const announcement = row.opening;
  const steps = await stepsSince(pool, caseId, 0);
  const auction = blankAuction(announcement);
  for (const { key, events, head } of steps) foldAuction(auction, key, events, head);
  return { announcement, clock: row.clock, steps, auction };
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
  const text = `select coalesce(-sum(p.quantity), 0)::text as credited from requests r join acts a on a.act_id = r.act_id
    join postings p on p.tx = a.case_id || ':act:' || a.act_id
    where p.account = 'issuance' and starts_with(r.id, $1 || '/credit/')`;
  return (await oneRow<{ credited: Amount }>(pool, 'auction-credited', text, [caseId])).credited;
}

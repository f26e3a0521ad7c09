import type { WorkflowClient } from '@temporalio/client';
import { OVER } from '../domain/auction/acts.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { StoredAct } from '../records/acts.js';
import { readAuction } from '../records/auctions.js';
import type { Book } from '../records/book.js';
import { workflowIdOf } from '../workflows/ids.js';
import { act as actUpdate, type Done } from '../workflows/messages.js';
import { call, refusalIn } from './call.js';
import type { Answered } from './desk.js';

/** Whether a case is an auction: no unit's, and with acts of its own. */
export const isAuctionCase = (caseId: string): boolean => caseId.endsWith('/auction');

/** What a stored act needs to come before its auction. */
export interface HandOver {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly prefix: string;
  readonly patienceMs: number;
}

/** Whose bid or cover an act concerns. */
const bidderOf = ({ do: what, by, with: brings }: Pick<Act, 'do' | 'by' | 'with'>): string =>
  what === 'record-cover' ? String((brings as { bidder?: unknown }).bidder) : by;

/**
 * What the book knows of an act whose auction does not answer: decided, or too late because the result is published, which is
 * then recorded. Nothing where the auction goes on: it was away for a moment, or has just begun a new run.
 */
async function known({ book }: HandOver, act: Act, caseId: string): Promise<Done | Refusal | undefined> {
  const record = await readAuction(book.pool, caseId);
  const seq = record?.auction.taken[act.id];
  if (seq !== undefined) return { seq };
  const stored = (await book.actsById(act.id)).find((one) => one.caseId === caseId);
  if (stored?.refusal) return stored.refusal;
  if (!record?.auction.published) return undefined;
  await book.refuseAct(act.id, OVER, caseId);
  return OVER;
}

/** Puts one act before its auction and has the no, if it is one, recorded. */
async function decide(hand: HandOver, act: Act, caseId: string): Promise<Done | Refusal> {
  const handle = hand.client.getHandle(workflowIdOf(caseId, hand.prefix));
  const done = await call<Done | Refusal>(caseId, hand.patienceMs, async () => {
    try {
      return await handle.executeUpdate(actUpdate, { args: [act], updateId: act.id });
    } catch (error) {
      const answer = refusalIn(error) ?? (await known(hand, act, caseId));
      if (answer) return answer;
      throw error;
    }
  });
  if (isRefusal(done)) await hand.book.refuseAct(act.id, done, caseId);
  return done;
}

const actIn = ({ caseId: _case, state: _state, refusal: _refusal, ...act }: StoredAct): Act => act;

/** The same for an act that was stored some time ago. */
export const handOverStoredToAuction = (hand: HandOver, stored: StoredAct): Promise<Answered | Refusal> =>
  handOverToAuction(hand, actIn(stored), stored.caseId);

/**
 * Puts a stored act before its auction, after whatever of the same bidder was stamped before it and nobody has decided: of two
 * bids the later one stands. Other bidders' acts need no order here: a bid ranks by its stamp. An auction that has ended
 * meanwhile is not waited for.
 */
export async function handOverToAuction(hand: HandOver, act: Act, caseId: string): Promise<Answered | Refusal> {
  for (const earlier of await hand.book.actsWaiting(caseId))
    if (earlier.at < act.at && bidderOf(earlier) === bidderOf(act)) {
      await decide(hand, actIn(earlier), caseId);
    }
  const done = await decide(hand, act, caseId);
  return isRefusal(done) ? done : { ...done, at: act.at, wakes: new Map([[caseId, done.next]]) };
}

import type { CreditAward } from '../domain/auction/delivery.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { postAuction, type AuctionAnswer, type PostedAuction } from '../records/auctions.js';
import type { Book, StoredStep } from '../records/book.js';
import type { CommitPauses } from './carry-out.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What an auction asks of the world. */
export function auctionActivities(
  book: Pick<Book, 'pool' | 'since' | 'actsWaiting' | 'refuseAct'>,
  credit: CreditAward,
  pauses?: CommitPauses,
) {
  return {
    /** Writes a step of an auction, all of it or nothing; done twice it is done once. */
    async carryOutAuction(posted: PostedAuction): Promise<AuctionAnswer> {
      const slow = pauses !== undefined && posted.step.key.startsWith(pauses.keys) ? pauses : undefined;
      if (slow) await pause(slow.beforeMs);
      const answer = await postAuction(book.pool, posted);
      if (slow) await pause(slow.afterMs);
      return answer;
    },
    /** The steps of an auction after event `seq`. */
    auctionStepsSince: (caseId: string, seq: number): Promise<StoredStep[]> => book.since(caseId, seq),
    /** The acts that are stored and not decided: whoever stored them may be gone. */
    async auctionActsWaiting(caseId: string): Promise<Act[]> {
      const stored = await book.actsWaiting(caseId);
      return stored.map(({ caseId: _case, state: _state, refusal: _refusal, ...act }) => act);
    },
    refuseAuctionAct: (caseId: string, act: string, refusal: Refusal): Promise<void> => book.refuseAct(act, refusal, caseId),
    creditAward: credit,
  };
}

export type AuctionActivities = ReturnType<typeof auctionActivities>;

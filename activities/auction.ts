import type { CreditAward } from '../domain/auction/delivery.js';
import { postAuction, readAuction, type AuctionAnswer, type AuctionRecord, type PostedAuction } from '../records/auctions.js';
import type { Book } from '../records/book.js';
import { between, curable, unlessSuspended, type CommitPauses } from './carry-out.js';

/** What an auction asks of the world, besides what every case does. */
export function auctionActivities(book: Pick<Book, 'pool'>, credit: CreditAward, pauses?: CommitPauses) {
  return {
    /** The auction as the book has it; none where nobody announced it. Throws where it is suspended. */
    readAuctionRun: (caseId: string): Promise<Pick<AuctionRecord, 'auction' | 'clock'> | undefined> =>
      unlessSuspended(book.pool, caseId, async () => {
        const record = await readAuction(book.pool, caseId);
        return record && { auction: record.auction, clock: record.clock };
      }),
    /** Writes a step of an auction, all of it or nothing; done twice it is done once. */
    carryOutAuction: (posted: PostedAuction): Promise<AuctionAnswer> =>
      between(pauses, posted.step.key, () => curable(posted.caseId, posted.step.key, () => postAuction(book.pool, posted))),
    creditAward: credit,
  };
}

export type AuctionActivities = ReturnType<typeof auctionActivities>;

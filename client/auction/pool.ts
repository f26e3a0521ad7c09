import { minus, sum, type Amount } from '../../domain/model/amount.js';
import { auctionsIn, creditedBy } from '../../records/auctions.js';
import type { Book } from '../../records/book.js';
import { DONE, printAnswer, REFUSED, type Streams } from '../print.js';

/** 有偿竞价配额池: what an auction offers of the authority's allowances, and where they are. */
export interface PoolLine {
  readonly auction: string;
  readonly cycle: number;
  /** Offered by the announcement. */
  readonly offered: Amount;
  /** Delivered by the auction's own events. */
  readonly delivered: Amount;
  /** Credited by the postings of the ledger: the same, where all is well and nothing is on its way. */
  readonly credited: Amount;
  /** Not delivered: it was never issued, and stays with the authority. Before the result it is what is still on offer. */
  readonly withAuthority: Amount;
  readonly published: boolean;
}

/** Every auction in the book, in order of its case. */
export const poolIn = async (book: Pick<Book, 'pool'>): Promise<PoolLine[]> => {
  const lines: PoolLine[] = [];
  for (const { announcement, auction } of await auctionsIn(book.pool)) {
    const awards = auction.cleared?.awards ?? [];
    const delivered = sum(awards.flatMap(({ bidder, quantity }) => (auction.deliveries[bidder]?.delivered ? [quantity] : [])));
    lines.push({
      auction: announcement.auction,
      cycle: announcement.terms.cycle,
      offered: announcement.lot,
      delivered,
      credited: await creditedBy(book.pool, announcement.caseId),
      withAuthority: minus(announcement.lot, delivered),
      published: auction.published !== undefined,
    });
  }
  return lines;
};

/** An auction that is over and whose deliveries are not what the ledger credited. */
const differs = ({ published, delivered, credited }: PoolLine): boolean => published && delivered !== credited;

/** `luyue ledger auctions`: the pool, and whether the postings agree with it. */
export async function printPool(book: Pick<Book, 'pool'>, json: boolean, streams: Streams): Promise<number> {
  const auctions = await poolIn(book);
  const agrees = !auctions.some(differs);
  const lines = auctions.map(
    (line) =>
      `${line.auction} (${String(line.cycle)})  发放总量 offered ${line.offered}  已交付 delivered ${line.delivered}  ` +
      `账上已记 credited ${line.credited}  ${line.published ? '留存主管部门 stays with the authority' : '在售 on offer'} ${line.withAuthority}` +
      (differs(line) ? '  不符 differs' : ''),
  );
  printAnswer({ agrees, auctions }, lines.length > 0 ? lines : '没有竞价 no auctions', json, streams);
  return agrees ? DONE : REFUSED;
}

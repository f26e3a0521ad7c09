import {
  compare,
  isLess,
  isZero,
  minus,
  plus,
  price,
  rest,
  smaller,
  times,
  wholeTonnesDown,
  ZERO,
  type Amount,
} from '../model/amount.js';
import { instantFrom } from '../model/instant.js';
import { line, type Reasoned } from './working.js';

export interface Bid {
  readonly bidder: string;
  /** 重点碳排放单位 or 自愿参与者. */
  readonly kind: 'key' | 'voluntary';
  /** Yuan a tonne. */
  readonly price: Amount;
  readonly quantity: Amount;
  /** ISO 8601 instant of the bid. */
  readonly at: string;
}
export interface AuctionInput {
  readonly lot: Amount;
  readonly floor: Amount;
  readonly bids: readonly Bid[];
}
export interface AuctionValues {
  readonly keyShare: Amount;
  readonly voluntaryShare: Amount;
  readonly voluntaryTotalShare: Amount;
}
export interface AuctionAnswer {
  /** One price for all: that of the lowest accepted bid; none where nothing was sold. */
  readonly price: Amount | null;
  readonly sold: Amount;
  /** By bidder, in order of first award. */
  readonly awards: readonly { readonly bidder: string; readonly quantity: Amount }[];
  /** Every bid that receives nothing, by its place in the input. */
  readonly refused: readonly { readonly index: number; readonly because: string }[];
}

export const AUCTION_RESTS = [
  'auction.clearing',
  'auction.key-share',
  'auction.voluntary-share',
  'auction.voluntary-total-share',
];

interface Ranked extends Bid {
  readonly index: number;
  readonly instant: number;
  /** The part of the second as it was written; instants hold no more than milliseconds. */
  readonly fraction: number;
}

const fractionOf = (at: string): number => Number(`0.${/\.(\d+)/.exec(at)?.[1] ?? '0'}`);

/** Price first, then time, then the order of input. */
const ranked = (bids: readonly Bid[]): Ranked[] =>
  bids
    .map((bid, index) => ({ ...bid, index, instant: instantFrom(bid.at), fraction: fractionOf(bid.at) }))
    .sort((a, b) => compare(b.price, a.price) || a.instant - b.instant || a.fraction - b.fraction || a.index - b.index);

/** What limits a bid besides its own quantity; the first that leaves nothing is the reason it is told. */
interface Room {
  readonly room: Amount;
  readonly because: string;
}

/**
 * 三(三)2 不定期开展有偿配额发放: one sealed round at one price. No bid under the floor; a bidder's cap and that of all voluntary
 * bidders together cut what would exceed them, and what is cut is free for the next bid.
 */
export function auction(input: AuctionInput, values: AuctionValues): Reasoned<AuctionAnswer> {
  const capOf = (share: Amount): Amount => wholeTonnesDown(times(input.lot, share));
  const caps = {
    key: capOf(values.keyShare),
    voluntary: capOf(values.voluntaryShare),
    together: capOf(values.voluntaryTotalShare),
  };
  const awarded = new Map<string, Amount>();
  const refused: { index: number; because: string }[] = [];
  let left = input.lot;
  let voluntaryLeft = caps.together;
  let lowest: Amount | null = null;
  for (const bid of ranked(input.bids)) {
    if (isLess(bid.price, input.floor)) {
      refused.push({ index: bid.index, because: '报价低于底价 / the price is under the floor' });
      continue;
    }
    const own = rest(caps[bid.kind], awarded.get(bid.bidder) ?? ZERO);
    const rooms: Room[] = [
      { room: bid.quantity, because: '申报量为零 / nothing was bid for' },
      { room: left, because: '已售罄 / the lot is sold out' },
      { room: own, because: '已达单个竞买人上限 / the bidder has reached its cap' },
      ...(bid.kind === 'voluntary'
        ? [{ room: voluntaryLeft, because: '已达自愿参与者总上限 / voluntary bidders have reached their cap' }]
        : []),
    ];
    const none = rooms.find(({ room }) => isZero(room));
    if (none) {
      refused.push({ index: bid.index, because: none.because });
      continue;
    }
    const quantity = rooms.map(({ room }) => room).reduce(smaller);
    awarded.set(bid.bidder, plus(awarded.get(bid.bidder) ?? ZERO, quantity));
    left = minus(left, quantity);
    if (bid.kind === 'voluntary') voluntaryLeft = minus(voluntaryLeft, quantity);
    lowest = bid.price;
  }
  const sold = minus(input.lot, left);
  return {
    answer: {
      price: lowest === null ? null : price(lowest),
      sold,
      awards: [...awarded].map(([bidder, quantity]) => ({ bidder, quantity })),
      refused: refused.sort((a, b) => a.index - b.index),
    },
    working: [
      line(`重点碳排放单位上限 / cap of a key unit: ${input.lot} × ${values.keyShare}`, caps.key, 't', 'auction.key-share'),
      line(
        `自愿参与者上限 / cap of a voluntary bidder: ${input.lot} × ${values.voluntaryShare}`,
        caps.voluntary,
        't',
        'auction.voluntary-share',
      ),
      line(
        `自愿参与者总上限 / cap of all voluntary bidders: ${input.lot} × ${values.voluntaryTotalShare}`,
        caps.together,
        't',
        'auction.voluntary-total-share',
      ),
      line('成交量 / sold', sold, 't', 'auction.clearing'),
      line(
        '统一成交价 / the one price: the lowest accepted bid',
        lowest === null ? '–' : price(lowest),
        'yuan/t',
        'auction.clearing',
      ),
    ],
  };
}

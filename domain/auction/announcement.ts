import { isLess, isZero, over, plus, times, yuan, ZERO, type Amount } from '../model/amount.js';
import { closesAt, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { AuctionValues } from '../rules/auction.js';

/** What an auction needs of its cycle's rulebook: small enough to travel with it; the digest names the whole. */
export interface AuctionTerms {
  readonly cycle: number;
  readonly revision: number;
  readonly digest: string;
  readonly caps: AuctionValues;
  /** k: floor = k × the volume-weighted average price of a stated period. */
  readonly floorMultiple: Amount;
  /** Lots bought here count up to this day. */
  readonly surrenderDeadline: Day;
  /** Names of the values above that are neither decided nor policy: what rests on them is provisional. */
  readonly provisional: readonly string[];
}

/** The market of the period that the floor is taken from: its trades, or the average price they came to. */
export interface Market {
  readonly from: Day;
  readonly to: Day;
  /** Yuan a tonne, weighted by volume. */
  readonly averagePrice?: Amount | undefined;
  readonly trades?: readonly { readonly quantity: Amount; readonly price: Amount }[] | undefined;
}

/** What the city authority makes known before the first bid. The whole auction is this and what happens after it. */
export interface Announcement {
  /** `CYCLE/AUCTION/auction`. */
  readonly caseId: string;
  readonly auction: string;
  /** The act that announced it. */
  readonly act: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly at: Instant;
  readonly basis: string;
  readonly terms: AuctionTerms;
  /** Whole tonnes on offer. */
  readonly lot: Amount;
  /** Yuan a tonne; no bid below it. */
  readonly floor: Amount;
  readonly market?: Market | undefined;
  /** Bids are taken from the first instant on and before the second; sealed bids are opened before the third. */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly openingEndsAt: Instant;
  /** Yuan that whoever bids has lodged before. */
  readonly minimumCover: Amount;
  /** 自愿参与者: who may bid besides the key units. */
  readonly voluntary: readonly string[];
}

export type Proposed = Omit<Announcement, 'floor'> & { readonly floor?: Amount | undefined };

/** Yuan a tonne over the trades of a period, weighted by volume; not rounded, none without a tonne traded. */
export function averagePriceOf(market: Market): Amount | undefined {
  if (!market.trades) return market.averagePrice;
  let worth: Amount = ZERO;
  let tonnes: Amount = ZERO;
  for (const { quantity, price } of market.trades) {
    worth = plus(worth, times(quantity, price));
    tonnes = plus(tonnes, quantity);
  }
  return isZero(tonnes) ? undefined : over(worth, tonnes);
}

/** 底价: k × the volume-weighted average price of a stated period, to the fen, rounded once. */
export const floorOf = (market: Market, terms: Pick<AuctionTerms, 'floorMultiple'>): Amount | undefined => {
  const average = averagePriceOf(market);
  return average === undefined ? undefined : yuan(times(terms.floorMultiple, average));
};

const FLOOR = 'auction.floor-multiple';

const wrong = (path: readonly string[], zh: string, en: string): Refusal => ({
  ...refuse('bad-input', `${path.join('.')}：${zh}`, `${path.join('.')} ${en}`, '三(三)2'),
  path,
});

/**
 * 三(三)2「不定期开展有偿配额发放」: whether an auction may be announced so. A floor by the rule is a proposal as long as k is
 * provisional: then two officers state it with its basis, unless a rehearsal lets it stand. Refuses instants out of order, a
 * period that has not passed, and delivery after the day on which the lots expire.
 */
export function announced(proposed: Proposed, allowProvisional: boolean): Announcement | Refusal {
  const { at, opensAt, closesAt: closes, openingEndsAt, market, terms } = proposed;
  if (at >= closesAt(terms.surrenderDeadline))
    return refuse(
      'right-lapsed',
      `${String(terms.cycle)} 周期清缴已于 ${terms.surrenderDeadline} 截止，竞得的配额已不能使用`,
      `the surrender deadline of cycle ${String(terms.cycle)}, ${terms.surrenderDeadline}, has passed: what is bought would have expired`,
      '三(三)2',
    );
  if (opensAt < at) return wrong(['opensAt'], '不得早于公告', 'lies before the announcement');
  if (closes <= opensAt) return wrong(['closesAt'], '须晚于开始时间', 'must be later than opensAt');
  if (openingEndsAt <= closes) return wrong(['openingEndsAt'], '须晚于截止时间', 'must be later than closesAt');
  if (openingEndsAt >= closesAt(terms.surrenderDeadline))
    return wrong(['openingEndsAt'], '晚于本周期清缴截止日期', 'lies after the surrender deadline, on which the lots expire');
  if (market && market.to < market.from) return wrong(['market', 'to'], '早于 from', 'lies before "from"');
  if (market && closesAt(market.to) > at)
    return wrong(['market', 'to'], '该时段尚未结束', 'has not passed: the average is not known');
  if (proposed.floor !== undefined) return { ...proposed, floor: yuan(proposed.floor) };
  const floor = market && floorOf(market, terms);
  if (floor === undefined)
    return wrong(['floor'], '须填写底价，或均价时段的成交', 'is missing: state it, or the market it is to be taken from');
  if (terms.provisional.includes(FLOOR) && !allowProvisional)
    return refuse(
      'provisional',
      `按规则计算的底价 ${floor} 元依据暂定值，须由两名人员写明底价及依据`,
      `the floor by the rule, ${floor} yuan, rests on a provisional value: state the floor and its basis`,
      '三(三)2',
    );
  return { ...proposed, floor };
}

/** Whether an amount of cover reaches the minimum. */
export const coversMinimum = (announcement: Announcement, cover: Amount): boolean => !isLess(cover, announcement.minimumCover);

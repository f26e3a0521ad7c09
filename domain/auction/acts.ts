import { isLess, plus, times, yuan, ZERO, type Amount } from '../model/amount.js';
import { answerTo, type Answers } from '../model/answers.js';
import { isoOf } from '../model/instant.js';
import { unitOfActor } from '../model/names.js';
import { unitNamed } from '../model/party.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act, NewEvent } from '../model/step.js';
import { coversMinimum } from './announcement.js';
import type { Auction, AuctionMail, AuctionStep, Bidder, Line } from './auction.js';
import { own } from '../model/own.js';

interface Taken {
  readonly events: readonly NewEvent[];
  readonly mails?: readonly AuctionMail[];
}

const CLAUSE = '三(三)2';

/** What is said to whoever comes when everything is over. */
export const OVER: Refusal = refuse('right-lapsed', '竞价结果已公布', 'the result of this auction is published', CLAUSE);

const event = (act: Act, type: string, brings: NewEvent['with']): NewEvent => ({
  type,
  at: act.at,
  by: act.by,
  ...(brings === undefined ? {} : { with: brings }),
});

/** Bids are taken from the announced instant on and before the close, to the millisecond of the door's stamp. */
function outsideBidding(a: Auction, act: Act, fromTheAnnouncement = false): Refusal | undefined {
  const { at, opensAt, closesAt } = a.announcement;
  if (a.closed || act.at >= closesAt) return refuse('right-lapsed', '竞价已截止，不再受理', 'bidding is closed', CLAUSE);
  return act.at < (fromTheAnnouncement ? at : opensAt)
    ? refuse('too-early', '竞价尚未开始', 'bidding has not begun', CLAUSE)
    : undefined;
}

const withCover = (a: Auction, id: string): Bidder | Refusal =>
  own(a.bidders, id) ??
  refuse('insufficient-cover', `${id} 未缴纳竞价保证金`, `${id} has lodged no cover: the exchange records it first`, CLAUSE);

const notSealed = (id: string): Refusal => refuse('too-early', `${id} 没有密封报价`, `${id} has no sealed bid`, CLAUSE);

function recordCover(a: Auction, act: Act<'record-cover'>): Taken | Refusal {
  const { bidder, kind, cover } = act.with;
  const refused = outsideBidding(a, act, true);
  if (refused) return refused;
  if (kind === 'voluntary' && !a.announcement.voluntary.includes(bidder))
    return refuse(
      'not-allowed',
      `${bidder} 不是重点碳排放单位，也不在公告的自愿参与者之列`,
      `${bidder} may not bid here`,
      CLAUSE,
    );
  if (own(a.bidders, bidder)?.sealed && !coversMinimum(a.announcement, cover))
    return refuse(
      'insufficient-cover',
      `已有密封报价，保证金不得低于 ${a.announcement.minimumCover} 元`,
      `a sealed bid stands: the cover may not fall below ${a.announcement.minimumCover} yuan`,
      CLAUSE,
    );
  return { events: [event(act, 'cover-recorded', { ...act.with, cover: yuan(cover) })] };
}

/** The unit that bids, whoever of it acts. */
const bidderOf = ({ by }: Act): string => unitOfActor(by);

/** A sealed bid: a commitment, and nothing else. It takes the place of an earlier one and its rank in time. */
function fileBid(a: Auction, act: Act<'file-bid'>): Taken | Refusal {
  const { commitment } = act.with;
  const refused = outsideBidding(a, act);
  if (refused) return refused;
  const bidder = withCover(a, bidderOf(act));
  if (isRefusal(bidder)) return bidder;
  if (!coversMinimum(a.announcement, bidder.cover))
    return refuse(
      'insufficient-cover',
      `保证金 ${bidder.cover} 元，不足 ${a.announcement.minimumCover} 元`,
      `the cover of ${bidder.cover} yuan is below the minimum of ${a.announcement.minimumCover}`,
      CLAUSE,
    );
  if (bidder.sealed?.commitment === commitment)
    return refuse('already-done', '同一密封报价已受理', 'this very sealed bid stands already', CLAUSE);
  const before = bidder.sealed && { replaces: bidder.sealed.commitment };
  return {
    events: [event(act, 'bid-sealed', { bidder: bidderOf(act), commitment, ...before })],
    mails: [
      {
        unit: bidderOf(act),
        party: unitNamed(bidderOf(act)),
        template: 'auction-receipt',
        say: { name: bidder.name, auction: a.announcement.auction, commitment, at: isoOf(act.at) },
      },
    ],
  };
}

function withdrawBid(a: Auction, act: Act<'withdraw-bid'>): Taken | Refusal {
  const refused = outsideBidding(a, act);
  if (refused) return refused;
  const bidder = withCover(a, bidderOf(act));
  if (isRefusal(bidder)) return bidder;
  return bidder.sealed ? { events: [event(act, 'bid-withdrawn', { bidder: bidderOf(act) })] } : notSealed(bidderOf(act));
}

const worthOf = (lines: readonly Line[]): Amount =>
  lines.reduce((worth, { price, quantity }) => plus(worth, times(price, quantity)), ZERO);

/** Opens a sealed bid after the close. It fits the commitment or is refused; what its cover does not reach does not count. */
function openBid(a: Auction, act: Act<'open-bid'>): Taken | Refusal {
  const { nonce, lines, fits } = act.with;
  if (!a.closed)
    return refuse('too-early', '竞价尚未截止，密封报价不得开启', 'bidding is not closed: keep the bid sealed', CLAUSE);
  if (a.cleared || act.at >= a.announcement.openingEndsAt)
    return refuse('right-lapsed', '开标时段已结束', 'the time for opening bids is over', CLAUSE);
  const bidder = withCover(a, bidderOf(act));
  if (isRefusal(bidder)) return bidder;
  if (!bidder.sealed) return notSealed(bidderOf(act));
  if (bidder.opened) return refuse('already-done', '该报价已开启', 'this bid is open already', CLAUSE);
  if (bidder.sealed.commitment !== fits)
    return refuse(
      'commitment-mismatch',
      '报价与密封时的承诺值不符',
      'what is opened is not what was sealed: price, quantity, nonce, bidder or auction differ',
      CLAUSE,
    );
  const worth = worthOf(lines);
  const short = isLess(bidder.cover, worth);
  const because = `保证金 ${bidder.cover} 元不足以覆盖报价 ${yuan(worth)} 元 / the cover does not reach what was bid`;
  return { events: [event(act, 'bid-opened', { bidder: bidderOf(act), nonce, lines, ...(short ? { void: because } : {}) })] };
}

const ACTS: Answers<Auction, Taken | Refusal> = {
  'record-cover': recordCover,
  'file-bid': fileBid,
  'withdraw-bid': withdrawBid,
  'open-bid': openBid,
};

/** Plays one act, parsed and authorised at the door. Key `act:ID`. Pure; also the validators' check. */
export function onAuctionAct(a: Auction, act: Act): AuctionStep | Refusal {
  const answer = answerTo(ACTS, act);
  if (!answer) return refuse('unknown-act', `竞价没有名为 ${act.do} 的事项`, `no act of an auction is called ${act.do}`);
  if (a.published) return OVER;
  const taken = answer(a);
  return isRefusal(taken) ? taken : { key: `act:${act.id}`, at: act.at, by: act.by, mails: [], ...taken };
}

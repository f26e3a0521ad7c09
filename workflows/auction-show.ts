import { phaseOf, type Auction, type Phase } from '../domain/auction/auction.js';
import { awaiting, resultOf } from '../domain/auction/delivery.js';
import type { AuctionDue } from '../domain/auction/instants.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { say, type Shown } from './show.js';

const PHASES: Record<Phase, string> = {
  announced: '已公告',
  bidding: '竞价中',
  opening: '开标中',
  delivering: '交付中',
  delivered: '已交付',
  published: '已公布',
};
const WAITS: Record<Phase, readonly [who: string, said: string]> = {
  announced: ['nobody', '竞价开始 the first instant of bidding'],
  bidding: ['bidders', '竞买人密封报价 bidders, for their sealed bids'],
  opening: ['bidders', '竞买人开启报价 bidders, to open what they sealed'],
  delivering: ['platform', '成交单位的案件 the cases of the winners'],
  delivered: ['platform', '公布结果 the result'],
  published: ['nobody', '无 nobody'],
};
const BEFALLS: Record<AuctionDue['what'], string> = {
  close: '竞价截止 bidding closes',
  clear: '开标结束，清算 opening ends, the auction is cleared',
};

const clockOf = (at: Instant): string => isoOf(at).slice(0, 19).replace('T', ' ');

/** One line for a timer: what happens when it rings. */
export const sayAuctionDue = (a: Auction, due: AuctionDue): string =>
  `有偿竞价 ${a.announcement.auction} ${BEFALLS[due.what]} ${clockOf(due.at)}`;

/** Where an auction stands and what it waits for; of the bids before the close, their number and nothing else. */
function describeAuction(a: Auction, now: Instant, next: AuctionDue | undefined): string {
  const { auction, lot, floor, terms } = a.announcement;
  const phase = phaseOf(a, now);
  const bidders = Object.values(a.bidders);
  const open = bidders.filter(({ opened }) => opened).length;
  const result = a.cleared && resultOf(a);
  return [
    `## 有偿竞价发放 auction ${auction}`,
    `${String(terms.cycle)} · ${lot} 吨 t · 底价 floor ${floor} 元/吨`,
    '',
    `- **阶段 phase**: ${PHASES[phase]} ${phase}`,
    `- **等待 waiting for**: ${WAITS[phase][1]}`,
    ...(next ? [`- **下一时点 next**: ${clockOf(next.at)} (北京时间) ${BEFALLS[next.what]}`] : []),
    `- **保证金 cover lodged**: ${String(bidders.length)}`,
    `- **密封报价 sealed bids**: ${String(bidders.filter(({ sealed }) => sealed).length)}${a.closed ? `, 已开启 opened ${String(open)}` : ''}`,
    ...(result
      ? [`- **成交价 price**: ${result.price ?? '–'}`, `- **已交付 delivered**: ${result.sold} / ${a.cleared?.sold ?? ''}`]
      : []),
    ...awaiting(a).map(({ bidder, quantity }) => `- **待交付 to deliver**: ${bidder} ${quantity} 吨 t`),
    ...(result?.undelivered ?? []).map(({ bidder, because }) => `- **未能交付 not delivered**: ${bidder}: ${because}`),
    '- **依据 clause**: 三(三)2',
  ].join('\n');
}

export function showAuction(a: Auction, now: Instant, next: AuctionDue | undefined, before: Shown = {}): Shown {
  const phase = phaseOf(a, now);
  const said = { phase, waitingFor: WAITS[phase][0], nextDeadline: next?.at ?? null };
  return say(describeAuction(a, now, next), said, before);
}

import { setTimeout as pause } from 'node:timers/promises';
import { AuctionDesk } from '../../desk/auction.js';
import { instantFrom, isoOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, sayRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { differencesIn } from '../../records/inspect.js';
import type { AuctionRecord } from '../../records/auctions.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { virtualClock, type VirtualClock } from '../drill/virtual-clock.js';
import type { Theatre } from '../drill/stage.js';
import { openBidders } from './bidders.js';
import type { Played } from './play.js';
import { movesOf, type Move, type Script } from './script.js';

/** An auction as the book has it after a rehearsal, and what was refused on the way. */
export interface Rehearsed {
  readonly record: AuctionRecord;
  readonly refusals: Played['refusals'];
  /** What the checker finds wrong with the whole book; nothing, if all is well. */
  readonly differences: readonly string[];
  /** Whether every hash chain is as it was written. */
  readonly intact: boolean;
}

/** A timer is never aimed at: the clock goes to just after it. */
export const ASIDE_MS = 500;
const LOOK_AGAIN_MS = 50;
const PATIENCE_MS = 60_000;

/** What a move brings to the door of the auctions. */
const brings = ({ do: what, bid, nonce, commitment }: Move, auction: string): Json => {
  if (what === 'record-cover') return { auction, bidder: bid.bidder, amount: bid.cover };
  return what === 'file-bid' ? { auction, commitment } : { auction, nonce, lines: bid.lines };
};

/** Waits until something stands in the book of an auction. */
export async function standsIn(
  desk: AuctionDesk,
  auction: string,
  what: (record: AuctionRecord) => boolean,
): Promise<AuctionRecord> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(LOOK_AGAIN_MS)) {
    const record = await desk.read(auction);
    if (record && what(record)) return record;
    if (Date.now() > until) throw new Error(`auction ${auction} does not go on; the worker's log says why`);
  }
}

/** Moves an auction's clock just past an instant of its own time; one that ends on the way has arrived. */
export const past = async (clock: VirtualClock, at: Instant): Promise<void> => {
  try {
    await clock.to(at + ASIDE_MS);
  } catch (error) {
    if (!/already completed|execution ended/.test(String(error))) throw error;
  }
};

/** Plays a script on a real server: every act through the desk at its own stamp, the deadlines by the auction's own clock. */
export async function rehearse(
  theatre: Theatre,
  script: Script,
  rulebook: Rulebook,
  tell: (line: string) => void,
): Promise<Rehearsed | Refusal> {
  const { book, client, taskQueue, prefix, connection, platform } = theatre;
  const bidders = String(await openBidders(theatre, script, rulebook));
  tell(`已开立 ${bidders} 个竞买人的案件 · the cases of ${bidders} bidders are open`);

  const desk = new AuctionDesk({ book, client, taskQueue, prefix, rulebook });
  const announcedAt = instantFrom(script.announcedAt);
  const wall0 = Date.now();
  const raw = { do: 'announce-auction', by: 'city/a', approvedBy: 'city/b', with: script.announcement as Json };
  const { allowProvisional } = script;
  const rehearsal = { stamp: announcedAt, clock: { wall0, business0: announcedAt, skips: true as const }, allowProvisional };
  const announced = await desk.announce(raw, 'announcement', rehearsal);
  if (isRefusal(announced)) return announced;
  const { auction, caseId, closesAt, openingEndsAt } = announced.announcement;
  const say = (at: Instant, line: string): void => {
    tell(`${isoOf(at).slice(0, 19).replace('T', ' ')}  ${line}`);
  };
  say(announcedAt, `city/a, city/b  announce-auction  ${auction}`);

  const clock = virtualClock(connection, platform.namespace, workflowIdOf(caseId, prefix));
  const shift = wall0 - announcedAt;
  const refusals: Played['refusals'][number][] = [];
  let closed = false;
  for (const [n, move] of movesOf(script, caseId, closesAt).entries()) {
    const { at, by, do: what } = move;
    if (!closed && at >= closesAt) {
      await past(clock, closesAt + shift);
      const record = await standsIn(desk, auction, (one) => one.auction.closed);
      say(
        closesAt,
        `竞价截止 bidding closes: ${String(Object.values(record.auction.bidders).filter(({ sealed }) => sealed).length)}`,
      );
      closed = true;
    }
    const answer = await desk.submit({ by, do: what, with: brings(move, auction) }, `move-${String(n)}`, at);
    if (answer.state === 'stored') throw new Error(`${by} ${what}: the auction does not answer`);
    const no = answer.state === 'refused' ? answer.refusal : undefined;
    if (no) refusals.push({ at: isoOf(at), by, do: what, code: no.refused, message: sayRefusal(no) });
    say(at, `${by.padEnd(12)}  ${what.padEnd(12)}  ${no ? `拒绝 refused: ${no.refused}` : '已受理 done'}`);
  }
  await past(clock, openingEndsAt + shift);
  const record = await standsIn(desk, auction, (one) => one.auction.published !== undefined);
  say(openingEndsAt, '开标结束，清算、交付、公布 cleared, delivered, published');
  const differences = (await differencesIn(book.pool)).map(({ check, subject, found }) => `${check} ${subject}: ${found}`);
  const { wrong } = await book.verifyChains();
  return { record, refusals, differences, intact: wrong === undefined };
}

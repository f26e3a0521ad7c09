import { ApplicationFailure, condition, proxyLocalActivities } from '@temporalio/workflow';
import type { AuctionActivities } from '../activities/auction.js';
import { onAuctionAct } from '../domain/auction/acts.js';
import type { Announcement } from '../domain/auction/announcement.js';
import { foldAuction, type Auction, type AuctionStep } from '../domain/auction/auction.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { makeLine, Waiting } from './line.js';

const { carryOutAuction, auctionStepsSince, auctionActsWaiting, refuseAuctionAct } = proxyLocalActivities<AuctionActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
  localRetryThreshold: '5s',
});

type Line = ReturnType<typeof makeLine>;

/** How long an instant waits for those who stored an act to hand it over themselves, before it is fetched. */
const HAND_OVER_MS = 500;

/** Folds whatever the book holds of an auction that this run has not seen. */
async function foldAuctionSince(a: Auction): Promise<void> {
  for (const { key, events, head } of await auctionStepsSince(a.announcement.caseId, a.seq)) foldAuction(a, key, events, head);
}

/** Puts a stored act in line; refused, it is recorded as refused, since nobody else is there to do so. */
async function putInLine(caseId: string, act: Act, line: Line): Promise<void> {
  try {
    await line.join(act.at, act);
  } catch (error) {
    const [refusal] = error instanceof ApplicationFailure ? (error.details ?? []) : [];
    if (!isRefusal(refusal)) throw error;
    await refuseAuctionAct(caseId, act.id, refusal);
  }
}

/**
 * An instant has to wait for acts stamped before it. Whoever stored one may be gone, and a bid in time must count and the close must
 * come: so what nobody hands over is fetched from the door's own store and put in line here.
 */
async function fetchWaiting(a: Auction, line: Line): Promise<void> {
  const { caseId } = a.announcement;
  const before = line.arrived();
  if (await condition(() => line.arrived() > before, HAND_OVER_MS)) return;
  for (const act of await auctionActsWaiting(caseId)) if (a.taken[act.id] === undefined) void putInLine(caseId, act, line);
}

/** Has the book write a step and folds the events that the book returns. `again`: something comes before it. */
async function takeAuction(
  a: Auction,
  step: AuctionStep,
  line: Line,
  announcement?: Announcement,
): Promise<'done' | 'again' | Refusal> {
  const { caseId } = a.announcement;
  const answer = await carryOutAuction({ caseId, seq: a.seq, head: a.head, step, ...(announcement ? { announcement } : {}) });
  if (isRefusal(answer)) return answer;
  if ('waitFor' in answer) {
    await fetchWaiting(a, line);
    return 'again';
  }
  if ('ahead' in answer) {
    for (const seen of answer.ahead) foldAuction(a, seen.key, seen.events, seen.head);
    return 'again';
  }
  if ((answer.events.at(-1)?.seq ?? 0) > a.seq) foldAuction(a, step.key, answer.events, answer.head);
  return 'done';
}

/** A step of the auction's own, the first one with its announcement: for it, a no of the book is an error of ours. */
export async function takeOwnStep(a: Auction, step: AuctionStep, line: Line, announcement?: Announcement): Promise<void> {
  const answer = await takeAuction(a, step, line, announcement);
  if (isRefusal(answer)) throw new Error(`${a.announcement.caseId}: ${step.key} was refused: ${sayRefusal(answer)}`);
}

/** Decides the act of whoever is first in line and answers, or leaves it in line where the book is ahead; `next` is when the auction wakes. */
export async function serveAuction(a: Auction, waiting: Waiting, line: Line, next: () => Instant | undefined): Promise<void> {
  const { act } = waiting;
  if (!act) await foldAuctionSince(a);
  else if (a.taken[act.id] === undefined) {
    const step = onAuctionAct(a, act);
    const answer = isRefusal(step) ? step : await takeAuction(a, step, line);
    if (answer === 'again') return;
    if (answer !== 'done') return line.refuse(waiting, answer);
  }
  const wakes = next();
  line.settle(waiting, { seq: (act && a.taken[act.id]) ?? a.seq, ...(wakes === undefined ? {} : { next: wakes }) });
}

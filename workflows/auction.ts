import * as wf from '@temporalio/workflow';
import { onAuctionAct } from '../domain/auction/acts.js';
import { blankAuction, type AuctionStep, type Result } from '../domain/auction/auction.js';
import { announcingStep } from '../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant, type AuctionDue } from '../domain/auction/instants.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { makeAlarm } from './alarm.js';
import { sayAuctionDue, showAuction } from './auction-show.js';
import { makeDeliveries } from './auction-deliver.js';
import { serveAuction, takeOwnStep } from './auction-take.js';
import { makeLine, refusalFailure, type Waiting } from './line.js';
import { act, auctionState, catchUp, type AuctionRun } from './messages.js';
import { isOutdated, renew } from './renew.js';

/** A new run from about here on, once this one has taken a step and while nothing is cleared: lots on their way are few. */
const LONG_HISTORY = 400;

const isLong = (): boolean => wf.workflowInfo().historyLength > LONG_HISTORY;

/** 有偿竞价发放: takes sealed bids until the close, has them opened, clears, brings each lot to its winner, publishes, ends. */
export async function auction(input: AuctionRun): Promise<Result> {
  const { clock, announcement } = input;
  const a = input.auction ?? blankAuction(announcement);
  const line = makeLine();
  const began = a.seq;
  let shown = input.shown;
  let atRest = false;

  const now = (): Instant => clock.business0 + (Date.now() - clock.wall0);
  const due = (): AuctionDue | undefined => {
    const next = auctionDue(a);
    return next && (clock.endsAt === undefined || next.at < clock.endsAt) ? next : undefined;
  };

  wf.setHandler(auctionState, () => a);
  wf.setHandler(catchUp, (stamp) => line.join(stamp));
  wf.setHandler(act, (asked) => line.join(asked.at, asked), {
    /** Refuses at once only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      const next = due();
      if (!atRest || !line.isEmpty() || a.taken[asked.id] !== undefined || (next && next.at <= asked.at)) return;
      const answer = onAuctionAct(a, asked);
      if (isRefusal(answer)) throw refusalFailure(answer);
    },
  });

  const deliveries = makeDeliveries(a, input);
  const alarm = makeAlarm(now);
  const rest = async (next: AuctionDue | undefined): Promise<void> => {
    shown = showAuction(a, now(), next, shown);
    alarm.set(now() < announcement.opensAt ? announcement.opensAt : next?.at, next && sayAuctionDue(a, next));
    atRest = true;
    await wf.condition(() => !line.isEmpty() || alarm.rang() || deliveries.answered());
    atRest = false;
  };
  const renewed = async (): Promise<void> => {
    if (!(isLong() || isOutdated()) || a.seq === began || a.cleared || !line.isEmpty()) return;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) await renew<typeof auction>({ ...input, auction: a, ...(shown ? { shown } : {}) });
  };
  /** What the auction does by itself now, if anything; an instant also where somebody stamped at or after it waits. */
  const own = (first: Waiting | undefined, next: AuctionDue | undefined): AuctionStep | undefined =>
    next ? (first || next.at <= now() ? onAuctionInstant(a, next) : undefined) : deliveries.next();

  while (a.seq === 0) await takeOwnStep(a, announcingStep(a), line, announcement);
  while (!a.published || !line.isEmpty()) {
    await renewed();
    const next = due();
    const first = line.first();
    // an instant comes before every act stamped at or after it, and after every act stamped before it
    if (first && (!next || first.at < next.at)) await serveAuction(a, first, line, () => due()?.at);
    else {
      const step = own(first, next);
      await (step ? takeOwnStep(a, step, line) : rest(next));
    }
  }
  showAuction(a, now(), undefined, shown);
  await wf.condition(wf.allHandlersFinished);
  return a.published;
}

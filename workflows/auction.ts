import { own } from '../domain/model/own.js';
import { proxyLocalActivities } from '@temporalio/workflow';
import type { AuctionActivities } from '../activities/auction.js';
import { onAuctionAct } from '../domain/auction/acts.js';
import { foldAuction, type AuctionStep, type Result } from '../domain/auction/auction.js';
import { auctionDue, onAuctionInstant, type AuctionDue } from '../domain/auction/instants.js';
import { makeDeliveries } from './auction-deliver.js';
import { sayAuctionDue, showAuction } from './auction-show.js';
import { OF_THE_BOOK, untilDone } from './book.js';
import type { RunInput } from './messages.js';
import { renew } from './renew.js';
import { inputOf, unknownCase, waited } from './run-case.js';
import { runShell } from './shell.js';
import { shownBefore } from './show.js';
import type { Subject } from './subject.js';

const { carryOutAuction, readAuctionRun } = proxyLocalActivities<AuctionActivities>(OF_THE_BOOK);

type AuctionRun = Subject<AuctionStep, AuctionDue> & { readonly result: () => Result | undefined };

async function load(caseId: string, prefix: string): Promise<AuctionRun> {
  const run = await untilDone(caseId, () => readAuctionRun(caseId));
  if (!run) throw unknownCase(caseId);
  const { auction: a, clock } = run;
  const { opensAt } = a.announcement;
  const now = (): number => clock.business0 + (Date.now() - clock.wall0);
  const deliveries = makeDeliveries(a, { clock, prefix });
  let shown = shownBefore();
  return {
    caseId,
    clock,
    state: a,
    seq: () => a.seq,
    isOver: () => a.published !== undefined,
    due: () => auctionDue(a),
    onInstant: (due) => onAuctionInstant(a, due),
    onAct: (act) => onAuctionAct(a, act),
    known: (act) => own(a.taken, act.id),
    fold: ({ key, events, head }) => foldAuction(a, key, events, head),
    carryOut: (step, act) => carryOutAuction({ caseId, seq: a.seq, head: a.head, step, ...(act ? { act } : {}) }),
    show(next) {
      shown = showAuction(a, now(), next, shown);
    },
    sayDue: (due) => sayAuctionDue(a, due),
    own: () => deliveries.next(),
    ownHasCome: () => deliveries.answered(),
    isBusy: () => a.cleared !== undefined,
    alarmAt: (due) => (now() < opensAt ? opensAt : due?.at),
    result: () => a.published,
  };
}

/** 有偿竞价发放: takes sealed bids until the close, has them opened, clears, brings each lot to its winner, publishes, ends. */
export async function auction(input: RunInput): Promise<Result | undefined> {
  const { caseId, prefix, waits } = inputOf(input);
  const a = await runShell(() => load(caseId, prefix), {
    waits,
    renew: (more) => renew<typeof auction>({ caseId, prefix, ...waited(more) }),
  });
  return (a as AuctionRun).result();
}

import { onTestFinished } from 'vitest';
import { crowd } from '../../client/drill/crowd.js';
import { virtualClock, type VirtualClock } from '../../client/drill/virtual-clock.js';
import type { Theatre } from '../../client/drill/stage.js';
import type { RawAct } from '../../desk/admit.js';
import { AuctionDesk } from '../../desk/auction.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { Desk } from '../../desk/desk.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { rulebookNamed } from '../../regulation/named.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { theatreForTests } from '../drill/theatre.js';

/** Key units whose cycle of 2024 is running, with nothing on their accounts. */
const scenarioOf = (bidders: readonly string[]): string => `
name: bidders
cycle: 2024
from: 2024-09-01
until: 2024-12-31
units:
${bidders.map((id) => `  - { id: ${id}, name: ${id} 热力有限公司, kind: key, district: chaoyang }`).join('\n')}
`;
const THREE = ['BJ-0001', 'BJ-0002', 'BJ-0003'];
/** Cases opened side by side. */
const OPENED_AT_A_TIME = 25;

const ANNOUNCED = instantOf('2024-09-10', '10:00:00');
export const CLOSES = instantOf('2024-09-12', '00:00:00');
export const OPENING_ENDS = instantOf('2024-09-12', '17:00:00');

/** 100,000 t at 100 yuan or more, one day to bid, most of the next to open. */
export const ANNOUNCEMENT = {
  auction: '2024-1',
  lot: '100000',
  floor: '100.00',
  market: { from: '2024-08-01', to: '2024-08-31', averagePrice: '100.00' },
  opensAt: '2024-09-11T09:00:00+08:00',
  closesAt: '2024-09-12T00:00:00+08:00',
  openingEndsAt: '2024-09-12T17:00:00+08:00',
  minimumCover: '100000.00',
  basis: '有偿竞价发放公告',
};

const nonceOf = (bidder: string): string => bidder.replaceAll(/\D/g, '').padStart(64, '0');

/** An auction hall on the servers of the test run. */
export interface Hall {
  readonly theatre: Theatre;
  readonly auctions: AuctionDesk;
  readonly caseId: string;
  /** Moves the auction's clock past an instant. */
  past(at: Instant): Promise<void>;
  cover(bidder: string, amount: string): Promise<unknown>;
  seal(bidder: string, price: string, quantity: string, at: Instant): Promise<unknown>;
  open(bidder: string, price: string, quantity: string, at: Instant): Promise<unknown>;
  act(raw: RawAct, id: string, at: Instant): Promise<unknown>;
  /** Waits until the result is published, and answers it. */
  result(): Promise<unknown>;
}

/** Opens the units' cases and announces the auction; closed when the test is over, or when whoever opens it says so. */
export async function openHall(
  env: NodeJS.ProcessEnv = {},
  whenOver: (close: () => Promise<void>) => void = onTestFinished,
  bidders: readonly string[] = THREE,
  isKilled = false,
): Promise<Hall> {
  const theatre = await theatreForTests(env, isKilled);
  whenOver(() => theatre.close());
  const { book, client, taskQueue, prefix, connection, platform } = theatre;
  const openings = opensOf(parseScenario(scenarioOf(bidders), 'bidders')).filter(({ kind }) => kind === 'compliance-cycle');
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const desk = new Desk({ book, client, taskQueue, prefix, cycle: 2024, register, patienceMs: 30_000 });
  const wall0 = Date.now();
  const opened = openings.map((opening) => async () => {
    await desk.open(opening, { wall0, business0: opening.opensAt, skips: true });
  });
  await crowd(opened, OPENED_AT_A_TIME, () => undefined);
  const auctions = new AuctionDesk({ book, client, taskQueue, prefix, rulebook: rulebookNamed('2024'), patienceMs: 90_000 });
  const announced = await auctions.announce(
    { do: 'announce-auction', by: 'city/a', approvedBy: 'city/b', with: ANNOUNCEMENT },
    'announcement',
    { stamp: ANNOUNCED, clock: { wall0, business0: ANNOUNCED, skips: true } },
  );
  if (isRefusal(announced)) throw new Error(announced.en);
  const caseId = auctions.caseId('2024-1');
  const clock: VirtualClock = virtualClock(connection, platform.namespace, `${prefix}${caseId}`);
  const act: Hall['act'] = (raw, id, at) => auctions.submit(raw, id, at);
  return {
    theatre,
    auctions,
    caseId,
    act,
    past: (at) =>
      clock.to(at + wall0 - ANNOUNCED + 500).catch((error: unknown) => {
        // it ended on the way
        if (!/already completed/.test(String(error))) throw error;
      }),
    cover: (bidder, amount) =>
      act(
        { by: 'exchange', do: 'record-cover', with: { auction: '2024-1', bidder, amount } },
        `cover-${bidder}`,
        instantOf('2024-09-11', '08:00:00'),
      ),
    seal: (bidder, price, quantity, at) => {
      const commitment = commitmentOf({ caseId, bidder, nonce: nonceOf(bidder), lines: [{ price, quantity }] });
      return act({ by: bidder, do: 'file-bid', with: { auction: '2024-1', commitment } }, `seal-${bidder}-${String(at)}`, at);
    },
    open: (bidder, price, quantity, at) =>
      act(
        { by: bidder, do: 'open-bid', with: { auction: '2024-1', nonce: nonceOf(bidder), lines: [{ price, quantity }] } },
        `open-${bidder}-${String(at)}`,
        at,
      ),
    result: () => client.getHandle(`${prefix}${caseId}`).result(),
  };
}

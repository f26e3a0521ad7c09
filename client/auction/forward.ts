import { Connection } from '@temporalio/client';
import { addressOf } from '../../desk/reach/connection.js';
import type { AuctionDesk } from '../../desk/auction.js';
import { instantFrom, isoOf, type Instant } from '../../domain/model/instant.js';
import type { AuctionRecord } from '../../records/auctions.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { virtualClock } from '../drill/virtual-clock.js';
import { UsageError } from '../failure.js';
import { reachOf, type Service } from '../service.js';
import { keepHall, nowBy, type Hall } from './hall-clock.js';
import { ASIDE_MS, past, standsIn } from './rehearse.js';

/** The instants of an auction, by the words for them. */
const WORDS = { opens: 'opensAt', closes: 'closesAt', ends: 'openingEndsAt' } as const;

const isWord = (to: string): to is keyof typeof WORDS => Object.hasOwn(WORDS, to);

const aimOf = (to: string, { announcement }: AuctionRecord): Instant => {
  if (isWord(to)) return announcement[WORDS[to]];
  try {
    return instantFrom(to);
  } catch {
    throw new UsageError(`--to ${to} 不是时刻 / is no instant: opens, closes, ends, YYYY-MM-DDTHH:MM:SS+08:00`, 'bad-input', [
      'to',
    ]);
  }
};

/** What an instant asks of an auction before the hall's clock may be said to stand there. */
const reached =
  (at: Instant) =>
  ({ auction }: AuctionRecord): boolean =>
    (at < auction.announcement.closesAt || auction.closed) &&
    (at < auction.announcement.openingEndsAt || auction.published !== undefined);

/**
 * Moves the hall's clock, and with it every auction announced in it, to just after an instant; waits until what was due on the
 * way is done. Throws a UsageError for an instant that has passed: no clock goes back.
 */
export async function forwardTo(
  to: string,
  record: AuctionRecord,
  hall: Hall,
  service: Service,
  desk: AuctionDesk,
): Promise<Instant> {
  const at = aimOf(to, record);
  if (at <= nowBy(hall.clock))
    throw new UsageError(
      `大厅时钟已到 ${isoOf(nowBy(hall.clock))}，不能拨回 / the hall's clock stands there already and does not go back to ${isoOf(at)}`,
      'bad-input',
      ['to'],
    );
  const connection = await Connection.connect(addressOf(reachOf(service)));
  let arrived = Date.now();
  const moved: string[] = [];
  try {
    for (const [caseId, { wall0, business0 }] of Object.entries(hall.auctions)) {
      const auction = caseId.split('/')[1] ?? '';
      if ((await desk.read(auction))?.auction.published) continue;
      const clock = virtualClock(connection, service.namespace, workflowIdOf(caseId, hall.prefix));
      await clock.read();
      await past(clock, at + wall0 - business0);
      arrived = Date.now();
      moved.push(auction);
    }
  } finally {
    await connection.close();
  }
  const clock = { wall0: arrived, business0: at + ASIDE_MS };
  keepHall({ ...hall, clock });
  for (const auction of moved) await standsIn(desk, auction, reached(at));
  return nowBy(clock);
}

import { Connection, WorkflowClient } from '@temporalio/client';
import { auctionActivities, type AuctionActivities } from '../activities/auction.js';
import type { CommitPauses } from '../activities/carry-out.js';
import { creditThroughDesk } from '../desk/auction-credit.js';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import type { Reach } from '../desk/reach/settings.js';
import type { Book } from '../records/book.js';
import type { Settings } from './settings.js';

/** What auctions ask of the world; their lots go to the winners' cases through the door, over a connection of its own. */
export function auctionWork(
  settings: Reach & Pick<Settings, 'TASK_QUEUE'>,
  book: Book,
  pauses?: CommitPauses,
): { readonly activities: AuctionActivities; close(): Promise<void> } {
  const connection = Connection.lazy(addressOf(settings));
  const client = new WorkflowClient({ connection, ...writingTo(settings) });
  const credit = creditThroughDesk(book, client, settings.TASK_QUEUE);
  return { activities: auctionActivities(book, credit, pauses), close: () => connection.close() };
}

import { Connection, WorkflowClient } from '@temporalio/client';
import { cityActivities, type CityActivities } from '../activities/city-cycle.js';
import { cityViews } from '../views/for-cycle.js';
import { rollOutThroughDesk } from '../desk/roll-out.js';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import type { Reach } from '../desk/reach/settings.js';
import type { Book } from '../records/book.js';
import type { Settings } from './settings.js';

/** What the city's cycle asks of the world; its decisions go to the cases through the door, over a connection of its own. */
export function cityWork(
  settings: Reach & Pick<Settings, 'TASK_QUEUE'>,
  book: Book,
): { readonly activities: CityActivities; close(): Promise<void> } {
  const connection = Connection.lazy(addressOf(settings));
  const client = new WorkflowClient({ connection, ...writingTo(settings) });
  const activities = cityActivities(book, rollOutThroughDesk(book, client, settings.TASK_QUEUE), cityViews(book));
  return { activities, close: () => connection.close() };
}

import { AlarmDesk } from '../../desk/alarms.js';
import type { Outcome } from '../../desk/answer.js';
import { openAlarms } from '../../ledger/alarms.js';
import type { Book } from '../../records/book.js';

export const OFFICERS = { by: 'city/a', approvedBy: 'city/b', reason: '已查明' };

/** Two officers release an alarm through the desk. */
export const release = (
  book: Book,
  alarm: number,
  said: Partial<typeof OFFICERS> = {},
  id = `release-${String(alarm)}`,
): Promise<Outcome> => {
  const { by, approvedBy, reason } = { ...OFFICERS, ...said };
  return new AlarmDesk(book).submit({ do: 'release-alarm', by, approvedBy, with: { alarm, reason } }, id);
};

export const releaseAll = async (book: Book): Promise<void> => {
  for (const { id } of await openAlarms(book.pool)) await release(book, id);
};

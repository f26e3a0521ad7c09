import { proxyActivities } from '@temporalio/workflow';
import type { CheckActivities } from '../activities/check-book.js';

const { checkBook } = proxyActivities<CheckActivities>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '10s', maximumInterval: '10m' },
});

/** The second pair of eyes, once a night: what it finds is recorded, mailed to the city, and holds up the collections it concerns. */
export const nightlyCheck = (): ReturnType<typeof checkBook> => checkBook(Date.now());

import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { OutboxActivities } from '../activities/deliver.js';
import { isOutdated, renew } from './renew.js';

const { deliver } = proxyActivities<OutboxActivities>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});
const LONG_HISTORY = 100;

/** Delivers what cases leave in the outbox, for ever: a long activity after the other, so that no case waits for a mail server. */
export async function outbox(): Promise<never> {
  while (workflowInfo().historyLength < LONG_HISTORY && !isOutdated()) await deliver();
  return await renew<typeof outbox>();
}

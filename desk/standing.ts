import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  WorkflowClient,
  type Connection,
} from '@temporalio/client';
import { nightlyCheckIdOf, NIGHTLY_CHECK_TYPE, outboxIdOf, OUTBOX_TYPE } from '../workflows/ids.js';

/** 02:00 in Beijing, written in UTC: no time zone database is asked. */
const AT_NIGHT = { hour: 18, minute: 0 };

/** Has the server run the checker every night. Made once; whoever comes later finds it. */
export async function ensureNightlyCheck(
  connection: Connection,
  namespace: string,
  taskQueue: string,
  prefix = '',
): Promise<void> {
  const id = nightlyCheckIdOf(prefix);
  const schedules = new ScheduleClient({ connection, namespace });
  try {
    await schedules.create({
      scheduleId: id,
      spec: { calendars: [AT_NIGHT] },
      action: { type: 'startWorkflow', workflowType: NIGHTLY_CHECK_TYPE, workflowId: id, taskQueue, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      state: { note: '账簿每夜核对 · the book checked every night' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

/** Has the platform's standing work run: the outbox, and the check every night. Begun once, however many workers come. */
export async function beginStandingWork(
  connection: Connection,
  namespace: string,
  taskQueue: string,
  prefix = '',
): Promise<void> {
  const client = new WorkflowClient({ connection, namespace });
  await client.start(OUTBOX_TYPE, {
    workflowId: outboxIdOf(prefix),
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [],
  });
  await ensureNightlyCheck(connection, namespace, taskQueue, prefix);
}

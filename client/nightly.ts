import { ScheduleAlreadyRunning, ScheduleClient, ScheduleOverlapPolicy, type Connection } from '@temporalio/client';
import { NIGHTLY_CHECK_ID, NIGHTLY_CHECK_TYPE } from '../workflows/ids.js';

/** 02:00 in Beijing, written in UTC: no time zone database is asked. */
const AT_NIGHT = { hour: 18, minute: 0 };

/** Has the server run the checker every night. Made once; whoever comes later finds it. */
export async function ensureNightlyCheck(connection: Connection, namespace: string, taskQueue: string): Promise<void> {
  const schedules = new ScheduleClient({ connection, namespace });
  try {
    await schedules.create({
      scheduleId: NIGHTLY_CHECK_ID,
      spec: { calendars: [AT_NIGHT] },
      action: { type: 'startWorkflow', workflowType: NIGHTLY_CHECK_TYPE, workflowId: NIGHTLY_CHECK_ID, taskQueue, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      state: { note: '账簿每夜核对 · the book checked every night' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

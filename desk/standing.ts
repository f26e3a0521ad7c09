import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  WorkflowClient,
  WorkflowNotFoundError,
  type Connection,
  type ScheduleDescription,
} from '@temporalio/client';
import { nightlyCheckIdOf, NIGHTLY_CHECK_TYPE, outboxIdOf, OUTBOX_TYPE } from '../workflows/ids.js';

/** 02:00 in Beijing, written in UTC: no time zone database is asked. */
const AT_NIGHT = { hour: 18, minute: 0 };
/** A night that the server slept through is made up for within a day. */
const CATCH_UP_MS = 86_400_000;

const scheduleOf = (id: string, taskQueue: string) => ({
  spec: { calendars: [AT_NIGHT] },
  action: { type: 'startWorkflow' as const, workflowType: NIGHTLY_CHECK_TYPE, workflowId: id, taskQueue, args: [] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP_MS },
});

const isJust = (ranges: readonly { readonly start: number; readonly end: number }[], value: number): boolean =>
  ranges.length === 1 && ranges[0]?.start === value && ranges[0].end === value;

const isEvery = (ranges: readonly { readonly start: unknown; readonly end: unknown }[], first: unknown, last: unknown): boolean =>
  ranges.length === 1 && ranges[0]?.start === first && ranges[0]?.end === last;

/** Whether nothing ends it, or a night before its time: a last day, so many nights, a time zone, a time by which the check has to be over, a check that failed. */
const isEndless = ({ spec, action, state, policies }: ScheduleDescription): boolean =>
  !spec.startAt &&
  !spec.endAt &&
  !spec.jitter &&
  ['', 'UTC'].includes(spec.timezone ?? '') &&
  !action.workflowExecutionTimeout &&
  !action.workflowRunTimeout &&
  !action.workflowTaskTimeout &&
  state.remainingActions === undefined &&
  !policies.pauseOnFailure;

const isAtNight = ({ spec }: ScheduleDescription): boolean => {
  const [calendar, ...more] = spec.calendars ?? [];
  if (!calendar || more.length > 0 || (spec.intervals ?? []).length > 0 || (spec.skip ?? []).length > 0) return false;
  const { second, minute, hour, dayOfMonth, month, dayOfWeek } = calendar;
  return (
    isJust(hour, AT_NIGHT.hour) &&
    isJust(minute, AT_NIGHT.minute) &&
    isJust(second, 0) &&
    isEvery(dayOfMonth, 1, 31) &&
    isEvery(month, 'JANUARY', 'DECEMBER') &&
    isEvery(dayOfWeek, 'SUNDAY', 'SATURDAY')
  );
};

/** Whether a schedule, as the server describes it, does what is wanted at the time that is wanted. */
const agrees = (made: ScheduleDescription, wanted: ReturnType<typeof scheduleOf>): boolean => {
  const { action, policies } = made;
  return (
    isAtNight(made) &&
    isEndless(made) &&
    action.workflowType === wanted.action.workflowType &&
    action.workflowId === wanted.action.workflowId &&
    action.taskQueue === wanted.action.taskQueue &&
    policies.overlap === wanted.policies.overlap &&
    policies.catchupWindow === wanted.policies.catchupWindow
  );
};

/**
 * Has the server run the checker every night. Whoever comes later finds it, and brings it to what is wanted now where it
 * was made otherwise; one that somebody paused stays paused.
 */
export async function ensureNightlyCheck(
  connection: Connection,
  namespace: string,
  taskQueue: string,
  prefix = '',
): Promise<void> {
  const id = nightlyCheckIdOf(prefix);
  const wanted = scheduleOf(id, taskQueue);
  const schedules = new ScheduleClient({ connection, namespace });
  try {
    await schedules.create({ scheduleId: id, ...wanted, state: { note: '账簿每夜核对 · the book checked every night' } });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const made = schedules.getHandle(id);
    if (agrees(await made.describe(), wanted)) return;
    await made.update(({ state: { paused, note = '' } }) => ({ ...wanted, state: { paused, note } }));
  }
}

/** Whether something else runs under the outbox's name: whoever started it by hand would stop all letters. */
async function isTakenByAnother(client: WorkflowClient, id: string, taskQueue: string): Promise<boolean> {
  try {
    const run = await client.getHandle(id).describe();
    return run.status.name === 'RUNNING' && (run.type !== OUTBOX_TYPE || run.taskQueue !== taskQueue);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
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
  const workflowId = outboxIdOf(prefix);
  await client.start(OUTBOX_TYPE, {
    workflowId,
    workflowIdConflictPolicy: (await isTakenByAnother(client, workflowId, taskQueue)) ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
    taskQueue,
    args: [],
  });
  await ensureNightlyCheck(connection, namespace, taskQueue, prefix);
}

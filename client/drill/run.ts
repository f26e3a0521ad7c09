import { setTimeout as pause } from 'node:timers/promises';
import { Desk } from '../../desk/desk.js';
import type { Opening } from '../../domain/cases/case.js';
import type { Outcome } from '../../simulator/outcome.js';
import { enterContacts } from '../../records/contacts.js';
import { whilePlayed } from '../../records/while-played.js';
import { contactsOf } from './contacts.js';
import { opensOf } from '../../simulator/opening.js';
import { endOf, type Scenario } from '../../simulator/scenario.js';
import type { Clock } from '../../domain/model/clock.js';
import type { Instant } from '../../domain/model/instant.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { crowd } from './crowd.js';
import { enterDocuments } from './documents.js';
import { groupsOf } from './groups.js';
import { play, type Revivals } from './play.js';
import { readBack } from './read-back.js';
import { scheduleOf, type Item, type Schedule } from './schedule.js';
import type { Theatre } from './stage.js';
import { countHistories, cpuBetween, cpuSoFar, type CpuSeconds } from './timing.js';

export interface Timing {
  readonly wallSeconds: number;
  readonly startUpSeconds: number;
  readonly workflowTasks: number;
  readonly events: number;
  readonly runs: number;
  readonly cpuSeconds: CpuSeconds;
}
export type TimedOutcome = Outcome & { readonly timing: Timing };

/** Groups of cases played side by side: more gain nothing on two cores. */
const AT_A_TIME = 25;
const LOOK_AGAIN_MS = 100;
const NO_MAIL_WITHIN_MS = 120_000;
/** A drill whose worker is killed waits for its answer; people are told `stored` sooner. */
const PATIENCE_MS = 60_000;

const tenths = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** Waits until every mail has left. Throws when none goes out for a while: the mail server does not take them. */
export async function delivered({ book }: Theatre): Promise<void> {
  let left = Infinity;
  for (let since = Date.now(); ; await pause(LOOK_AGAIN_MS + left)) {
    const waiting = await book.outboxOf({ waiting: true });
    if (waiting.length === 0) return;
    if (waiting.length < left) since = Date.now();
    left = waiting.length;
    if (Date.now() - since > NO_MAIL_WITHIN_MS)
      throw new Error(
        `${String(left)} mails do not go out: ${(await book.lettersOf({ waiting: true, limit: 1 }))[0]?.said ?? 'the outbox is not served'}`,
      );
  }
}

/** What a play needs of its theatre. */
export type PlayedOn = Pick<Theatre, 'book' | 'client' | 'taskQueue' | 'prefix' | 'connection'> & {
  readonly platform: { readonly namespace: string };
};

/** Plays all cases, those that move each other together, side by side with the rest; until it is told to stop, which is thrown. */
export async function playAll(
  theatre: PlayedOn,
  scenario: Scenario,
  openings: readonly Opening[],
  schedule: Schedule,
  log: (line: string) => void,
  stop?: AbortSignal,
) {
  const { book, client, taskQueue, prefix, connection, platform } = theatre;
  await enterContacts(book.pool, contactsOf(scenario));
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const revivals: Revivals = new Map();
  const revivedAt = (caseId: string, playedTo: Instant): Clock | undefined => revivals.get(caseId)?.(playedTo);
  const desk = new Desk({ book, client, taskQueue, cycle: scenario.cycle, register, prefix, revivedAt, patienceMs: PATIENCE_MS });
  const stage = {
    desk,
    revivals,
    connection,
    namespace: platform.namespace,
    prefix,
    endsAt: endOf(scenario),
    ...(stop ? { stop } : {}),
  };
  const byId = new Map(openings.map((opening) => [opening.id, opening]));
  const links = schedule.items.flatMap(({ cases: [a, ...others] }) => others.map((b) => [a ?? b, b] as const));
  const groups = groupsOf([...byId.keys()], links);

  await enterDocuments(book.pool, schedule.documents);
  for (const { raw, id, refusal, at } of schedule.atTheDoor) await desk.door.refuse({ raw, id, stamp: at }, refusal);
  const jobs = groups.map((group) => async () => {
    const within = new Set(group);
    const items = schedule.items.filter(({ cases }) => cases.every((id) => within.has(id)));
    await play(
      stage,
      group.flatMap((id) => byId.get(id) ?? []),
      items,
    );
  });
  const every = Math.max(1, Math.ceil(jobs.length / 10));
  await whilePlayed(book.pool, () =>
    crowd(jobs, AT_A_TIME, (done) => {
      if (done % every === 0 || done === jobs.length) log(`已演练 · played ${String(done)} / ${String(jobs.length)}`);
    }),
  );
}

/**
 * Plays a scenario on Temporal and reads its outcome from the database. `startUpMs` is what the theatre took to open. Waits
 * until the mails have left, unless they are delivered later; `each`: an act as it is played, where that is not as it stands.
 */
export async function run(
  theatre: Theatre,
  scenario: Scenario,
  startUpMs: number,
  log: (line: string) => void,
  { awaitMails = true, each = (item) => item }: { readonly awaitMails?: boolean; readonly each?: (item: Item) => Item } = {},
): Promise<TimedOutcome> {
  const openings = opensOf(scenario);
  const { items, ...rest } = scheduleOf(scenario, openings);
  const schedule = { ...rest, items: items.map(each) };
  const pids = { ...theatre.platform.pids, worker: theatre.worker.pid };
  const began = performance.now();
  const before = cpuSoFar(pids);
  await playAll(theatre, scenario, openings, schedule, log);
  if (awaitMails) await delivered(theatre);
  const cpuSeconds = cpuBetween(before, cpuSoFar(pids));
  const wallSeconds = tenths(performance.now() - began);

  const outcome = await readBack(theatre.book, scenario, openings);
  const workflowIds = openings.map(({ id }) => workflowIdOf(id, theatre.prefix));
  const counted = await countHistories(theatre.client, theatre.platform.namespace, workflowIds);
  return { ...outcome, timing: { wallSeconds, startUpSeconds: tenths(startUpMs), ...counted, cpuSeconds } };
}

import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Connection, WorkflowClient } from '@temporalio/client';
import type { RawAct } from '../desk/admit.js';
import { Desk, type Answered } from '../desk/desk.js';
import { isoOf, startOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { enterContacts } from '../records/contacts.js';
import { contactsOf } from './drill/contacts.js';
import { opensOf } from '../simulator/opening.js';
import { endOf, readScenario } from '../simulator/scenario.js';
import { play } from './drill/play.js';
import { scheduleOf, type Item } from './drill/schedule.js';
import { recall, remember } from './rehearsal.js';
import { TASK_QUEUE } from './service.js';

export interface DemoStage {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly connection: Connection;
  readonly namespace: string;
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
}

/** A unit that is there once the demonstration has begun. */
export const DEMO_UNIT = 'BJ-0001';
const SCENARIO = fileURLToPath(new URL('demo/two-units.yaml', import.meta.url));
/** About a minute in all. */
const BETWEEN_ACTS_MS = 2_500;

const sayAct = ({ at, raw }: Item, answer: Answered | Refusal): string => {
  const said = isRefusal(answer) ? `拒绝 refused: ${answer.zh}` : `→ ${answer.next === undefined ? '—' : isoOf(answer.next)}`;
  return `  ${isoOf(at).slice(0, 16).replace('T', ' ')}  ${(raw.for ?? raw.by).padEnd(9)} ${raw.do.padEnd(24)} ${raw.by.padEnd(14)} ${said}`;
};

const sayRefused = (at: Instant, raw: RawAct, refusal: Refusal): string =>
  `  ${isoOf(at).slice(0, 16).replace('T', ' ')}  ${(raw.for ?? raw.by).padEnd(9)} ${raw.do.padEnd(24)} 拒绝 refused: ${refusal.zh}`;

/** Plays the demonstration visibly; one that was interrupted goes on, one that is over stays as it is. */
export async function playDemo(stage: DemoStage): Promise<void> {
  const { book, client, connection, namespace, folder, log, stop } = stage;
  const scenario = readScenario(SCENARIO);
  const openings = opensOf(scenario).map((opening) => ({ ...opening, rehearsal: true as const }));
  const before = recall(folder);
  const [begins, endsAt] = [startOf(scenario.from), endOf(scenario)];
  const wall0 = before?.wall0 ?? Date.now();
  const whose = { cycle: scenario.cycle, units: scenario.units.map(({ id }) => id) };
  let reached = before?.clock?.at ?? begins;
  /** The demonstration's clock, for everybody who acts on its cases meanwhile: it never goes back. */
  const reach = (at: Instant, over = false): void => {
    reached = Math.max(reached, at);
    remember(folder, { wall0, over, ...whose, clock: { at: reached, wall: Date.now() }, endsAt });
  };
  if (before?.over === true) {
    reach(endsAt, true);
    log('演示案件已在上次演完，数据仍在 · the demonstration was played before; its cases are still there');
    return;
  }
  reach(begins);

  await enterContacts(book.pool, contactsOf(scenario));
  const { items, atTheDoor } = scheduleOf(scenario, openings);
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const desk = new Desk({ book, client, taskQueue: TASK_QUEUE, cycle: scenario.cycle, register });
  log(`演示 · demonstration: ${scenario.name} (${scenario.from} … ${scenario.until})`);
  for (const { at, raw, refusal } of atTheDoor) log(sayRefused(at, raw, refusal));
  const everywhere = items.map((item): Item => ({
    ...item,
    cases: [...item.cases, ...openings.map(({ id }) => id)],
    receive(desk) {
      // whoever acts from now on acts after this
      reach(item.at);
      return item.receive(desk);
    },
  }));
  await play(
    {
      ...{ desk, connection, namespace, prefix: '', endsAt, wall0 },
      async after(item, answer) {
        log(sayAct(item, answer));
        await pause(BETWEEN_ACTS_MS, undefined, { signal: stop });
      },
    },
    openings,
    everywhere,
  );
  reach(endsAt, true);
  log('演示结束，案件仍可查看 · the demonstration is over; its cases stay to be looked at');
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Connection, WorkflowClient } from '@temporalio/client';
import { z } from 'zod';
import { Desk, type Answered } from '../desk/desk.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { opensOf } from '../simulator/opening.js';
import { endOf, readScenario } from '../simulator/scenario.js';
import { play } from './drill/play.js';
import { scheduleOf, type Item } from './drill/schedule.js';
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

const SCENARIO = fileURLToPath(new URL('demo/two-units.yaml', import.meta.url));
/** About a minute in all. */
const BETWEEN_ACTS_MS = 2_500;

/** What is remembered of a demonstration between two starts: when it began, and whether it is over. */
const MEMORY = z.object({ wall0: z.number(), over: z.boolean() });
type Memory = z.infer<typeof MEMORY>;

const sayAct = ({ at, raw }: Item, answer: Answered | Refusal): string => {
  const said = isRefusal(answer) ? `拒绝 refused: ${answer.zh}` : `→ ${answer.next === undefined ? '—' : isoOf(answer.next)}`;
  return `  ${isoOf(at).slice(0, 16).replace('T', ' ')}  ${(raw.for ?? raw.by).padEnd(9)} ${raw.do.padEnd(24)} ${raw.by.padEnd(14)} ${said}`;
};

/** Plays the demonstration visibly; one that was interrupted goes on, one that is over stays as it is. */
export async function playDemo(stage: DemoStage): Promise<void> {
  const { book, client, connection, namespace, folder, log, stop } = stage;
  const file = join(folder, 'demo.json');
  const remember = (memory: Memory): void => {
    writeFileSync(file, `${JSON.stringify(memory)}\n`);
  };
  const before = existsSync(file) ? MEMORY.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (before?.over === true) {
    log('演示案件已在上次演完，数据仍在 · the demonstration was played before; its cases are still there');
    return;
  }
  const wall0 = before?.wall0 ?? Date.now();
  remember({ wall0, over: false });

  const scenario = readScenario(SCENARIO);
  const openings = opensOf(scenario);
  const { items } = scheduleOf(scenario, openings);
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const desk = new Desk({ book, client, taskQueue: TASK_QUEUE, cycle: scenario.cycle, register });
  log(`演示 · demonstration: ${scenario.name} (${scenario.from} … ${scenario.until})`);
  const everywhere = items.map((item): Item => ({ ...item, cases: [...item.cases, ...openings.map(({ id }) => id)] }));
  await play(
    {
      ...{ desk, connection, namespace, prefix: '', endsAt: endOf(scenario), wall0 },
      async after(item, answer) {
        log(sayAct(item, answer));
        await pause(BETWEEN_ACTS_MS, undefined, { signal: stop });
      },
    },
    openings,
    everywhere,
  );
  remember({ wall0, over: true });
  log('演示结束，案件仍可查看 · the demonstration is over; its cases stay to be looked at');
}

import { businessNow } from '../records/business-clock.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RawAct } from '../desk/admit.js';
import { cityCycleOf } from '../desk/city-cycle-of.js';
import { CityDesk, type Progress } from '../desk/city.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { cycleNamed } from './cycle-option.js';
import { FAILED } from './failure.js';
import { DONE, printAnswer, REFUSED, type Streams } from './print.js';
import { sayOutcome } from './say-outcome.js';
import { withService, type Service } from './service.js';

export interface ForAllOptions {
  readonly id?: string;
  readonly cycle?: string;
  readonly json: boolean;
}
const LOOK_EVERY_MS = 250;
/** How often, about, the command says how far it is. */
const TELLINGS = 10;
/** How long the command waits for the cases; the roll-out goes on without it. */
const PATIENCE_MS = 600_000;

async function watch(desk: CityDesk, act: string, streams: Streams): Promise<Progress> {
  const until = Date.now() + PATIENCE_MS;
  let told = -1;
  for (;;) {
    const progress = await desk.progress(act);
    const done = progress.cases - progress.waiting;
    if (told < 0 || done - told >= progress.cases / TELLINGS || (progress.over && done !== told)) {
      streams.err(`已送达 · brought to ${String(done)} / ${String(progress.cases)} 个案件 cases\n`);
      told = done;
    }
    if (progress.over || Date.now() > until) return progress;
    await pause(LOOK_EVERY_MS);
  }
}

const say = (progress: Progress): string[] => {
  const { cases, applied, refused, waiting, over } = progress;
  const shown = refused.slice(0, 20).map((one) => `  ${one.case}: ${one.code}`);
  const rest = refused.length - shown.length;
  return [
    `已执行 · taken by ${String(applied)} / ${String(cases)} 个案件 cases${refused.length > 0 ? `，未执行 · refused by ${String(refused.length)}:` : ''}`,
    ...shown,
    ...(rest > 0 ? [`  … ${String(rest)}`] : []),
    ...(over ? [] : [`仍在送达 · still on its way to ${String(waiting)}: luyue city decisions`]),
  ];
};

/** One act for all cases of a cycle: decided by the city's own case, brought to every case while the command looks on. */
export async function doForAll(raw: RawAct, options: ForAllOptions, service: Service, streams: Streams): Promise<number> {
  const id = options.id ?? randomUUID();
  const done = await withService(service, async (book, client) => {
    const cycle = options.cycle === undefined ? await cityCycleOf(book, raw) : cycleNamed(options.cycle);
    if (isRefusal(cycle))
      return { cycle: 0, answer: { state: 'refused', at: await businessNow(book.pool), refusal: cycle } as const };
    const desk = new CityDesk({ book, client, taskQueue: service.taskQueue, cycle });
    const answer = await desk.submit(raw, id);
    const watched =
      answer.state === 'decided' && answer.act !== undefined ? { progress: await watch(desk, answer.act, streams) } : {};
    return { cycle, answer, ...watched };
  });
  const { cycle, answer, progress } = done;
  if (!progress || answer.state !== 'decided') return sayOutcome({ id, do: raw.do, outcome: answer }, options.json, streams);
  const at = isoOf(answer.at);
  const document = { id, state: answer.state, at, seq: answer.seq, do: raw.do, cycle, rollOut: progress };
  const said = `已受理 · done: ${raw.do}, ${String(cycle)}, ${at} (${id})`;
  printAnswer(document, [said, ...say(progress)], options.json, streams);
  if (!progress.over) return FAILED;
  return progress.refused.every(({ code }) => code === 'already-done') ? DONE : REFUSED;
}

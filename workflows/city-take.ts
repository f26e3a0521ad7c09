import { condition, proxyLocalActivities } from '@temporalio/workflow';
import type { CityActivities } from '../activities/city-cycle.js';
import { onCityAct } from '../domain/city-cycle/acts.js';
import { foldCity, type CityCycle, type CityOpening, type CityStep } from '../domain/city-cycle/city-cycle.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { makeLine, Waiting } from './line.js';

const { carryOutCity, cityStepsSince } = proxyLocalActivities<CityActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
  localRetryThreshold: '5s',
});

type Line = ReturnType<typeof makeLine>;

/** How long an instant waits for acts stamped before it to be handed over, before it looks again. */
const HAND_OVER_MS = 2_000;

/** Has the book write a step and folds the events that the book returns. `again`: something comes before it. */
async function takeCity(c: CityCycle, step: CityStep, line: Line, opening?: CityOpening): Promise<'done' | 'again' | Refusal> {
  const caseId = c.opening.id;
  const answer = await carryOutCity({ caseId, seq: c.seq, head: c.head, step, ...(opening ? { opening } : {}) });
  if (isRefusal(answer)) return answer;
  if ('waitFor' in answer) {
    const before = line.arrived();
    await condition(() => line.arrived() > before, HAND_OVER_MS);
    return 'again';
  }
  if ('ahead' in answer) {
    for (const seen of answer.ahead) foldCity(c, seen.key, seen.events, seen.head);
    return 'again';
  }
  if ((answer.events.at(-1)?.seq ?? 0) > c.seq) foldCity(c, step.key, answer.events, answer.head);
  return 'done';
}

/** A step of the city's cycle's own, the first one with its opening: for it, a no of the book is an error of ours. */
export async function takeCityStep(c: CityCycle, step: CityStep, line: Line, opening?: CityOpening): Promise<void> {
  const answer = await takeCity(c, step, line, opening);
  if (isRefusal(answer)) throw new Error(`${c.opening.id}: ${step.key} was refused: ${sayRefusal(answer)}`);
}

/** Decides the act of whoever is first in line and answers, or leaves it in line where the book is ahead. */
export async function serveCity(c: CityCycle, waiting: Waiting, line: Line, next: () => Instant | undefined): Promise<void> {
  const { act } = waiting;
  if (!act) for (const step of await cityStepsSince(c.opening.id, c.seq)) foldCity(c, step.key, step.events, step.head);
  else if (c.taken[act.id] === undefined) {
    const step = onCityAct(c, act);
    const answer = isRefusal(step) ? step : await takeCity(c, step, line);
    if (answer === 'again') return;
    if (answer !== 'done') return line.refuse(waiting, answer);
  }
  const wakes = next();
  line.settle(waiting, { seq: (act && c.taken[act.id]) ?? c.seq, ...(wakes === undefined ? {} : { next: wakes }) });
}

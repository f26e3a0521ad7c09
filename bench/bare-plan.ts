import { blank, dueNext, fold } from '../domain/cases/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import { opensOf } from '../simulator/opening.js';
import { endOf, playedActs, type Scenario } from '../simulator/scenario.js';
import { play } from '../simulator/simulate.js';

/** One step of a case as the floor does it again: at an instant, by an Update or a timer; and when the case wakes after it. */
export interface BareStep {
  readonly at: Instant;
  readonly by: 'opening' | 'update' | 'timer';
  readonly wakes: Instant | null;
}
export interface BareCase {
  readonly id: string;
  readonly opensAt: Instant;
  readonly steps: readonly BareStep[];
}

/** The events of a case by its steps: in the standard unit-year no two steps of a case share an instant. */
const stepsOf = (events: readonly Event[]): Event[][] => {
  const steps: Event[][] = [];
  for (const event of events) {
    const last = steps.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else steps.push([event]);
  }
  return steps;
};

/** What the cases of the first unit do, as the simulator plays them: the numbers of timers, steps and Updates of the floor. */
export function barePlan(scenario: Scenario): BareCase[] {
  const [first] = scenario.units;
  if (!first) throw new Error('a scenario without units has no floor');
  const acts = scenario.acts.filter(({ raw }) => raw.by === first.id || raw.for === first.id);
  const alone: Scenario = { ...scenario, units: [first], acts };
  const stamps = new Set(playedActs(alone).map(({ at }) => at));
  const end = endOf(alone);
  const played = play(alone).units.flatMap((unit) => unit.cases);
  return opensOf(alone).map((opening, n): BareCase => {
    const c = blank(opening);
    const steps = stepsOf(played[n]?.events ?? []).map((events, k): BareStep => {
      const at = events[0]?.at ?? opening.opensAt;
      fold(c, String(k), events, '');
      const wakes = dueNext(c)?.at ?? Infinity;
      const isTimer = events.every(({ by }) => by === 'platform') && !stamps.has(at);
      return { at, by: k === 0 ? 'opening' : isTimer ? 'timer' : 'update', wakes: wakes < end ? wakes : null };
    });
    return { id: opening.id, opensAt: opening.opensAt, steps };
  });
}

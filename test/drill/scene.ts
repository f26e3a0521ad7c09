import { onTestFinished } from 'vitest';
import { play, type Stage } from '../../client/drill/play.js';
import { readBack } from '../../client/drill/read-back.js';
import { scheduleOf, type Item } from '../../client/drill/schedule.js';
import type { Theatre } from '../../client/drill/stage.js';
import { virtualClock, type VirtualClock } from '../../client/drill/virtual-clock.js';
import { Desk, type Answered } from '../../desk/desk.js';
import type { Received } from '../../desk/door.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { opensOf } from '../../simulator/opening.js';
import type { Outcome } from '../../simulator/outcome.js';
import { endOf, type Scenario } from '../../simulator/scenario.js';
import { workflowIdOf } from '../../workflows/ids.js';
import { theatreForTests } from './theatre.js';

const ASIDE_MS = 500;
const PATIENCE_MS = 30_000;

/** A scenario on Temporal whose acts are stored, timed and handed over by the test, in whatever order it likes. */
export interface Scene {
  readonly theatre: Theatre;
  /** The acts of the scenario, in order; an amendment stands once for each case. */
  readonly items: readonly Item[];
  /** Another door to the same book. */
  readonly desk: () => Desk;
  readonly store: (item: Item | undefined, desk?: Desk) => Promise<Received>;
  /** Lets the clock of every case run on to an instant and a little further. */
  readonly to: (at: Instant) => Promise<void>;
  /** Stores an act, lets the time come, hands it over. */
  readonly inOrder: (...items: readonly (Item | undefined)[]) => Promise<(Answered | Refusal)[]>;
  /** Plays to the end and tells what came out. */
  readonly end: () => Promise<Outcome>;
}

/** Opens all cases of a scenario, after whatever the theatre needs before; closed when the test is over. */
export async function sceneOf(
  scenario: Scenario,
  env: NodeJS.ProcessEnv = {},
  before: (theatre: Theatre) => Promise<void> = () => Promise.resolve(),
): Promise<Scene> {
  const theatre = await theatreForTests(env);
  onTestFinished(() => theatre.close());
  await before(theatre);
  const { book, client, taskQueue, prefix, connection, platform } = theatre;
  const openings = opensOf(scenario);
  const register = { units: new Map(openings.map(({ unit }) => [unit.id, unit])) };
  const desk = (): Desk =>
    new Desk({ book, client, taskQueue, cycle: scenario.cycle, register, prefix, patienceMs: PATIENCE_MS });
  const door = desk();
  const endsAt = endOf(scenario);
  const wall0 = Date.now();
  const clocks: { clock: VirtualClock; shift: number }[] = [];
  for (const opening of openings) {
    await door.open(opening, { wall0, business0: opening.opensAt, endsAt, skips: true });
    const clock = virtualClock(connection, platform.namespace, workflowIdOf(opening.id, prefix));
    clocks.push({ clock, shift: wall0 - opening.opensAt });
  }
  const to = async (at: Instant): Promise<void> => {
    for (const { clock, shift } of clocks) await clock.to(at + shift + ASIDE_MS);
  };
  const store = async (item: Item | undefined, by: Desk = door): Promise<Received> => {
    const received = await item?.receive(by);
    if (!received || isRefusal(received)) throw new Error(`not stored: ${JSON.stringify(received ?? 'no such act')}`);
    return received;
  };
  const stage: Stage = { desk: door, connection, namespace: platform.namespace, prefix, endsAt, wall0 };
  return {
    theatre,
    items: scheduleOf(scenario, openings).items,
    desk,
    store,
    to,
    async inOrder(...items) {
      const answers: (Answered | Refusal)[] = [];
      for (const item of items) {
        const received = await store(item);
        await to(received.act.at);
        answers.push(await door.handOver(received));
      }
      return answers;
    },
    async end() {
      await play(stage, openings, []);
      return readBack(book, scenario, openings);
    },
  };
}

/** The floor of bench:year as a bundle of its own: nothing of ours, only what Temporal does for the same waits and Updates. */
import {
  CancellationScope,
  condition,
  defineUpdate,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { BareActivities } from './bare-worker.js';

export const BARE_TYPE = 'bare';
export const step = defineUpdate('step');

/** When a bare workflow wakes after each of its steps, by the server's clock; null where no timer waits. */
export interface BareInput {
  readonly id: string;
  readonly wakes: readonly (number | null)[];
}

const { insert } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10s' });

interface Timer {
  readonly at: number;
  readonly scope: CancellationScope;
  rang: boolean;
}
const timerAt = (at: number): Timer => {
  const timer: Timer = { at, rang: false, scope: new CancellationScope() };
  timer.scope
    .run(() => sleep(Math.max(1, at - Date.now())))
    .then(
      () => (timer.rang = true),
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  return timer;
};

/** As many steps as `wakes` has members, the first at once, each other by an Update or by the timer; each inserts one row. */
export async function bare({ id, wakes }: BareInput): Promise<void> {
  let steps = 0;
  let asked = 0;
  const take = async (): Promise<void> => {
    await insert(id, (steps += 1));
  };
  setHandler(step, async () => {
    asked += 1;
    await take();
  });
  await take();
  let timer: Timer | undefined;
  while (steps < wakes.length) {
    const at = wakes[steps - 1] ?? null;
    if (timer && timer.at !== at) timer.scope.cancel();
    if (at === null) timer = undefined;
    else if (timer?.at !== at) {
      timer = timerAt(at);
    }
    const before = asked;
    const rang = (): boolean => timer?.rang === true;
    await condition(() => asked > before || rang());
    if (rang()) await take();
  }
  await condition(() => false);
}

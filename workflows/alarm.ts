import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';

const SHORTEST_MS = 1;

/** The one pending timer of a case, in a cancellation scope of its own. */
export interface Alarm {
  /** Makes it ring at an instant, or not at all. Left alone while that instant is the same and it has not rung. */
  set(at: Instant | undefined, summary?: string): void;
  rang(): boolean;
}

export function makeAlarm(now: () => Instant): Alarm {
  let pending: { at: Instant; rang: boolean; scope: CancellationScope } | undefined;
  return {
    rang: () => pending?.rang === true,
    set(at, summary = '') {
      if (pending?.at === at && pending?.rang === false) return;
      pending?.scope.cancel();
      pending = undefined;
      if (at === undefined) return;
      const mine = { at, rang: false, scope: new CancellationScope() };
      pending = mine;
      mine.scope
        .run(() => sleep(Math.max(SHORTEST_MS, at - now()), { summary }))
        .then(
          () => {
            mine.rang = true;
          },
          (error: unknown) => {
            if (!isCancellation(error)) throw error;
          },
        );
    },
  };
}

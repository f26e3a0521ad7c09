import { Context } from '@temporalio/activity';
import type { Lanes } from './lanes.js';

const BEAT_MS = 3_000;

/** Serves the outbox for a shift, so that a new activity starts after it. What is still being sent goes on meanwhile. */
export function outboxActivities(lanes: Lanes, shiftMs: number) {
  return {
    async deliver(): Promise<{ sent: number }> {
      const context = Context.current();
      const before = lanes.sent;
      const beating = setInterval(() => {
        context.heartbeat(lanes.sent - before);
      }, BEAT_MS);
      try {
        await lanes.serve(AbortSignal.any([context.cancellationSignal, AbortSignal.timeout(shiftMs)]));
      } finally {
        clearInterval(beating);
      }
      return { sent: lanes.sent - before };
    },
  };
}

export type OutboxActivities = ReturnType<typeof outboxActivities>;

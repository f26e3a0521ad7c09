import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Book } from '../records/book.js';
import type { OutboxMail } from '../records/outbox.js';

/** How the outbox is emptied: batch by batch, looking again after a pause when nothing waits. */
export interface DeliveryRhythm {
  readonly batch: number;
  readonly idleMs: number;
  /** After this long the activity ends, so that a new one starts. */
  readonly shiftMs: number;
  /** Aborted when the worker is asked to stop: it is not kept waiting. */
  readonly stopping: AbortSignal;
}

/** Delivers what waits in the outbox. `send` rejects where a mail does not go out; it is tried again later. */
export function outboxActivities(book: Pick<Book, 'deliver'>, send: (mail: OutboxMail) => Promise<void>, rhythm: DeliveryRhythm) {
  return {
    async deliver(): Promise<{ sent: number }> {
      const context = Context.current();
      const ends = Date.now() + rhythm.shiftMs;
      let sent = 0;
      const stop = AbortSignal.any([context.cancellationSignal, rhythm.stopping]);
      while (Date.now() < ends && !stop.aborted) {
        const done = await book.deliver(rhythm.batch, send);
        sent += done.sent;
        context.heartbeat(sent);
        if (done.sent === 0) await pause(rhythm.idleMs, undefined, { signal: stop }).catch(() => undefined);
      }
      return { sent };
    },
  };
}

export type OutboxActivities = ReturnType<typeof outboxActivities>;

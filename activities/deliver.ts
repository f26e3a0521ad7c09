import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Book } from '../records/book.js';
import type { OutboxMail } from '../records/outbox.js';
import { isForGood } from './adapters/mail.js';

/** How the outbox is emptied: in lanes, looking again after a pause when nothing waits. */
export interface DeliveryRhythm {
  readonly lanes: number;
  readonly idleMs: number;
  /** After this long the activity ends, so that a new one starts. */
  readonly shiftMs: number;
  /** Aborted when the worker is asked to stop: it waits for no mail server. */
  readonly stopping: AbortSignal;
}

const BEAT_MS = 4_000;

type Outbox = Pick<Book, 'claimLetters' | 'letterSent' | 'letterFailed'>;

/** Sends one claimed letter and marks it by itself. `send` rejects where it does not go out. */
async function sendOne(book: Outbox, send: (mail: OutboxMail) => Promise<void>, mail: OutboxMail): Promise<boolean> {
  try {
    await send(mail);
  } catch (error) {
    await book.letterFailed(mail.id, { why: String(error), forGood: isForGood(error) });
    return false;
  }
  await book.letterSent(mail.id);
  return true;
}

/** Delivers what waits in the outbox: each letter is claimed, sent outside of any transaction, and marked when its own answer is there. */
export function outboxActivities(book: Outbox, send: (mail: OutboxMail) => Promise<void>, rhythm: DeliveryRhythm) {
  return {
    async deliver(): Promise<{ sent: number }> {
      const context = Context.current();
      const ends = Date.now() + rhythm.shiftMs;
      const stop = AbortSignal.any([context.cancellationSignal, rhythm.stopping]);
      const stopped = new Promise<void>((resolve) => {
        stop.addEventListener('abort', () => resolve(), { once: true });
      });
      let sent = 0;
      const busy = new Set<Promise<void>>();
      const beat = setInterval(() => context.heartbeat(sent), BEAT_MS);
      const take = (mail: OutboxMail): void => {
        const lane: Promise<void> = sendOne(book, send, mail)
          .then((went) => void (sent += went ? 1 : 0))
          .catch(() => undefined)
          .finally(() => busy.delete(lane));
        busy.add(lane);
      };
      try {
        while (Date.now() < ends && !stop.aborted) {
          const claimed = busy.size < rhythm.lanes ? await book.claimLetters(rhythm.lanes - busy.size) : [];
          claimed.forEach(take);
          const idle = pause(rhythm.idleMs, undefined, { signal: stop }).catch(() => undefined);
          await Promise.race(claimed.length > 0 || busy.size > 0 ? [...busy, idle, stopped] : [idle]);
        }
        // what is on its way is marked when it is answered; a worker that is to stop waits for none of them
        if (!stop.aborted) await Promise.race([Promise.all(busy), stopped]);
        return { sent };
      } finally {
        clearInterval(beat);
      }
    },
  };
}

export type OutboxActivities = ReturnType<typeof outboxActivities>;

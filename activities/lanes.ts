import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Book } from '../records/book.js';
import type { Delivery, Gathering } from '../records/deliveries.js';
import { isForGood } from './adapters/mail.js';

/** Hands a letter to the mail server and answers what it said. Rejects where it did not go out, or is aborted. */
export type Send = (mail: Delivery, signal: AbortSignal) => Promise<string>;

type Outbox = Pick<Book, 'gatherLetters' | 'claimLetters' | 'renewClaims' | 'letterSent' | 'letterFailed'>;

/** How the outbox is emptied, in milliseconds and numbers of mails. */
export interface DeliveryRhythm {
  /** How many receivers are sent to at once, and how many with those who have been slow to answer. */
  readonly lanes: number;
  readonly lanesWithSlow: number;
  /** After this long a receiver is slow: it keeps its lane and does not count among the others. */
  readonly slowMs: number;
  /** No letter takes longer: longer than the wait for a server's answer. */
  readonly sendMs: number;
  readonly idleMs: number;
  /** When letters are made of notices. */
  readonly gathering: Gathering;
  /** How often the claims of the letters under way are renewed: several times within a lease. */
  readonly renewMs: number;
  /** How long, when the worker is asked to stop, a server that is to answer is still waited for. */
  readonly partingMs: number;
  /** Aborted when the worker is asked to stop. */
  readonly stopping: AbortSignal;
}

/** As in service. The wait after a text is ten minutes (RFC 5321); connecting, greeting and the text itself come before it. */
export const RHYTHM: Omit<DeliveryRhythm, 'stopping' | 'gathering'> = {
  lanes: 10,
  lanesWithSlow: 50,
  slowMs: 5_000,
  sendMs: 780_000,
  idleMs: 500,
  renewMs: 15_000,
  partingMs: 5_000,
};

const TRY_AGAIN_MS = 1_000;
const NO_ANSWER = new Error('限时内没有答复 no answer in time');
const PARTED = new Error('平台停止时尚无答复 the platform stopped before the server answered');

/**
 * The mails under way, one a receiver: a receiver that is slow, or silent, holds up nobody but itself. Each is claimed
 * before it is sent and marked as soon as its own answer is there.
 */
export class Lanes {
  /** Mails that went out since the worker began. */
  sent = 0;
  private readonly book: Outbox;
  private readonly send: Send;
  private readonly rhythm: DeliveryRhythm;
  private readonly busy = new Map<Promise<void>, number>();
  /** The letters under way, by their ids. */
  private readonly held = new Set<string>();
  private renewing: NodeJS.Timeout | undefined;
  private readonly parting = new AbortController();

  constructor(book: Outbox, send: Send, rhythm: DeliveryRhythm) {
    [this.book, this.send, this.rhythm] = [book, send, rhythm];
    const part = (): void => void setTimeout(() => this.parting.abort(PARTED), rhythm.partingMs).unref();
    if (rhythm.stopping.aborted) part();
    else rhythm.stopping.addEventListener('abort', part, { once: true });
  }

  /** Sends what waits, until the shift is over or the worker is to stop. Rejects where the book does not answer. */
  async serve(shift: AbortSignal): Promise<void> {
    const over = AbortSignal.any([shift, this.rhythm.stopping]);
    const ended = once(over, 'abort');
    while (!over.aborted) {
      await this.book.gatherLetters(this.rhythm.gathering);
      const room = this.room();
      const claimed = room > 0 ? await this.book.claimLetters(room) : [];
      for (const mail of claimed) if (!this.held.has(mail.id)) this.begin(mail);
      if (claimed.length === 0) await this.rest(ended);
    }
    if (this.rhythm.stopping.aborted) await this.empty();
  }

  /** When nothing is under way any more. Asked to stop, that is soon. */
  async empty(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy.keys());
  }

  /** Until a mail is no longer under way, or it is time to look again, or the shift has ended. */
  private async rest(ended: Promise<unknown>): Promise<void> {
    const enough = new AbortController();
    const looked = pause(this.rhythm.idleMs, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([looked, ended, ...this.busy.keys()]);
    enough.abort();
  }

  private room(): number {
    const { lanes, lanesWithSlow, slowMs } = this.rhythm;
    const since = performance.now() - slowMs;
    const quick = [...this.busy.values()].filter((began) => began > since).length;
    return Math.min(lanes - quick, lanesWithSlow - this.busy.size);
  }

  private begin(mail: Delivery): void {
    this.held.add(mail.id);
    this.renewing ??= setInterval(() => void this.renew(), this.rhythm.renewMs);
    const lane: Promise<void> = this.deliver(mail)
      .then((mark) => this.mark(mark))
      .finally(() => {
        this.end(mail, lane);
      });
    this.busy.set(lane, performance.now());
  }

  private end({ id }: Delivery, lane: Promise<void>): void {
    this.held.delete(id);
    this.busy.delete(lane);
    if (this.held.size > 0) return;
    clearInterval(this.renewing);
    this.renewing = undefined;
  }

  /** Holds the claims of what is under way. A renewal that fails is made up for by the next. */
  private async renew(): Promise<void> {
    await this.book.renewClaims([...this.held]).catch(() => undefined);
  }

  /** Sends a letter; answers how it is to be marked. */
  private async deliver(mail: Delivery): Promise<() => Promise<void>> {
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(NO_ANSWER);
    }, this.rhythm.sendMs);
    const cut = AbortSignal.any([late.signal, this.parting.signal]);
    try {
      const answer = await this.send(mail, cut);
      this.sent += 1;
      return () => this.book.letterSent(mail, answer);
    } catch (error) {
      const failed = cut.aborted
        ? { why: String(cut.reason), forGood: false }
        : { why: String(error), forGood: isForGood(error) };
      return () => this.book.letterFailed(mail, { ...failed, attempt: mail.attempts });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Marks a letter, as often as it takes: what a server took must not go again because the book was away. */
  private async mark(mark: () => Promise<void>): Promise<void> {
    for (;;)
      try {
        await mark();
        return;
      } catch {
        if (this.parting.signal.aborted) return;
        await pause(TRY_AGAIN_MS);
      }
  }
}

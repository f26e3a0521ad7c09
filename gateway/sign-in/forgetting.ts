import type pg from 'pg';
import { forgetSignIns, KEEP_DAYS } from '../../parties/sign-ins.js';

const EVERY_MS = 10 * 60_000;

/** Takes away, now and then, sign-ins and sessions that need not be kept any longer. Answers with what stops it. */
export function keepForgetting(pool: pg.Pool, { keepDays = KEEP_DAYS, everyMs = EVERY_MS } = {}): () => void {
  const timer = setInterval(() => {
    // a database that is away is asked again the next time
    void forgetSignIns(pool, keepDays).catch(() => undefined);
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
  };
}

import { z } from 'zod';
import { secondsAs, settingsIn } from './environment.js';

/** How long the database is waited for, in milliseconds. Every wait ends, also where it does not answer at all. */
export interface Limits {
  /** Until a connection stands. */
  readonly connect: number;
  /** Until a statement is done. */
  readonly statement: number;
  /** Until a row or table that another holds is free. */
  readonly lock: number;
  /** For how long a transaction may do nothing while it holds what it has. */
  readonly idle: number;
  /** Until a statement over the whole book is done: a check, an audit, an anchor, a migration. */
  readonly long: number;
}

/** A span of time, given in seconds; in milliseconds. */
export const seconds = (fallback: number) =>
  secondsAs()
    .prefault(String(fallback))
    .transform((value) => value * 1_000);

/** The settings by which the limits are changed, in seconds. */
export const LIMIT_SETTINGS = {
  DATABASE_CONNECT_SECONDS: seconds(5),
  DATABASE_STATEMENT_SECONDS: seconds(30),
  DATABASE_LOCK_SECONDS: seconds(5),
  DATABASE_IDLE_SECONDS: seconds(60),
  DATABASE_LONG_SECONDS: seconds(900),
};

const SETTINGS = z.object(LIMIT_SETTINGS);

/** The limits that the environment sets, the usual ones where it says nothing. Throws where one is no number of seconds. */
export const limitsFrom = (env: NodeJS.ProcessEnv): Limits => {
  const data = settingsIn(SETTINGS, env);
  return {
    connect: data.DATABASE_CONNECT_SECONDS,
    statement: data.DATABASE_STATEMENT_SECONDS,
    lock: data.DATABASE_LOCK_SECONDS,
    idle: data.DATABASE_IDLE_SECONDS,
    long: data.DATABASE_LONG_SECONDS,
  };
};

/** The limits where nobody sets any. */
export const LIMITS: Limits = limitsFrom({});

/** Of the time that somebody waits for an answer, one part in so many is for connecting and the way; a statement has the rest. */
const WAY = 3;

/** Limits under which whoever waits is answered within so many milliseconds, also where the database is silent. Statements over the whole book keep theirs. */
export const within = (limits: Limits, milliseconds: number): Limits => ({
  ...limits,
  connect: Math.min(limits.connect, milliseconds / WAY),
  statement: Math.min(limits.statement, milliseconds - milliseconds / WAY),
});

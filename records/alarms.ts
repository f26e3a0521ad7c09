import type pg from 'pg';
import { ALARMS, blankAlarms, foldAlarms, type Alarms, type AlarmStep } from '../domain/alarms/alarms.js';
import { openingAlarms } from '../domain/alarms/raising.js';
import type { Instant } from '../domain/model/instant.js';
import { allAlarms } from '../ledger/alarms.js';
import type { Database } from '../ledger/one-row.js';
import { stepsSince } from './history.js';
import { enterPlain, takePlain } from './plain-case.js';

/** Where the case of the alarms stands. */
export interface Standing {
  readonly seq: number;
  readonly head: string;
  readonly playedTo: Instant;
}

/** The case of the alarms as the book has it; undefined where none was ever raised. */
export async function readAlarms(pool: pg.Pool): Promise<Alarms | undefined> {
  const a = blankAlarms();
  for (const { key, events, head } of await stepsSince(pool, ALARMS, 0)) foldAlarms(a, key, events, head);
  return a.seq === 0 ? undefined : a;
}

/** Writes a step of it with the case held, and answers where it stands then. */
export async function writeHeld(db: Database, { seq, head }: Standing, step: AlarmStep): Promise<Standing> {
  const answer = await takePlain(db, { caseId: ALARMS, seq, head, step });
  if (!answer || !('events' in answer)) throw new Error(`${ALARMS}: ${step.key} was not written with its case held`);
  return { seq: seq + answer.events.length, head: answer.head, playedTo: step.at };
}

const HOLD = `select seq, head, played_to::float8 as "playedTo" from cases where case_id = $1 for no key update`;
const held = async (db: Database): Promise<Standing | undefined> =>
  (await db.query<Standing>({ name: 'alarms-hold', text: HOLD, values: [ALARMS] })).rows[0];

/** Enters the case, with whatever stands in the list from before there was one; or holds it where it is there. */
export async function holdAlarms(db: Database, at: Instant): Promise<Standing> {
  const there = await held(db);
  if (there) return there;
  const old = await allAlarms(db);
  const last = old.reduce((latest, { raisedAt, release }) => Math.max(latest, raisedAt, release?.recordedAt.getTime() ?? 0), at);
  const entered = await enterPlain(db, ALARMS, { kind: ALARMS, subject: ALARMS, cycle: 0, opening: {}, at: last });
  const standing = await held(db);
  if (!standing) throw new Error(`${ALARMS}: entered and not there`);
  return entered ? writeHeld(db, standing, openingAlarms(last, old)) : standing;
}

/** Gives the alarms of a book from before there was a case of them their case. Done again it changes nothing. */
export async function enterOldAlarms(db: Database): Promise<void> {
  if ((await allAlarms(db)).length > 0) await holdAlarms(db, 0);
}

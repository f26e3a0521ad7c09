import type pg from 'pg';
import type { AnyKind } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { NamedAct, TellingStep } from '../domain/model/step.js';
import type { Template } from '../domain/model/template.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { noteAttempt } from './attempts.js';
import type { Clock } from '../domain/model/clock.js';
import { stepByKey, stepsSince } from './history.js';
import { Elsewhere, orIncurable } from './incurable.js';
import { believed, type Answer } from './posted.js';
import { linked } from './rows.js';
import { LastSeen, lastSeenBy, shownAfter, type Opened } from './watched.js';

/** A step of a case that touches no account and is of no unit, with the number and hash of the last event its asker has folded. */
export interface PostedPlain {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Omit<TellingStep<Template>, 'by'>;
  /** As for any case. */
  readonly act?: NamedAct;
}

/** With which the first step of a case enters it. */
export interface Entry {
  readonly kind: AnyKind;
  /** What stands where other cases have their unit. */
  readonly subject: string;
  readonly cycle: number;
  readonly opening: unknown;
  readonly at: Instant;
  /** The platform's where it has none of its own. */
  readonly clock?: Clock | undefined;
  /** Done in the same transaction. */
  readonly besides?: (db: Database) => Promise<unknown>;
}

interface Verdict {
  verdict: 'written' | 'behind' | 'waits' | 'refused' | 'unknown' | 'not-come' | 'done';
  detail: unknown;
}

/** With which what is shown of the case is told. */
interface Showing {
  readonly last?: LastSeen;
  readonly opened?: Opened;
}

const TAKE = 'select verdict, detail from take_step($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';
const OPEN = 'select open_case($1, $2, $3, $4, $5, $6, false, $7) as opened';

/** Writes a step in a transaction that goes on; undefined where the book stands elsewhere, or has taken the act. */
export const takePlain = async (db: Database, p: PostedPlain, by: Showing = {}): Promise<Answer | undefined> => {
  const { caseId, seq, head, step, act } = p;
  const {
    events,
    head: last,
    rows,
  } = orIncurable(caseId, step.key, () => linked({ caseId, seq, head }, step.key, step.events, act));
  const mails = JSON.stringify(step.mails.map((mail, k) => ({ ...mail, k: k + 1 })));
  const { last: seen = new LastSeen(), opened } = by;
  const { views, keep } = await shownAfter(
    { db, last: seen },
    { caseId, seq, head },
    { key: step.key, events, head: last },
    opened,
  );
  const values = [caseId, seq, head, step.key, step.at, seq + events.length, last, rows, mails, believed(act), views];
  const { verdict, detail } = await oneRow<Verdict>(db, 'plain-step', TAKE, values);
  if (verdict === 'behind' || verdict === 'done') return undefined;
  if (verdict === 'waits') return { waitFor: detail as string[] };
  if (verdict === 'unknown') return { unknown: detail as string };
  if (verdict === 'not-come') return { notCome: true };
  if (verdict === 'refused') return detail as Refusal;
  keep();
  return { events, head: last };
};

/** Enters a case without its first step, in a transaction that goes on. False where the book has it already. */
export const enterPlain = async (db: Database, caseId: string, entry: Entry): Promise<boolean> => {
  const { kind, subject, cycle, opening, at, clock } = entry;
  const values = [caseId, kind, subject, cycle, JSON.stringify(opening), at, clock ? JSON.stringify(clock) : null];
  return (await oneRow<{ opened: boolean }>(db, 'plain-open', OPEN, values)).opened;
};

const enter = async (pool: pg.Pool, p: PostedPlain, entry: Entry): Promise<Answer | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<Answer | undefined>> => {
    if (!(await enterPlain(db, p.caseId, entry))) return { undo: undefined };
    await entry.besides?.(db);
    const answer = await takePlain(db, p, { last: lastSeenBy(pool), opened: { kind: entry.kind, opening: entry.opening } });
    return answer && 'events' in answer ? { keep: answer } : { undo: answer };
  });

/** Of an act that the book believes: unless something else stands against it; with what has to happen when the step is written, and only then. */
const takeWith = async (pool: pg.Pool, p: PostedPlain, { unless, then }: Besides): Promise<Answer | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<Answer | undefined>> => {
    const answer = await takePlain(db, p, { last: lastSeenBy(pool) });
    if (!answer || !('events' in answer)) return { undo: answer };
    const no = await unless?.(db);
    if (no) return { undo: no };
    await then?.(db);
    return { keep: answer };
  });

/** What to say to an asker who does not stand where the book stands. Throws where the book has never been there. */
const answerBehind = async (pool: pg.Pool, p: PostedPlain): Promise<Answer> => {
  const steps = await stepsSince(pool, p.caseId, p.seq);
  const [first] = steps;
  if (first?.key === p.step.key && steps.length === 1) return { events: first.events, head: first.head };
  if (first) return { ahead: steps };
  const stored = await stepByKey(pool, p.caseId, p.step.key);
  if (stored) return { events: stored.events, head: stored.head };
  throw new Elsewhere(p.caseId, p.seq, p.head);
};

const TAKEN_BEFORE = '23505';

/** What belongs to a step in its transaction. */
interface Besides {
  /** Asked once the book would take it: what else stands against it, if anything does. */
  readonly unless?: (db: Database) => Promise<Answer | undefined>;
  /** Done when it is written. */
  readonly then?: (db: Database) => Promise<unknown>;
}

/**
 * Writes a step, its mails and the act it decides, all of it or nothing; done twice it is done once. The first step brings its
 * entry.
 */
export async function postPlain(
  pool: pg.Pool,
  p: PostedPlain,
  { entry, ...besides }: Besides & { readonly entry?: Entry } = {},
): Promise<Answer> {
  try {
    const answer = await withRetries(() =>
      entry
        ? enter(pool, p, entry)
        : besides.unless || besides.then
          ? takeWith(pool, p, besides)
          : takePlain(pool, p, { last: lastSeenBy(pool) }),
    );
    if (answer && 'unknown' in answer) await noteAttempt(pool, p.caseId, p.step.key, answer.unknown, p.act ?? null);
    return answer ?? (await answerBehind(pool, p));
  } catch (error) {
    const stored = codeOf(error) === TAKEN_BEFORE ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    if (!stored) throw error;
    return { events: stored.events, head: stored.head };
  }
}

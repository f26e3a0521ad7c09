import type pg from 'pg';
import { collects, otherUnitOf, touchesAccount, type Carried, type carry } from '../domain/carry/carry.js';
import { holdsAccount } from '../domain/cases/case.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { alarmsHolding } from '../ledger/alarms.js';
import { ledgerOf, leftBy, meetAccounts, metAgain, type Met } from '../ledger/carrying.js';
import { lastMetBy, type Known } from '../ledger/last-met.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { refuseAct } from './acts.js';
import { answerBehind, stepByKey } from './history.js';
import { orIncurable } from './incurable.js';
import { noteAttempt } from './attempts.js';
import { believed, type Answer, type Posted } from './posted.js';
import { addressed, linked, tellings, withViews } from './rows.js';
import { lastSeenBy, shownAfter, type Shown, type Showing } from './watched.js';

type Carry = typeof carry;
interface Verdict {
  verdict: 'written' | 'free' | 'behind' | 'moved' | 'waits' | 'refused' | 'unknown' | 'not-come' | 'done';
  detail: unknown;
}
/** The book is elsewhere than the asker; what stands in it is looked up when the transaction is over. */
const BEHIND = Symbol('behind');
/** The accounts are not, or may not be, what the decision was made on. */
const MOVED = Symbol('moved');
type Unsettled = typeof BEHIND | typeof MOVED;

const argumentsOf = (p: Posted, written: ReturnType<typeof linked>, mails: string): unknown[] => {
  const last = p.seq + written.events.length;
  return [p.caseId, p.seq, p.head, p.step.key, p.step.at, last, written.head, written.rows, mails];
};

const unlessFree = ({ verdict, detail }: Verdict): Answer | Unsettled | undefined => {
  if (verdict === 'behind' || verdict === 'done') return BEHIND;
  if (verdict === 'moved') return MOVED;
  if (verdict === 'waits') return { waitFor: detail as string[] };
  if (verdict === 'unknown') return { unknown: detail as string };
  if (verdict === 'not-come') return { notCome: true };
  return verdict === 'refused' ? (detail as Refusal) : undefined;
};

const TAKE = 'select verdict, detail from take_step($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';
const WRITE = 'select write_step($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as no';
const OPEN = 'select open_case($1, $2, $3, $4, $5, $6, $7, $8) as opened';

/** A step with the cases that were seen last, and what was worked out in its tries. */
type Posting = Posted & Omit<Required<Showing>, 'db'>;

/** What is shown of the case after a step. */
const shownOf = (
  db: Database,
  p: Posting,
  { events, head }: Pick<ReturnType<typeof linked>, 'events' | 'head'>,
): Promise<Shown> => {
  const { caseId, seq, last, tried, opening, step } = p;
  const opened = opening && { kind: opening.kind, opening };
  return shownAfter({ db, last, tried }, { caseId, seq, head: p.head }, { key: step.key, events, head }, opened);
};

const takePlain = async (db: Database, p: Posting, decide: Carry): Promise<Answer | Unsettled> => {
  const { caseId, step, act } = p;
  const made = orIncurable(caseId, step.key, () => {
    const done = decide(step, undefined);
    if (isRefusal(done)) return done;
    return { written: linked(p, step.key, done.events, act), mails: addressed(done.mails, p) };
  });
  if (isRefusal(made)) return made;
  const { written, mails } = made;
  const { views, keep } = await shownOf(db, p, written);
  const values = [...argumentsOf(p, written, mails), believed(act), views];
  const answer = unlessFree(await oneRow<Verdict>(db, 'take-step', TAKE, values));
  if (answer) return answer;
  keep();
  return { events: written.events, head: written.head };
};

/** A decision on accounts that may have moved may even find what cannot be; held, it does not or it is our bug. */
const tried = (decide: () => Carried | Refusal): Carried | Refusal | typeof MOVED => {
  try {
    return decide();
  } catch {
    return MOVED;
  }
};

/** Decides on the accounts as they are met and writes where they are still so. */
const decideOn = async (db: Database, p: Posting, decide: Carry, met: Met, hold: boolean): Promise<Settled> => {
  const { caseId, step, act } = p;
  const decided = (): Carried | Refusal => decide(step, met.own, met.other);
  const done = hold ? orIncurable(caseId, step.key, decided) : tried(decided);
  if (done === MOVED) return { answer: MOVED };
  if (isRefusal(done)) return { answer: hold ? done : MOVED };
  const written = linked(p, step.key, done.events, act);
  const made = orIncurable(caseId, step.key, () => ({
    step: argumentsOf(p, written, addressed(done.mails, p)),
    ledger: ledgerOf(p, done, met),
    told: tellings(p, done, met),
  }));
  const { views, keep } = await shownOf(db, p, written);
  const telling = await withViews({ db, last: p.last, tried: p.tried }, made.told);
  const values = [...made.step, made.ledger, telling.rows, believed(act), views];
  const { no } = await oneRow<{ no: Verdict | null }>(db, 'write-step', WRITE, values);
  const answer = no === null ? undefined : unlessFree(no);
  if (answer !== undefined) return { answer };
  keep();
  telling.keep();
  return { answer: { events: written.events, head: written.head }, left: leftBy(done, met) };
};

/** What a step came to, and the accounts as it left them where it was written. */
interface Settled {
  readonly answer: Answer | Unsettled;
  readonly left?: readonly Known[];
}

/**
 * Asks for the accounts and decides. Not held, they may have moved meanwhile, perhaps by this very step done before:
 * then, and for every no, it is decided again with the accounts held.
 */
const takeWithAccounts = async (db: Database, p: Posting, decide: Carry, hold: boolean): Promise<Settled> => {
  if (collects(p.step)) {
    const alarms = await alarmsHolding(db, p.unit);
    if (alarms.length > 0) return { answer: { waitFor: alarms.map(({ id }) => `alarm ${String(id)}`) } };
  }
  const met = await meetAccounts(db, { ...p, believed: believed(p.act) }, otherUnitOf(p.step), hold);
  const answer = unlessFree(met);
  return answer === undefined ? decideOn(db, p, decide, met, hold) : { answer };
};

/** In one round trip where the account was met before and has not changed; an instant is waited for where it is met. */
const takeAsKnown = async (pool: pg.Pool, p: Posting, decide: Carry): Promise<Settled> => {
  const { step, unit } = p;
  if (step.key.startsWith('at:') || collects(step) || otherUnitOf(step) !== undefined) return { answer: MOVED };
  const known = lastMetBy(pool).take(unit);
  return known ? decideOn(pool, p, decide, metAgain(known), false) : { answer: MOVED };
};

/** Not held: in one round trip where that will do, else in two. */
const takeFree = async (pool: pg.Pool, p: Posting, decide: Carry): Promise<Answer | Unsettled> => {
  const asKnown = await takeAsKnown(pool, p, decide);
  const { answer, left = [] } = asKnown.answer === MOVED ? await takeWithAccounts(pool, p, decide, false) : asKnown;
  for (const each of left) lastMetBy(pool).keep(each);
  return answer;
};

const enter = async (db: Database, p: Posted & Required<Pick<Posted, 'opening'>>): Promise<boolean> => {
  const { opening, clock } = p;
  const values = [
    p.caseId,
    opening.kind,
    p.unit,
    opening.terms.cycle,
    JSON.stringify(opening),
    opening.opensAt,
    holdsAccount(opening.kind),
    clock ? JSON.stringify(clock) : null,
  ];
  return (await oneRow<{ opened: boolean }>(db, 'open-case', OPEN, values)).opened;
};

const isWritten = (answer: Answer | Unsettled): boolean => typeof answer === 'object' && 'head' in answer;

const takeHeld = async (pool: pg.Pool, p: Posting, decide: Carry): Promise<Answer | Unsettled> =>
  inTransaction(pool, async (db): Promise<Outcome<Answer | Unsettled>> => {
    const { opening } = p;
    if (opening && !(await enter(db, { ...p, opening }))) return { undo: BEHIND };
    const answer = touchesAccount(p.step) ? (await takeWithAccounts(db, p, decide, true)).answer : await takePlain(db, p, decide);
    return isWritten(answer) ? { keep: answer } : { undo: answer };
  });

const attempt = async (pool: pg.Pool, p: Posting, decide: Carry): Promise<Answer | Unsettled> => {
  if (p.opening) return takeHeld(pool, p, decide);
  if (!touchesAccount(p.step)) return takePlain(pool, p, decide);
  const answer = await takeFree(pool, p, decide);
  return answer === MOVED ? takeHeld(pool, p, decide) : answer;
};

/** What was done is not refused because it was done; what the accounts do not allow is refused for good. */
const refusedOrDone = async (pool: pg.Pool, p: Posted, refusal: Refusal): Promise<Answer> => {
  const done = await stepByKey(pool, p.caseId, p.step.key);
  if (done) return { events: done.events, head: done.head };
  if (p.act && p.step.key === `act:${p.act.id}`) await refuseAct(pool, p.act.id, p.caseId, refusal);
  return refusal;
};

const TAKEN_BEFORE = '23505';

/** One step, one transaction: done twice it is done once. See `Answer` for what may come back. */
export const post = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer> => {
  try {
    const posting = { ...p, last: lastSeenBy(pool), tried: new Map<string, Shown>() };
    const answer = await withRetries(() => attempt(pool, posting, decide));
    if (answer === MOVED) throw new Error(`case ${p.caseId}: what ${p.step.key} holds has moved`);
    if (answer === BEHIND) return await answerBehind(pool, p);
    if ('unknown' in answer) await noteAttempt(pool, p.caseId, p.step.key, answer.unknown, p.act ?? null);
    return isRefusal(answer) ? await refusedOrDone(pool, p, answer) : answer;
  } catch (error) {
    const stored = codeOf(error) === TAKEN_BEFORE ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    if (!stored) throw error;
    return { events: stored.events, head: stored.head };
  }
};

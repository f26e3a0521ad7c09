import type pg from 'pg';
import { otherUnitOf, touchesAccount, type Carried, type carry } from '../domain/carry/carry.js';
import { holdsAccount } from '../domain/cases/case.js';
import { addressOf, type AddressBook } from '../domain/letters/addresses.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Event, Mail, NewEvent } from '../domain/model/step.js';
import { holdAccounts, writeLedger, type Held, type Told } from '../ledger/carrying.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { chain, seal } from './chain.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { answerBehind, stepByKey } from './history.js';
import type { Answer, Posted, Written } from './posted.js';

type Carry = typeof carry;
interface Verdict {
  verdict: 'written' | 'free' | 'behind' | 'waits' | 'refused';
  detail: unknown;
}
/** Asked inside a transaction that is to be taken back: what stands in the book is looked up afterwards. */
const BEHIND = Symbol('behind');

/** Where a step's events go on from. */
interface Place {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
}

const linked = (place: Place, key: string, news: readonly NewEvent[]): Written & { rows: string } => {
  if (news.length === 0) throw new Error(`case ${place.caseId}: step ${key} has no event, nothing would show that it was taken`);
  let head = place.head;
  const events = news.map((event, k): Event => ({ ...event, seq: place.seq + k + 1 }));
  const rows = events.map((body, k) => {
    head = chain(head, place.caseId, body);
    return { body, hash: head, seal: seal(head, key, k + 1) };
  });
  return { events, head, rows: JSON.stringify(rows) };
};

const addressed = (unit: string, mails: readonly Mail[], book: AddressBook): string =>
  JSON.stringify(
    mails.map(({ to, template, duty, say }, k) => ({ k: k + 1, unit, recipient: addressOf(to, book), template, duty, say })),
  );

const argumentsOf = (p: Posted, place: Place, written: ReturnType<typeof linked>, mails: string): unknown[] => {
  const last = place.seq + written.events.length;
  return [place.caseId, place.seq, place.head, p.step.key, p.step.at, last, written.head, written.rows, mails];
};

const unlessFree = ({ verdict, detail }: Verdict): Answer | typeof BEHIND | undefined => {
  if (verdict === 'behind') return BEHIND;
  if (verdict === 'waits') return { waitFor: detail as string[] };
  return verdict === 'refused' ? (detail as Refusal) : undefined;
};

const TAKE = 'select verdict, detail from take_step($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const ADD = 'select add_step($1, $2, $3, $4, $5, $6, $7, $8, $9) as added';
const OPEN = 'select open_case($1, $2, $3, $4, $5, $6, $7) as opened';

const takePlain = async (db: Database, p: Posted, done: Carried): Promise<Answer | typeof BEHIND> => {
  const written = linked(p, p.step.key, done.events);
  const mails = addressed(p.unit, done.mails, p.addresses);
  const verdict = await oneRow<Verdict>(db, 'take-step', TAKE, argumentsOf(p, p, written, mails));
  return unlessFree(verdict) ?? { events: written.events, head: written.head };
};

const add = async (db: Database, p: Posted, place: Place, events: readonly NewEvent[], mails: string): Promise<Written> => {
  const written = linked(place, p.step.key, events);
  const { added } = await oneRow<{ added: boolean }>(db, 'add-step', ADD, argumentsOf(p, place, written, mails));
  if (!added) throw new Error(`case ${place.caseId} moved while it was held`);
  return { events: written.events, head: written.head };
};

const tell = async (db: Database, p: Posted, told: NonNullable<Carried['told']>, place: Told): Promise<void> => {
  const book: AddressBook = { unit: place.mail, district: place.district, mailboxes: place.mailboxes };
  await add(db, p, { ...place, unit: told.unit }, told.events, addressed(told.unit, told.mails, book));
};

const takeWithAccounts = async (db: Database, p: Posted, decide: Carry): Promise<Answer | typeof BEHIND> => {
  const held: Held = await holdAccounts(db, p, otherUnitOf(p.step));
  const answer = unlessFree(held);
  if (answer !== undefined) return answer;
  const done = decide(p.step, held.own, held.other);
  if (isRefusal(done)) return done;
  if (done.told && !held.told)
    throw new Error(`case ${p.caseId}: step ${p.step.key} tells ${done.told.unit}, which has no account`);
  await writeLedger(db, p, done, held);
  if (done.told && held.told) await tell(db, p, done.told, held.told);
  return add(db, p, p, done.events, addressed(p.unit, done.mails, p.addresses));
};

const enter = async (db: Database, p: Posted & Required<Pick<Posted, 'opening'>>): Promise<boolean> => {
  const { opening } = p;
  const mail = holdsAccount(opening.kind) ? opening.unit.mail : null;
  const values = [p.caseId, opening.kind, p.unit, opening.terms.cycle, JSON.stringify(opening), opening.opensAt, mail];
  return (await oneRow<{ opened: boolean }>(db, 'open-case', OPEN, values)).opened;
};

const isWritten = (answer: Answer | typeof BEHIND): boolean => answer !== BEHIND && 'head' in answer;

const attempt = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer | typeof BEHIND> => {
  const { opening } = p;
  const withAccounts = touchesAccount(p.step);
  if (!withAccounts && !opening) {
    const done = decide(p.step, undefined);
    return isRefusal(done) ? done : takePlain(pool, p, done);
  }
  return inTransaction(pool, async (db): Promise<Outcome<Answer | typeof BEHIND>> => {
    if (opening && !(await enter(db, { ...p, opening }))) return { undo: BEHIND };
    if (withAccounts) {
      const answer = await takeWithAccounts(db, p, decide);
      return isWritten(answer) ? { keep: answer } : { undo: answer };
    }
    const done = decide(p.step, undefined);
    const answer = isRefusal(done) ? done : await takePlain(db, p, done);
    return isWritten(answer) ? { keep: answer } : { undo: answer };
  });
};

const TAKEN_BEFORE = '23505';

/** One step, one transaction: done twice it is done once. See `Answer` for what may come back. */
export const post = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer> => {
  try {
    const answer = await withRetries(() => attempt(pool, p, decide));
    return answer === BEHIND ? await answerBehind(pool, p) : answer;
  } catch (error) {
    const stored = codeOf(error) === TAKEN_BEFORE ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    if (!stored) throw error;
    return { events: stored.events, head: stored.head };
  }
};

import type pg from 'pg';
import { collects, otherUnitOf, touchesAccount, type Carried, type carry } from '../domain/carry/carry.js';
import { holdsAccount } from '../domain/cases/case.js';
import { addressOf, type AddressBook } from '../domain/letters/addresses.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Event, Mail, NewEvent } from '../domain/model/step.js';
import { openAlarms } from '../ledger/alarms.js';
import { ledgerOf, meetAccounts, type Met, type Told } from '../ledger/carrying.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { chain, seal } from './chain.js';
import { codeOf, inTransaction, withRetries, type Outcome } from './connection.js';
import { answerBehind, stepByKey } from './history.js';
import type { Answer, Posted, Written } from './posted.js';

type Carry = typeof carry;
interface Verdict {
  verdict: 'written' | 'free' | 'behind' | 'moved' | 'waits' | 'refused';
  detail: unknown;
}
/** The book is elsewhere than the asker; what stands in it is looked up when the transaction is over. */
const BEHIND = Symbol('behind');
/** The accounts are not, or may not be, what the decision was made on. */
const MOVED = Symbol('moved');
type Unsettled = typeof BEHIND | typeof MOVED;

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

const unlessFree = ({ verdict, detail }: Verdict): Answer | Unsettled | undefined => {
  if (verdict === 'behind') return BEHIND;
  if (verdict === 'moved') return MOVED;
  if (verdict === 'waits') return { waitFor: detail as string[] };
  return verdict === 'refused' ? (detail as Refusal) : undefined;
};

const TAKE = 'select verdict, detail from take_step($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const CARRY = 'select verdict, detail from carry_out($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';
const OPEN = 'select open_case($1, $2, $3, $4, $5, $6, $7) as opened';

const takePlain = async (db: Database, p: Posted, decide: Carry): Promise<Answer | Unsettled> => {
  const done = decide(p.step, undefined);
  if (isRefusal(done)) return done;
  const written = linked(p, p.step.key, done.events);
  const mails = addressed(p.unit, done.mails, p.addresses);
  const verdict = await oneRow<Verdict>(db, 'take-step', TAKE, argumentsOf(p, p, written, mails));
  return unlessFree(verdict) ?? { events: written.events, head: written.head };
};

/** What other cases are told: the one that holds a trade's other account, and those whose claims were settled. */
const tellings = (p: Posted, done: Carried, met: Met): string | null => {
  const { told, elsewhere = [] } = done;
  const all = [
    ...(told ? [{ ...told, place: met.told.find(({ unit, holds }) => holds && unit === told.unit), whom: told.unit }] : []),
    ...elsewhere.map((one) => ({ ...one, place: met.told.find(({ caseId }) => caseId === one.case), whom: one.case })),
  ];
  const byCase = new Map<Told, Telling>();
  for (const { place, whom, events, mails } of all) {
    if (!place) throw new Error(`case ${p.caseId}: step ${p.step.key} tells ${whom}, which has no account`);
    const { key } = p.step;
    const before = byCase.get(place) ?? {
      key: told && whom === told.unit ? key : `of:${p.caseId}:${key}`,
      events: [],
      mails: [],
    };
    byCase.set(place, { ...before, events: [...before.events, ...events], mails: [...before.mails, ...mails] });
  }
  const rows = [...byCase].map(([place, said]) => telling(place, said));
  return rows.length > 0 ? JSON.stringify(rows) : null;
};

/** What one case is told, and the key of the step that it is in its chain. */
interface Telling {
  readonly key: string;
  readonly events: readonly NewEvent[];
  readonly mails: readonly Mail[];
}

const telling = (place: Told, { key, events: news, mails: letters }: Telling): object => {
  const book: AddressBook = { unit: place.mail, district: place.district, mailboxes: place.mailboxes };
  const { caseId, unit, seq, head } = place;
  const written = linked({ caseId, unit, seq, head }, key, news);
  const mails: unknown = JSON.parse(addressed(unit, letters, book));
  const events: unknown = JSON.parse(written.rows);
  return { caseId, key, seq, head, last: seq + written.events.length, newHead: written.head, events, mails };
};

/** A decision on accounts that may have moved may even find what cannot be; held, it does not or it is our bug. */
const tried = (decide: () => Carried | Refusal): Carried | Refusal | typeof MOVED => {
  try {
    return decide();
  } catch {
    return MOVED;
  }
};

/**
 * Decides on the accounts as they are met and writes where they are still so. Not held, they may have moved meanwhile,
 * perhaps by this very step done before: then, and for every no, it is decided again with the accounts held.
 */
const takeWithAccounts = async (db: Database, p: Posted, decide: Carry, hold: boolean): Promise<Answer | Unsettled> => {
  if (collects(p.step)) {
    const alarms = await openAlarms(db);
    if (alarms.length > 0) return { waitFor: alarms.map(({ id }) => `alarm ${String(id)}`) };
  }
  const met = await meetAccounts(db, p, otherUnitOf(p.step), hold);
  const answer = unlessFree(met);
  if (answer !== undefined) return answer;
  const done = hold ? decide(p.step, met.own, met.other) : tried(() => decide(p.step, met.own, met.other));
  if (done === MOVED) return MOVED;
  if (isRefusal(done)) return hold ? done : MOVED;
  const written = linked(p, p.step.key, done.events);
  const mails = addressed(p.unit, done.mails, p.addresses);
  const values = [...argumentsOf(p, p, written, mails), ledgerOf(p, done, met), tellings(p, done, met)];
  const verdict = await oneRow<Verdict>(db, 'carry-out', CARRY, values);
  return unlessFree(verdict) ?? { events: written.events, head: written.head };
};

const enter = async (db: Database, p: Posted & Required<Pick<Posted, 'opening'>>): Promise<boolean> => {
  const { opening } = p;
  const mail = holdsAccount(opening.kind) ? opening.unit.mail : null;
  const values = [p.caseId, opening.kind, p.unit, opening.terms.cycle, JSON.stringify(opening), opening.opensAt, mail];
  return (await oneRow<{ opened: boolean }>(db, 'open-case', OPEN, values)).opened;
};

const isWritten = (answer: Answer | Unsettled): boolean => typeof answer === 'object' && 'head' in answer;

const takeHeld = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer | Unsettled> =>
  inTransaction(pool, async (db): Promise<Outcome<Answer | Unsettled>> => {
    const { opening } = p;
    if (opening && !(await enter(db, { ...p, opening }))) return { undo: BEHIND };
    const answer = touchesAccount(p.step) ? await takeWithAccounts(db, p, decide, true) : await takePlain(db, p, decide);
    return isWritten(answer) ? { keep: answer } : { undo: answer };
  });

const attempt = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer | Unsettled> => {
  if (p.opening) return takeHeld(pool, p, decide);
  if (!touchesAccount(p.step)) return takePlain(pool, p, decide);
  const answer = await takeWithAccounts(pool, p, decide, false);
  return answer === MOVED ? takeHeld(pool, p, decide) : answer;
};

const TAKEN_BEFORE = '23505';

/** One step, one transaction: done twice it is done once. See `Answer` for what may come back. */
export const post = async (pool: pg.Pool, p: Posted, decide: Carry): Promise<Answer> => {
  try {
    const answer = await withRetries(() => attempt(pool, p, decide));
    if (answer === MOVED) throw new Error(`case ${p.caseId}: what ${p.step.key} holds has moved`);
    if (answer === BEHIND) return await answerBehind(pool, p);
    // what was done is not refused because it was done
    const done = isRefusal(answer) ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    return done ? { events: done.events, head: done.head } : answer;
  } catch (error) {
    const stored = codeOf(error) === TAKEN_BEFORE ? await stepByKey(pool, p.caseId, p.step.key) : undefined;
    if (!stored) throw error;
    return { events: stored.events, head: stored.head };
  }
};

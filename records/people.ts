import type pg from 'pg';
import { blankPeople, foldPeople, PEOPLE, type People, type PeopleStep } from '../domain/people/people.js';
import { enteringTestPerson, openingPeople, type TestOffice } from '../domain/people/test-people.js';
import type { Instant } from '../domain/model/instant.js';
import type { Database } from '../ledger/one-row.js';
import { actsWaiting } from './acts.js';
import { inTransaction, withRetries, type Outcome } from './connection.js';
import { stepsSince } from './history.js';
import { writePeopleRows } from './people-rows.js';
import { enterPlain, takePlain } from './plain-case.js';

/** The case of the people as the book has it; undefined where nobody was ever entered. */
export async function readPeople(db: Database): Promise<People | undefined> {
  const p = blankPeople();
  for (const { key, events, head } of await stepsSince(db, PEOPLE, 0)) foldPeople(p, key, events, head);
  return p.seq === 0 ? undefined : p;
}

async function writeHeld(db: Database, { seq, head }: People, step: PeopleStep): Promise<void> {
  const answer = await takePlain(db, { caseId: PEOPLE, seq, head, step });
  if (!answer || !('events' in answer)) throw new Error(`${PEOPLE}: ${step.key} was not written with its case held`);
  await writePeopleRows(db, answer.events);
}

const HOLD = 'select seq from cases where case_id = $1 for no key update';
const isThere = async (db: Database): Promise<boolean> =>
  ((await db.query({ name: 'people-hold', text: HOLD, values: [PEOPLE] })).rowCount ?? 0) > 0;

/** Enters the case where the book does not have it yet; `at` is now. It lives by the database's clock: it is about people, not about a year that is played. */
export const enterPeople = (pool: pg.Pool, at: Instant): Promise<void> =>
  withRetries(() =>
    inTransaction(pool, async (db): Promise<Outcome<undefined>> => {
      if (await isThere(db)) return { undo: undefined };
      const entered = await enterPlain(db, PEOPLE, { kind: PEOPLE, subject: PEOPLE, cycle: 0, opening: {}, at });
      if (!entered) return { undo: undefined };
      await writeHeld(db, blankPeople(), openingPeople(at));
      return { keep: undefined };
    }),
  );

/** Enters a test person, once; nothing of it is later than an act that waits, which would never be decided. */
export const enterTestPerson = async (pool: pg.Pool, testActor: string, office: TestOffice, at: Instant): Promise<void> => {
  await enterPeople(pool, at);
  await withRetries(() =>
    inTransaction(pool, async (db): Promise<Outcome<undefined>> => {
      await isThere(db);
      const p = await readPeople(db);
      if (!p || [...p.persons.values()].some((one) => one.testActor === testActor)) return { undo: undefined };
      const [waiting] = await actsWaiting(db, PEOPLE, 1);
      const now = Math.max(p.playedTo, Math.min(at, waiting?.at ?? at));
      await writeHeld(db, p, enteringTestPerson(p, testActor, office, now));
      return { keep: undefined };
    }),
  );
};

import pg from 'pg';
import type { Check, Finding, SqlCheck } from './check.js';

type Db = pg.Pool | pg.ClientBase;

/** What a statement cannot compute with: an amount, a number or a day that is none (class 22 of SQLSTATE). All else is the world’s. */
const isOfData = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && error.code?.startsWith('22') === true;

/** In a transaction a statement that fails takes back itself only. */
const alone = async <T>(db: Db, ask: () => Promise<T>): Promise<T> => {
  if (db instanceof pg.Pool) return ask();
  await db.query('savepoint asked').catch(() => undefined);
  try {
    const answer = await ask();
    await db.query('release savepoint asked').catch(() => undefined);
    return answer;
  } catch (error) {
    await db.query('rollback to savepoint asked').catch(() => undefined);
    throw error;
  }
};

const UNASKED = '无法核对 cannot be asked: ';

/** Whether a check could not be asked, rather than found something. */
export const isUnasked = ({ subject, found }: Finding): boolean => subject === '' && found.startsWith(UNASKED);

/**
 * Asks one check. Where something is written so that it cannot be computed with, that is what is found, and the ledger as a whole is in doubt:
 * whoever changes the book must not silence the checker by it.
 */
export const askedOf = async (db: Db, { name: check, sql }: SqlCheck): Promise<Finding[]> => {
  try {
    const { rows } = await alone(db, () => db.query<Omit<Finding, 'check'>>(sql));
    return rows.map((row) => ({ check, ...row }));
  } catch (error) {
    if (!isOfData(error)) throw error;
    return [{ check, subject: '', found: `${UNASKED}${error.message}` }];
  }
};

/** Asked only where a check could not be: it reads every event. */
export const UNREADABLE: Check = {
  name: 'amount-unreadable',
  zh: '事件中的数量不是数字，其他核对因此无法进行',
  en: 'where an event should say an amount it says something else, so that other checks cannot be asked',
  of: 'event',
};

const AMOUNTS = ['quantity', 'allowances', 'offsets', 'outside', 'emissions', 'obligation', 'before', 'debt', 'shortfall'];
const NONE = `jsonb_path_exists(e.body, '$.with.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "^(${AMOUNTS.join('|')})$"
  && ((@.value.type() == "string" && !(@.value like_regex "^-?[0-9]+([.][0-9]+)?$")) || @.value.type() == "boolean")).key')`;
const WHERE = `select e.case_id || '/' || e.seq as subject, e.body ->> 'with' as found from events e
  where e.type <> 'revision-adopted' and ${NONE} order by e.case_id, e.seq limit 100`;

/** The events that keep checks from being asked. */
export const unreadable = async (db: Db): Promise<Finding[]> =>
  (await db.query<Omit<Finding, 'check'>>(WHERE)).rows.map((row) => ({ check: UNREADABLE.name, ...row }));

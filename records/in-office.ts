import type { PartyKind, Role } from '../domain/people/roles.js';
import type pg from 'pg';
import { codeOf, inTransaction, type Outcome } from './connection.js';

/** As what somebody acts who has signed in: looked up in the book at the stamp. */
export interface Office {
  readonly person: string;
  /** The program of theirs that asks. */
  readonly client?: string;
  /** Each of them is held, in any of its roles. */
  readonly held: readonly { readonly kind: PartyKind; readonly party: string; readonly roles: readonly Role[] }[];
}

/** How whoever acts does not stand in their office: it is at an end; or what is stored about just that is to be decided first. */
export type NotStanding = 'not-held' | 'open';

/** The database's codes of it (`let_act`). */
const CODES: Readonly<Record<string, NotStanding>> = { LY002: 'not-held', LY003: 'open' };

/** Whether an error says so: nothing was stored. */
export const notStanding = (error: unknown): NotStanding | undefined => CODES[codeOf(error) ?? ''];

/** What is no act of a case is done in office too: looked up in the transaction that writes it, in which nothing is stored about people. Throws what `notStanding` knows. */
export const standIn = async (db: pg.PoolClient, office: Office | undefined): Promise<void> => {
  if (office) await db.query({ name: 'stand-in-office', text: 'select stand_in_office($1)', values: [JSON.stringify(office)] });
};

/** Writes something in office; where nobody says in which, as it is. */
export const whileIn = <T>(
  pool: pg.Pool,
  office: Office | undefined,
  write: (db: pg.Pool | pg.PoolClient) => Promise<T>,
): Promise<T> =>
  office
    ? inTransaction(pool, async (db): Promise<Outcome<T>> => {
        await standIn(db, office);
        return { keep: await write(db) };
      })
    : write(pool);

import type pg from 'pg';

/** A pool, or the one connection of a transaction. */
export type Database = pg.Pool | pg.ClientBase;

/** Asks what always has one answer, such as a function of the database. */
export const oneRow = async <T extends pg.QueryResultRow>(
  db: Database,
  name: string,
  text: string,
  values: unknown[],
): Promise<T> => {
  const [row] = (await db.query<T>({ name, text, values })).rows;
  if (!row) throw new Error(`the database gave no answer to ${name}`);
  return row;
};

import { onConnection } from '../../records/connection.js';

const OURS = `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;

/** Empties the database of a demonstration, whole: its history is ended with it, in every schema that somebody made. */
export const emptyDatabase = (url: string): Promise<void> =>
  onConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(OURS);
    const drops = rows.map(({ name }) => `drop schema ${name} cascade;`);
    await client.query(`begin; ${drops.join(' ')} create schema public; commit`);
  });

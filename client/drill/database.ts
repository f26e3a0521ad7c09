import { randomBytes } from 'node:crypto';
import { onConnection } from '../../records/connection.js';
import { migrate } from '../../records/migrate.js';

export interface OwnDatabase {
  readonly url: string;
  /** Removes it with all it holds. */
  drop(): Promise<void>;
}

const run = (url: string, statement: string): Promise<unknown> => onConnection(url, (client) => client.query(statement));

/**
 * A database of its own on a server, with the book's schema: a drill never touches another's data. `emptyBook` names one with that
 * schema and nothing in it, which is copied.
 */
export async function ownDatabase(serverUrl: string, emptyBook?: string): Promise<OwnDatabase> {
  const name = `luyue_drill_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `create database ${name}${emptyBook === undefined ? '' : ` template ${emptyBook}`}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (emptyBook === undefined) await migrate(url.href);
  return {
    url: url.href,
    drop: async () => {
      await run(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

import { onConnection } from '../../records/connection.js';

/** Empties the database of a demonstration, whole: its history is ended with it. */
export const emptyDatabase = (url: string): Promise<unknown> =>
  onConnection(url, (client) => client.query('drop schema public cascade; create schema public'));

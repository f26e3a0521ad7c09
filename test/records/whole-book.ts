import { createHash } from 'node:crypto';
import type pg from 'pg';

const TABLES = ['cases', 'events', 'requests', 'acts', 'accounts', 'lots', 'transactions', 'postings', 'alarms'];
/** Of the letters what they say; when they leave is the outbox's. */
const ALL = [...TABLES, '(select id, party_kind, party, template, at, say from outbox)'];
/** One hash over all that the book holds, but for the list of attempts. */
export async function wholeBook(pool: pg.Pool): Promise<string> {
  const hash = createHash('sha256');
  for (const table of ALL) {
    const { rows } = await pool.query<{ all: string | null }>(
      `select string_agg(t::text, E'\\n' order by t::text) as all from ${table} t`,
    );
    hash.update(`${table}\n${rows[0]?.all ?? ''}\n`);
  }
  return hash.digest('hex');
}

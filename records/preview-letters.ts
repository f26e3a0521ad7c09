import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import { inTransaction, type Outcome } from './connection.js';
import { gatherLetters, type Gathering } from './deliveries.js';
import { sentLetters, type SentLetter } from './sent-letters.js';

/** A notice that a case would write, if nothing happened before it. */
export interface ComingNotice {
  readonly caseId: string;
  readonly unit: string;
  readonly party: Party;
  readonly template: string;
  readonly duty?: string;
  readonly at: Instant;
  readonly say: Readonly<Record<string, string>>;
}

const PUT = `insert into outbox (id, case_id, unit, party_kind, party, role, except_person, template, duty, at, say)
  select 'preview/' || n, r."caseId", r.unit, r.party ->> 'kind', r.party ->> 'id', r.party ->> 'role', r.party ->> 'except', r.template, r.duty, r.at, r.say
  from rows from (jsonb_to_recordset($1::jsonb)
    as ("caseId" text, unit text, party jsonb, template text, duty text, at bigint, say jsonb)) with ordinality r ("caseId", unit, party, template, duty, at, say, n)`;

/** The letters that would be made of what is in none yet, and of these notices, and whom each would go to. Nothing of it stays. */
export const previewLetters = (pool: pg.Pool, gathering: Gathering, coming: readonly ComingNotice[]): Promise<SentLetter[]> =>
  inTransaction(pool, async (db): Promise<Outcome<SentLetter[]>> => {
    const before = new Set((await db.query<{ letter: string }>('select letter from letters')).rows.map(({ letter }) => letter));
    if (coming.length > 0) await db.query(PUT, [JSON.stringify(coming)]);
    while ((await gatherLetters(db, { ...gathering, whenever: true })) > 0);
    const letters = (await sentLetters(db)).filter(({ letter }) => !before.has(letter));
    return { undo: letters };
  });

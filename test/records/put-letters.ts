import type pg from 'pg';

/** A letter that is ready to go, to an address that the test gives. */
interface PutLetter {
  readonly id: string;
  readonly to: string;
  readonly at?: number;
  readonly unit?: string;
}

const PUT = `with put as (select p.*, lower(split_part(p."to", '@', 2)) as receiver from jsonb_to_recordset($1::jsonb) p (id text, "to" text, at bigint, unit text)),
  made as (insert into letters (letter, party_kind, party, at, daily) select id, 'city', 'city', at, false from put),
  told as (insert into outbox (id, unit, party_kind, party, template, at, say, letter)
    select id, unit, 'city', 'city', 'alarm', at, '{"alarm":"1"}', id from put)
  insert into deliveries (id, letter, channel, address, at, receiver) select id, id, 'mail', "to", at, receiver from put`;

/** Puts letters into the outbox, each of one notice and to one address. */
export const putLetters = async (pool: pg.Pool, letters: readonly PutLetter[]): Promise<void> => {
  await pool.query(PUT, [JSON.stringify(letters.map((one, n) => ({ at: n, unit: 'u', ...one })))]);
};

/** As in a rehearsal: letters are made as soon as nothing more comes. */
export const AT_ONCE = { morning: 32_400_000, quietDay: 0, quietInstant: 0 };

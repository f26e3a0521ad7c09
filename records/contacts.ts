import type pg from 'pg';
import type { Party } from '../domain/model/party.js';
import { whileIn, type Office } from './in-office.js';

/** Where a party is reached: its mail, its telephone, the door of its own system. */
export interface Contact {
  readonly party: Party;
  readonly mail?: string;
  readonly telephone?: string;
  readonly webhook?: string;
}

const ENTER = `insert into contacts as c (kind, party, mail, telephone, webhook)
  select k.kind, k.party, k.mail, k.telephone, k.webhook
  from jsonb_to_recordset($1::jsonb) k (kind text, party text, mail text, telephone text, webhook text)
  on conflict (kind, party) do update set mail = coalesce(excluded.mail, c.mail), telephone = coalesce(excluded.telephone, c.telephone),
    webhook = coalesce(excluded.webhook, c.webhook)
  where (c.mail, c.telephone, c.webhook) is distinct from
    (coalesce(excluded.mail, c.mail), coalesce(excluded.telephone, c.telephone), coalesce(excluded.webhook, c.webhook))`;

/** Enters where parties are reached, or corrects it; what is not named stays. Answers how many of them changed. */
export async function enterContacts(pool: pg.Pool, contacts: readonly Contact[]): Promise<number> {
  const rows = contacts.map(({ party: { kind, id }, ...known }) => ({ kind, party: id, ...known }));
  return (await pool.query({ name: 'contacts-enter', text: ENTER, values: [JSON.stringify(rows)] })).rowCount ?? 0;
}

const KNOWN = 'select mail, telephone, webhook from contacts where kind = $1 and party = $2';

/** Where a party is reached, as far as anybody has said. */
export async function contactOf(pool: pg.Pool, party: Party): Promise<Contact | undefined> {
  type Row = Record<'mail' | 'telephone' | 'webhook', string | null>;
  const { rows } = await pool.query<Row>({ name: 'contact-of', text: KNOWN, values: [party.kind, party.id] });
  const [row] = rows;
  if (!row) return undefined;
  const { mail, telephone, webhook } = row;
  return { party, ...(mail && { mail }), ...(telephone && { telephone }), ...(webhook && { webhook }) };
}

const MUTE = `insert into letter_wishes (person, muted, kept_by, kept_at)
    select person, $2, $3, clock_timestamp() from persons where person = $1 and erased_at is null
  on conflict (person) do update set muted = excluded.muted, kept_by = excluded.kept_by, kept_at = excluded.kept_at`;

/** Keeps what a person does not want to be written about, and who said so. False where there is nobody of that number. */
export const muteLetters = async (
  pool: pg.Pool,
  {
    person,
    muted,
    by,
    office,
  }: { readonly person: string; readonly muted: readonly string[]; readonly by: string; readonly office?: Office },
): Promise<boolean> => {
  const values = [person, muted, by];
  const { rowCount } = await whileIn(pool, office, (db) => db.query({ name: 'letters-mute', text: MUTE, values }));
  return (rowCount ?? 0) > 0;
};

/** What a person does not want to be written about. */
export async function mutedBy(pool: pg.Pool, person: string): Promise<readonly string[]> {
  const text = 'select muted from letter_wishes where person = $1';
  const { rows } = await pool.query<{ muted: string[] }>({ name: 'letters-muted', text, values: [person] });
  return rows[0]?.muted ?? [];
}

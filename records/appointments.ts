import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { PartyKind, Role } from '../domain/people/roles.js';
import type { Database } from '../ledger/one-row.js';
import type { PlatformKind } from './platform.js';

/** An appointment as its row has it. */
export interface AppointmentRow {
  readonly id: number;
  readonly person: string;
  readonly kind: PartyKind;
  readonly party: string;
  readonly role: Role;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A person who may sign in, with what is in force at an instant. */
export interface SignedIn {
  readonly person: string;
  readonly testActor: string | null;
  readonly appointments: readonly AppointmentRow[];
}

const FIELDS = `'id', a.id, 'person', a.person, 'kind', a.kind, 'party', a.party, 'role', a.role, 'from', a.from_at, 'until', a.until_at`;
const IN_FORCE = 'a.from_at <= $1 and (a.until_at is null or a.until_at > $1)';
const signedIn = (
  also = '',
): string => `select ${also}p.person, p.test_actor as "testActor", coalesce((select jsonb_agg(jsonb_build_object(${FIELDS}) order by a.id)
    from appointments a where a.person = p.person and ${IN_FORCE}), '[]') as appointments
  from persons p where p.suspended_at is null and p.erased_at is null`;

const BY_SIGN_IN = 'i.issuer = $2 and i.subject = $3';
const MADE_UP = `${signedIn(`exists (select from identities i where ${BY_SIGN_IN}) as "bySignIn", (select kind from platform) as platform, `)}
  and p.person = coalesce((select i.person from identities i where ${BY_SIGN_IN}), (select t.person from persons t where t.test_actor = $3))`;

const one = async (pool: pg.Pool, name: string, more: string, values: unknown[]): Promise<SignedIn | undefined> =>
  (await pool.query<SignedIn>({ name, text: `${signedIn()} and ${more}`, values })).rows[0];

/** Whom a sign-in stands for; undefined where nobody has it, or the person is suspended. */
export const signedInAs = (pool: pg.Pool, issuer: string, subject: string, at: Instant): Promise<SignedIn | undefined> => {
  const more = 'p.person = (select i.person from identities i where i.issuer = $2 and i.subject = $3)';
  return one(pool, 'signed-in', more, [at, issuer, subject]);
};

export const testPerson = (pool: pg.Pool, testActor: string, at: Instant): Promise<SignedIn | undefined> =>
  one(pool, 'test-person', 'p.test_actor = $2', [at, testActor]);

/** Whom a click on a test person signs in, and on which platform: whoever has this sign-in, else the test person of that name. */
export const madeUpSignedIn = async (
  pool: pg.Pool,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  at: Instant,
): Promise<(SignedIn & { readonly bySignIn: boolean; readonly platform: PlatformKind | null }) | undefined> => {
  const values = [at, issuer, subject];
  const { rows } = await pool.query<SignedIn & { bySignIn: boolean; platform: PlatformKind | null }>({
    name: 'made-up-signed-in',
    text: MADE_UP,
    values,
  });
  return rows[0];
};

export const personSignedIn = (pool: pg.Pool, person: string, at: Instant): Promise<SignedIn | undefined> =>
  one(pool, 'person-signed-in', 'p.person = $2', [at, person]);

/** A machine client as its row has it: its key is what it signs in with. */
export interface ClientRow {
  readonly client: string;
  readonly name: string;
  readonly key: Json;
  readonly acts: readonly string[];
  readonly appointment: AppointmentRow;
  readonly testActor: string | null;
}

const CLIENT = `select c.client, c.name, c.key, c.acts, jsonb_build_object(${FIELDS}) as appointment, p.test_actor as "testActor"
  from clients c join appointments a on a.id = c.appointment join persons p on p.person = a.person
  where c.client = $2 and c.ended_event is null and ${IN_FORCE} and p.suspended_at is null and p.erased_at is null`;

/** A machine client that may sign in; undefined once it, its appointment or its person is at an end. */
export const clientNamed = async (pool: pg.Pool, client: string, at: Instant): Promise<ClientRow | undefined> =>
  (await pool.query<ClientRow>({ name: 'client-named', text: CLIENT, values: [at, client] })).rows[0];

/** An appointment with whose it is: for the pages that tell who can act for a party. */
export interface Listed extends AppointmentRow {
  readonly name: string | null;
  readonly testActor: string | null;
  readonly suspended: boolean;
}

const LISTED = `select a.id, a.person, a.kind, a.party, a.role, a.from_at::float8 as "from", a.until_at::float8 as until, p.name,
    p.test_actor as "testActor", p.suspended_at is not null as suspended
  from appointments a join persons p using (person)
  where (a.until_at is null or a.until_at > $1) and ($2::text is null or a.party = $2) and a.id > $3 order by a.id limit $4`;

/** Who acts for a party, or is to; for every party where none is named. So many at once, after a number. */
export const appointmentsOf = async (
  db: Database,
  { at, party, after = 0, limit }: { at: Instant; party?: string; after?: number; limit: number },
): Promise<Listed[]> =>
  (await db.query<Listed>({ name: 'appointments-of', text: LISTED, values: [at, party ?? null, after, limit] })).rows;

/** A unit that nobody signs for, and whether somebody files for it at least. */
export interface UnsignedRow {
  readonly unit: string;
  readonly hasFiler: boolean;
}

const IN_OFFICE = `select from appointments a join persons p using (person) where a.kind = 'unit' and a.party = c.unit
    and p.suspended_at is null and p.erased_at is null and ${IN_FORCE}`;
const UNSIGNED = `select c.unit, exists (${IN_OFFICE} and a.role = 'filer') as "hasFiler" from cases c
  where c.kind in ('compliance-cycle', 'general-report') and c.unit > $2 and c.seq > 0
    and not exists (select from events e where e.case_id = c.case_id and e.type = 'case-closed'
      and not exists (select from events r where r.case_id = c.case_id and r.type = 'case-reopened' and r.seq > e.seq))
    and not exists (${IN_OFFICE} and a.role = 'signer')
  group by c.unit order by c.unit limit $3`;

/** Units with a case that goes on and nobody in office who signs for them, so many at once, after a unit. */
export const unitsUnsigned = async (db: Database, at: Instant, after: string, limit: number): Promise<UnsignedRow[]> =>
  (await db.query<UnsignedRow>({ name: 'units-unsigned', text: UNSIGNED, values: [at, after, limit] })).rows;

/** An appointment by its number. */
export const appointmentNumbered = async (db: Database, id: number): Promise<AppointmentRow | undefined> => {
  const text = `select a.id, a.person, a.kind, a.party, a.role, a.from_at::float8 as "from", a.until_at::float8 as until from appointments a where a.id = $1`;
  return (await db.query<AppointmentRow>({ name: 'appointment-numbered', text, values: [id] })).rows[0];
};

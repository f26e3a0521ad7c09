import type { Event } from '../domain/model/step.js';
import type { Database } from '../ledger/one-row.js';

/** What an event of the case of the people changes in the tables that are asked at every sign-in; $1 is what it says, with `seq` and `at`. */
const of = (field: string): string => `$1::jsonb ->> '${field}'`;
const PERSON_OF = of('person');
const DRAFT_OF = `(${of('draft')})::int`;
const SEQ = `(${of('seq')})::int`;
const AT = `(${of('at')})::bigint`;

const PERSON = `insert into persons (person, test_actor, name, mail, telephone)
    select ${PERSON_OF}, ${of('testActor')}, d.name, d.mail, d.telephone
    from (select 1) one left join person_drafts d on d.id = ${DRAFT_OF}`;
const SIGN_IN = `insert into identities (issuer, subject, person)
    select d.issuer, d.subject, ${PERSON_OF} from person_drafts d where d.id = ${DRAFT_OF} and d.issuer is not null
    on conflict do nothing`;
const TEST_SIGN_IN = `insert into identities (issuer, subject, person)
    select 'test', ${of('testActor')}, ${PERSON_OF} where $1::jsonb ? 'testActor'`;
const NO_SIGN_IN = `delete from identities i using person_drafts d
    where i.person = ${PERSON_OF} and d.id = ${DRAFT_OF} and d.issuer is not null`;
const DRAFT = `delete from person_drafts where id = ${DRAFT_OF}`;
const CORRECTED = `update persons p set corrected_at = ${AT}, name = coalesce(d.name, p.name), mail = coalesce(d.mail, p.mail),
      telephone = coalesce(d.telephone, p.telephone)
    from person_drafts d where p.person = ${PERSON_OF} and d.id = ${DRAFT_OF}`;
const ERASED = `update persons set erased_at = ${AT}, name = null, mail = null, telephone = null, salt = null where person = ${PERSON_OF}`;
const FORGOTTEN = `delete from identities where person = ${PERSON_OF}`;
const SUSPENDED = `update persons set suspended_at = ${AT} where person = ${PERSON_OF}`;
const LIFTED = `update persons set suspended_at = null where person = ${PERSON_OF}`;
const APPOINTED = `insert into appointments (id, person, kind, party, role, from_at, until_at, event)
    select a.appointment, a.person, a.kind, a.party, a.role, a."from", a.until, a.seq
    from jsonb_to_record($1::jsonb) a (appointment int, person text, kind text, party text, role text, "from" bigint, until bigint, seq int)`;
const ENDED = `update appointments set until_at = ${AT}, ended_event = ${SEQ} where id = (${of('appointment')})::int`;
const CLIENT = `insert into clients (client, appointment, name, acts, key, event)
    select c.client, c.appointment, c.name, c.acts, c.key, c.seq
    from jsonb_to_record($1::jsonb) c (client text, appointment int, name text, acts text[], key jsonb, seq int)`;
const CLIENT_ENDED = `update clients set ended_event = ${SEQ} where client = ${of('client')}`;

const CERTIFICATE = `insert into certificates (certificate, party, kind, held, algorithm, sha256, der, chain, subject, valid_from, valid_until,
      test, registered_at, event)
    select c.certificate, c.party, c.kind, c.held, c.algorithm, c.sha256, decode(c.der, 'base64'), c.chain, c.subject, c."validFrom",
      c."validUntil", c.test, c.at, c.seq
    from jsonb_to_record($1::jsonb) c (certificate text, party text, kind text, held text, algorithm text, sha256 text, der text,
      chain jsonb, subject text, "validFrom" bigint, "validUntil" bigint, test boolean, at bigint, seq int)`;
const CERTIFICATE_REVOKED = `update certificates set revoked_at = ${AT}, revoked_event = ${SEQ} where certificate = ${of('certificate')}`;

const ROWS: Readonly<Record<string, readonly string[]>> = {
  'person-entered': [PERSON, SIGN_IN, TEST_SIGN_IN, DRAFT],
  'person-corrected': [CORRECTED, NO_SIGN_IN, SIGN_IN, DRAFT],
  'person-erased': [ERASED, FORGOTTEN],
  'person-suspended': [SUSPENDED],
  'suspension-lifted': [LIFTED],
  appointed: [APPOINTED],
  'appointment-ended': [ENDED],
  'client-registered': [CLIENT],
  'client-ended': [CLIENT_ENDED],
  'certificate-registered': [CERTIFICATE],
  'certificate-revoked': [CERTIFICATE_REVOKED],
};

/** Writes the rows that events of the case of the people stand for, in the transaction that writes the events. */
export async function writePeopleRows(db: Database, events: readonly Event[]): Promise<void> {
  for (const { type, seq, at, with: told = {} } of events)
    for (const text of ROWS[type] ?? []) await db.query(text, [JSON.stringify({ ...(told as object), seq, at })]);
}

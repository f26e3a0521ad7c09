import pg from 'pg';
import { onConnection } from './connection.js';

/** The role under which the worker and the commands use the book in service. It owns nothing: not a table, not a trigger. */
export const SERVICE_ROLE = 'luyue_service';

/** What is shown of cases: no history, made anew from it at any time. */
export const SHOWN_TABLES: readonly string[] = ['case_views', 'case_duties', 'case_matters', 'case_checks'];

/** What the application does with each table, and nothing else: history is read and added to, the rest is changed where it may be. */
export const SERVICE_GRANTS: Readonly<Record<string, string>> = {
  cases: 'select, insert, update (seq, head, played_to, suspended)',
  events: 'select, insert',
  requests: 'select, insert, update (state, refusal)',
  acts: 'select, insert, update (state, refusal)',
  approvals: 'select, insert, update (waiting)',
  approval_lines: 'select, insert, update (waiting, act_id)',
  previews: 'select, insert',
  attempts: 'select, insert',
  platform: 'select, insert',
  business_clock: 'select',
  outbox: 'select, insert, update (letter)',
  letters: 'select, insert',
  deliveries:
    'select, insert, update (sent_at, sent_to, refused_at, answer, claimed_until, attempts, last_error, retry_at, returned_at, returned_said)',
  contacts: 'select, insert, update (mail, telephone, webhook)',
  calendar_dates: 'select, insert, update (case_id, due_on, sequence, cancelled)',
  letter_wishes: 'select, insert, update (muted, kept_by, kept_at)',
  calendar_links: 'select, insert, update (ended_at)',
  resends: 'select, insert',
  revivals: 'select, insert',
  accounts: 'select, insert, update (case_id, debt, shortfall, frozen, claims, version)',
  lots: 'select, insert, update (quantity, reserved, expires_on)',
  transactions: 'select, insert',
  postings: 'select, insert',
  alarms: 'select, insert, update (released_at, released_by, released_approved_by, released_reason, over_at)',
  persons: 'select, insert, update (name, mail, telephone, salt, suspended_at, corrected_at, erased_at)',
  identities: 'select, insert, delete',
  person_drafts: 'select, insert, delete',
  appointments: 'select, insert, update (until_at, ended_event)',
  clients: 'select, insert, update (ended_event)',
  documents: 'select, insert',
  document_versions:
    'select, insert, update (form_version, form_digest, "values", totals, findings, explanations, files, sha256, state, revision, saved_at, saved_by, filed_act, filed_at)',
  certificates: 'select, insert, update (revoked_at, revoked_event)',
  seals: 'select, insert',
  revocation_lists: 'select, insert',
  anchors: 'select, insert',
  anchored_heads: 'select, insert',
  anchored_evidence: 'select, insert',
  anchored_seals: 'select, insert',
  time_stamps: 'select, insert',
  sign_ins: 'select, insert',
  sessions: 'select, insert, update (seen_at, ended_at)',
  ended_sign_ins: 'select, insert, update (at)',
  sign_in_attempts: 'select, insert, update (used_at)',
  inbox_claims: 'select, insert, update (ended_at, ended_by)',
  inbox_substitutes: 'select, insert, update (ended_at)',
  files: 'select, insert, update (scanned, scanned_at, asked_at, filed_at, read_at)',
  file_uploads: 'select, insert',
  troubles: 'select, insert, update (ended_at)',
  receipts: 'select, insert',
  receipt_seals: 'select, insert',
  ...Object.fromEntries(SHOWN_TABLES.map((table) => [table, 'select, insert, update, delete'])),
};

const DANGEROUS = `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
  or pg_has_role(oid, current_user, 'member') as more from pg_roles where rolname = $1`;

const statements = (role: string, database: string): string[] => {
  const to = pg.escapeIdentifier(role);
  return [
    'revoke create on schema public from public',
    `revoke all on all tables in schema public from public, ${to}`,
    'revoke execute on all functions in schema public from public',
    `grant connect on database ${pg.escapeIdentifier(database)} to ${to}`,
    `grant usage on schema public to ${to}`,
    `grant execute on all functions in schema public to ${to}`,
    `grant usage on sequence request_numbers, approval_numbers, document_numbers, seal_numbers to ${to}`,
    ...Object.entries(SERVICE_GRANTS).map(([table, may]) => `grant ${may} on ${pg.escapeIdentifier(table)} to ${to}`),
  ];
};

/**
 * Gives the service role what it needs of a book whose schema is up to date, and takes away all else. Done by the owner
 * of the book; again, it changes nothing. False where there is no such role. Throws where the role may do more than serve.
 */
export const grantService = async (ownerUrl: string, role: string = SERVICE_ROLE): Promise<boolean> => {
  return onConnection(ownerUrl, async (client) => {
    const found = (await client.query<{ more: boolean }>(DANGEROUS, [role])).rows[0];
    if (!found) return false;
    if (found.more)
      throw new Error(
        `role ${role}: it is a superuser, makes roles or databases, or is a member of the owner of the book; the book is served under a role that may do nothing but serve: make it with "create role ${role} login"`,
      );
    await client.query('begin');
    // two at once would change the same rows of the catalogue
    await client.query(`select pg_advisory_xact_lock(hashtextextended('grants', 0))`);
    for (const sql of statements(role, client.database ?? '')) await client.query(sql);
    await client.query('commit');
    return true;
  });
};

import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Template } from '../domain/model/step.js';

/** A mail as it waits in the outbox, or waited there. Its id is stable: a receiver can tell a second copy by it. */
export interface OutboxMail {
  readonly id: string;
  readonly caseId: string;
  readonly unit: string;
  /** A mail address. */
  readonly recipient: string;
  readonly template: Template;
  readonly duty?: string;
  /** The business instant it belongs to. */
  readonly at: Instant;
  readonly say: Readonly<Record<string, string>>;
  /** When it went out, by the wall clock. */
  readonly sentAt?: Date;
  /** When it was refused for good, and is not tried again by itself. */
  readonly refusedAt?: Date;
  readonly attempts: number;
  readonly lastError?: string;
}

/** Where a letter stands. */
export const letterState = ({ sentAt, refusedAt }: OutboxMail): 'sent' | 'refused' | 'waiting' =>
  sentAt ? 'sent' : refusedAt ? 'refused' : 'waiting';

interface Row {
  id: string;
  case_id: string;
  unit: string;
  recipient: string;
  template: Template;
  duty: string | null;
  at: string;
  say: Record<string, string>;
  sent_at: Date | null;
  refused_at: Date | null;
  attempts: number;
  last_error: string | null;
}

const mailOf = (row: Row): OutboxMail => ({
  id: row.id,
  caseId: row.case_id,
  unit: row.unit,
  recipient: row.recipient,
  template: row.template,
  ...(row.duty === null ? {} : { duty: row.duty }),
  at: Number(row.at),
  say: row.say,
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
  ...(row.refused_at === null ? {} : { refusedAt: row.refused_at }),
  attempts: row.attempts,
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
});

const COLUMNS =
  'id, case_id, unit, recipient, template, duty, at, say, sent_at, refused_at, claimed_until, attempts, last_error, retry_at';
const CLAIM = `select ${COLUMNS} from claim_letters($1, $2)`;
const SENT = `update outbox set sent_at = clock_timestamp(), claimed_until = null, last_error = null
  where id = $1 and sent_at is null and refused_at is null`;
/** Tried again after a pause that doubles with each failure, up to an hour; or never again by itself. */
const FAILED = `update outbox set claimed_until = null, last_error = left($2, 500),
  refused_at = case when $4 then clock_timestamp() end,
  retry_at = clock_timestamp() + least($3 * 2 ^ least(attempts - 1, 30), 3600) * interval '1 second'
  where id = $1 and sent_at is null and refused_at is null`;

/** How long a claim holds: longer than a mail server may take to answer a letter that it has (RFC 5321 4.5.3.2: ten minutes). */
export const LEASE_SECONDS = 900;
const FIRST_PAUSE_SECONDS = 2;

/** Claims letters to send, of each receiver one. Whoever dies with a claim loses it when the lease runs out. */
export const claimLetters = async (pool: pg.Pool, many: number, leaseSeconds = LEASE_SECONDS): Promise<OutboxMail[]> =>
  (await pool.query<Row>({ name: 'letters-claim', text: CLAIM, values: [many, leaseSeconds] })).rows.map(mailOf);

export const markSent = async (pool: pg.Pool, id: string): Promise<void> => {
  await pool.query({ name: 'letter-sent', text: SENT, values: [id] });
};

/** What became of a letter that did not go out: refused for good, or to be tried again after a pause. */
export interface NotSent {
  readonly why: string;
  readonly forGood: boolean;
  readonly firstPauseSeconds?: number;
}

export const markFailed = async (pool: pg.Pool, id: string, failed: NotSent): Promise<void> => {
  const { why, forGood, firstPauseSeconds = FIRST_PAUSE_SECONDS } = failed;
  await pool.query({ name: 'letter-failed', text: FAILED, values: [id, why, firstPauseSeconds, forGood] });
};

/** Which mails to read: all of them, a unit's, a case's, only those that wait, or only those refused for good. */
export interface MailFilter {
  readonly unit?: string;
  readonly caseId?: string;
  readonly waiting?: boolean;
  /** Only those that were refused for good. */
  readonly refused?: boolean;
}

/** Mails sorted by instant, unit, template, recipient. */
export const mailsOf = async (pool: pg.Pool, filter: MailFilter = {}): Promise<OutboxMail[]> => {
  const text = `select ${COLUMNS} from outbox
    where ($1::text is null or unit = $1) and ($2::text is null or case_id = $2) and (not $3 or (sent_at is null and refused_at is null))
      and (not $4 or refused_at is not null)
    order by at, unit collate "C", template collate "C", recipient collate "C", id collate "C"`;
  const values = [filter.unit ?? null, filter.caseId ?? null, filter.waiting ?? false, filter.refused ?? false];
  return (await pool.query<Row>({ name: 'outbox-read', text, values })).rows.map(mailOf);
};

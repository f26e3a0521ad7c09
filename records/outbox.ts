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
  /** What the server said when it took it. */
  readonly answer?: string;
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
  answer: string | null;
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
  ...(row.answer === null ? {} : { answer: row.answer }),
  attempts: row.attempts,
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
});

const COLUMNS =
  'id, case_id, unit, recipient, template, duty, at, say, sent_at, refused_at, answer, claimed_until, attempts, last_error, retry_at';
const CLAIM = `select ${COLUMNS} from claim_letters($1, $2)`;
/** What a server took is sent, whoever holds the claim by now, and whatever another attempt came to. */
const SENT = `update outbox set sent_at = clock_timestamp(), answer = $2, refused_at = null, claimed_until = null, last_error = null
  where id = $1 and sent_at is null`;
/** Tried again after a pause that doubles with each failure, up to an hour; or never again by itself. */
const FAILED = `update outbox set claimed_until = null, last_error = $2,
  refused_at = case when $4 then clock_timestamp() end,
  retry_at = clock_timestamp() + least($3 * 2 ^ least(attempts - 1, 30), 3600) * interval '1 second'
  where id = $1 and sent_at is null and refused_at is null and ($5::int is null or attempts = $5)`;

/** How long a claim holds when nobody renews it: a deliverer that died keeps a letter back no longer. */
export const LEASE_SECONDS = 60;
const RENEW = `update outbox set claimed_until = clock_timestamp() + $2 * interval '1 second'
  where id = any ($1) and sent_at is null and claimed_until is not null`;
const FIRST_PAUSE_SECONDS = 2;

/** Claims letters to send, of each receiver one. Whoever dies with a claim loses it when the lease runs out. */
export const claimLetters = async (pool: pg.Pool, many: number, leaseSeconds = LEASE_SECONDS): Promise<OutboxMail[]> =>
  (await pool.query<Row>({ name: 'letters-claim', text: CLAIM, values: [many, leaseSeconds] })).rows.map(mailOf);

/** Holds on to letters that are still being sent: a server may take ten minutes over one (RFC 5321 4.5.3.2). */
export const renewClaims = async (pool: pg.Pool, ids: readonly string[], leaseSeconds = LEASE_SECONDS): Promise<void> => {
  await pool.query({ name: 'letters-renew', text: RENEW, values: [ids, leaseSeconds] });
};

const SAID_MAX = 500;
/** Words of a server, as they can be kept: one line, of bounded length. */
const kept = (said: string): string =>
  said
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX)
    .toWellFormed();

export const markSent = async (pool: pg.Pool, id: string, answer = ''): Promise<void> => {
  await pool.query({ name: 'letter-sent', text: SENT, values: [id, kept(answer)] });
};

/** What became of a letter that did not go out: refused for good, or to be tried again after a pause. */
export interface NotSent {
  readonly why: string;
  readonly forGood: boolean;
  /** Which attempt it was: one whose claim was lost meanwhile says nothing any more. */
  readonly attempt?: number;
  readonly firstPauseSeconds?: number;
}

export const markFailed = async (pool: pg.Pool, id: string, failed: NotSent): Promise<void> => {
  const { why, forGood, attempt, firstPauseSeconds = FIRST_PAUSE_SECONDS } = failed;
  await pool.query({ name: 'letter-failed', text: FAILED, values: [id, kept(why), firstPauseSeconds, forGood, attempt ?? null] });
};

const RESEND = `with before as (select id, last_error from outbox
    where refused_at is not null and ($1::text[] is null or id = any ($1)) for update),
  noted as (insert into resends (letter, by, reason, said) select id, $2, $3, last_error from before)
  update outbox o set refused_at = null, retry_at = '-infinity' from before b where o.id = b.id returning o.id`;

/** Has letters that were refused for good go once more, all of them or those named; kept with who and why. Answers their ids. */
export const resendRefused = async (
  pool: pg.Pool,
  ids: readonly string[] | undefined,
  by: string,
  reason: string,
): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>({ name: 'letters-resend', text: RESEND, values: [ids ?? null, by, reason] });
  return rows.map(({ id }) => id).sort();
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
export const mailsOf = async (db: Pick<pg.ClientBase, 'query'>, filter: MailFilter = {}): Promise<OutboxMail[]> => {
  const text = `select ${COLUMNS} from outbox
    where ($1::text is null or unit = $1) and ($2::text is null or case_id = $2) and (not $3 or (sent_at is null and refused_at is null))
      and (not $4 or refused_at is not null)
    order by at, unit collate "C", template collate "C", recipient collate "C", id collate "C"`;
  const values = [filter.unit ?? null, filter.caseId ?? null, filter.waiting ?? false, filter.refused ?? false];
  return (await db.query<Row>({ name: 'outbox-read', text, values })).rows.map(mailOf);
};

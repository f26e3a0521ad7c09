import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Template } from '../domain/model/step.js';
import { inTransaction } from './connection.js';

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
  readonly attempts: number;
  readonly lastError?: string;
}

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
  attempts: row.attempts,
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
});

const COLUMNS = 'id, case_id, unit, recipient, template, duty, at, say, sent_at, attempts, last_error';
const CLAIM = `select ${COLUMNS} from outbox where sent_at is null and kind = 'mail' and retry_at <= clock_timestamp()
  order by retry_at, at, id limit $1 for update skip locked`;
const SENT = 'update outbox set sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null where id = any ($1)';
/** Tried again after a pause that doubles with each failure, up to an hour. */
const FAILED = `update outbox o set attempts = attempts + 1, last_error = f.error,
  retry_at = clock_timestamp() + least($2 * 2 ^ least(attempts, 30), 3600) * interval '1 second'
  from jsonb_to_recordset($1::jsonb) f (id text, error text) where o.id = f.id`;

const FIRST_PAUSE_SECONDS = 2;

/**
 * Sends a batch of waiting mails and marks them sent in the transaction that holds them, so that two deliverers
 * never take the same mail. One that fails does not hold up the others; it is tried again later.
 */
export const deliver = async (
  pool: pg.Pool,
  limit: number,
  send: (mail: OutboxMail) => Promise<void>,
  firstPauseSeconds: number = FIRST_PAUSE_SECONDS,
): Promise<{ sent: number; failed: number }> =>
  inTransaction(pool, async (db) => {
    const { rows } = await db.query<Row>({ name: 'outbox-claim', text: CLAIM, values: [limit] });
    const failed: { id: string; error: string }[] = [];
    const sent: string[] = [];
    const sendOne = async (row: Row): Promise<void> => {
      try {
        await send(mailOf(row));
        sent.push(row.id);
      } catch (error) {
        failed.push({ id: row.id, error: String(error) });
      }
    };
    await Promise.all(rows.map(sendOne));
    if (sent.length > 0) await db.query({ name: 'outbox-sent', text: SENT, values: [sent] });
    if (failed.length > 0)
      await db.query({ name: 'outbox-failed', text: FAILED, values: [JSON.stringify(failed), firstPauseSeconds] });
    return { keep: { sent: sent.length, failed: failed.length } };
  });

/** Which mails to read: all of them, a unit's, a case's, or only those that wait. */
export interface MailFilter {
  readonly unit?: string;
  readonly caseId?: string;
  readonly waiting?: boolean;
}

/** Mails sorted by instant, unit, template, recipient. */
export const mailsOf = async (pool: pg.Pool, filter: MailFilter = {}): Promise<OutboxMail[]> => {
  const text = `select ${COLUMNS} from outbox
    where ($1::text is null or unit = $1) and ($2::text is null or case_id = $2) and (not $3 or sent_at is null)
    order by at, unit collate "C", template collate "C", recipient collate "C", id collate "C"`;
  const values = [filter.unit ?? null, filter.caseId ?? null, filter.waiting ?? false];
  return (await pool.query<Row>({ name: 'outbox-read', text, values })).rows.map(mailOf);
};

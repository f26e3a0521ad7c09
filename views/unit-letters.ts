import { isoOf } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';

/** A letter about a unit as its people see it. */
export interface LetterLine {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly template: string;
  readonly duty: string | null;
  readonly state: 'sent' | 'refused' | 'waiting';
  /** What the mail server said when it refused. */
  readonly said: string | null;
}

interface Row extends Omit<LetterLine, 'at'> {
  readonly at: number;
}

const LETTERS = `select id, at::float8 as at, recipient as "to", template, duty, last_error as said,
    case when sent_at is not null then 'sent' when refused_at is not null then 'refused' else 'waiting' end as state
  from outbox where unit = $1 and kind = 'mail' order by at desc, id desc limit $2`;

/** The latest letters about a unit, the newest first. */
export async function lettersOf({ pool }: Book, unit: string, limit: number): Promise<readonly LetterLine[]> {
  const { rows } = await pool.query<Row>({ name: 'view-letters', text: LETTERS, values: [unit, limit] });
  return rows.map(({ at, ...line }) => ({ ...line, at: isoOf(at) }));
}

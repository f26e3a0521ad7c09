import type pg from 'pg';
import { DOMAINS } from '../domain/letters/addresses.js';
import type { Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import { JOINED, TO, type Channel } from './deliveries.js';
import { noticesIn, type OutboxNotice } from './outbox.js';

/** A letter to one of its receivers, with what became of it: what was sent to whom, when, and what the server said. */
export interface SentLetter {
  readonly id: string;
  readonly letter: string;
  readonly channel: Channel;
  readonly party: Party;
  readonly at: Instant;
  /** Of a person the number stands here, never the address. */
  readonly to: string;
  readonly notices: readonly OutboxNotice[];
  /** When it went out, by the wall clock. */
  readonly sentAt?: Date;
  /** When it was refused for good, and is not tried again by itself. */
  readonly refusedAt?: Date;
  /** When it came back after a server had taken it. */
  readonly returnedAt?: Date;
  /** What the server said last. */
  readonly said?: string;
  readonly attempts: number;
}

/** Where a letter stands. */
export const letterState = ({
  sentAt,
  refusedAt,
  returnedAt,
}: Pick<SentLetter, 'sentAt' | 'refusedAt' | 'returnedAt'>): 'sent' | 'refused' | 'returned' | 'waiting' =>
  returnedAt ? 'returned' : sentAt ? 'sent' : refusedAt ? 'refused' : 'waiting';

/** Which letters to read: all, those that tell of a unit, those that wait, or those that did not arrive: refused for good, or come back. */
export interface LetterFilter {
  readonly unit?: string;
  /** One letter, with all whom it goes to. */
  readonly letter?: string;
  readonly waiting?: boolean;
  readonly refused?: boolean;
  /** No more than so many, the newest. */
  readonly limit?: number;
}

interface Row {
  id: string;
  letter: string;
  channel: Channel;
  party: Party;
  at: string;
  to: string | null;
  sent_at: Date | null;
  refused_at: Date | null;
  returned_at: Date | null;
  said: string | null;
  attempts: number;
}

const READ = `select d.id, d.letter, d.channel, jsonb_build_object('kind', l.party_kind, 'id', l.party) as party, d.at,
    coalesce(d.person, d.sent_to, ${TO}) as to, d.sent_at, d.refused_at, d.returned_at,
    coalesce(d.returned_said, d.last_error, d.answer) as said, d.attempts
  from deliveries d ${JOINED}
  where ($1::text is null or exists (select from outbox o where o.letter = d.letter and o.unit = $1))
    and ($2::text is null or case $2 when 'waiting' then d.sent_at is null and d.refused_at is null
      else d.refused_at is not null or d.returned_at is not null end)
    and ($5::text is null or d.letter = $5)
  order by d.at desc, d.id collate "C" desc limit $4`;

const MOST = 10_000;

/** Letters in order of their instant, each with what stands in it. */
export async function sentLetters(db: Pick<pg.ClientBase, 'query'>, filter: LetterFilter = {}): Promise<SentLetter[]> {
  const { unit = null, waiting = false, refused = false, limit = MOST } = filter;
  const values = [unit, waiting ? 'waiting' : refused ? 'refused' : null, JSON.stringify(DOMAINS), limit, filter.letter ?? null];
  const { rows } = await db.query<Row>({ name: 'letters-read', text: READ, values });
  const notices = await noticesIn(db, [...new Set(rows.map(({ letter }) => letter))]);
  return rows.reverse().map((row) => ({
    ...{ id: row.id, letter: row.letter, channel: row.channel, party: row.party, at: Number(row.at), to: row.to ?? '' },
    notices: notices.get(row.letter) ?? [],
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.refused_at === null ? {} : { refusedAt: row.refused_at }),
    ...(row.returned_at === null ? {} : { returnedAt: row.returned_at }),
    ...(row.said === null ? {} : { said: row.said }),
    attempts: row.attempts,
  }));
}

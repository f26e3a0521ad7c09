import type pg from 'pg';
import { DOMAINS } from '../domain/letters/addresses.js';
import type { Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import { ASKED, JOINED, TO, type CalendarDate, type Channel } from './deliveries.js';
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
  /** Of those, the ones older than this one. */
  readonly before?: Pick<SentLetter, 'at' | 'id'>;
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

const COLUMNS = `d.id, d.letter, d.channel, jsonb_build_object('kind', l.party_kind, 'id', l.party) as party, d.at,
    coalesce(d.person, d.sent_to, ${TO}) as to, d.sent_at, d.refused_at, d.returned_at,
    coalesce(d.returned_said, d.last_error, d.answer) as said, d.attempts`;

const NEWEST = 'order by d.at desc, d.id collate "C" desc';

/** Written for what is asked: a condition that is left out is none that a plan has to allow for. */
const readFor = ({ unit, letter, waiting, refused, before }: LetterFilter): { readonly name: string; readonly text: string } => {
  const asked = {
    unit: unit !== undefined && 'd.letter = any (array(select o.letter from outbox o where o.unit = $1))',
    waiting: waiting === true && 'd.sent_at is null and d.refused_at is null',
    refused: refused === true && '(d.refused_at is not null or d.returned_at is not null)',
    letter: letter !== undefined && 'd.letter = $2',
    before: before !== undefined && '(d.at, d.id collate "C") < ($5::bigint, $6::text)',
  };
  const said = Object.entries(asked).filter(([, condition]) => condition !== false);
  const where = ["coalesce($1::text, $2::text, '') is not null", ...said.map(([, condition]) => condition)];
  return {
    name: ['letters-read', ...said.map(([what]) => what)].join('-'),
    text: `select ${COLUMNS} from (select * from deliveries d where ${where.join(' and ')} ${NEWEST} limit $4) d ${JOINED} ${NEWEST}`,
  };
};

const MOST = 10_000;

/** Letters in order of their instant, each with what stands in it. */
export async function sentLetters(db: Pick<pg.ClientBase, 'query'>, filter: LetterFilter = {}): Promise<SentLetter[]> {
  const { unit = null, letter = null, limit = MOST, before } = filter;
  const values = [unit, letter, JSON.stringify(DOMAINS), limit, ...(before ? [before.at, before.id] : [])];
  const { rows } = await db.query<Row>({ ...readFor(filter), values });
  const notices = await noticesIn(db, [...new Set(rows.map(({ letter }) => letter))]);
  return rows.reverse().map((row) => ({
    id: row.id,
    letter: row.letter,
    channel: row.channel,
    party: row.party,
    at: Number(row.at),
    to: row.to ?? '',
    notices: notices.get(row.letter) ?? [],
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.refused_at === null ? {} : { refusedAt: row.refused_at }),
    ...(row.returned_at === null ? {} : { returnedAt: row.returned_at }),
    ...(row.said === null ? {} : { said: row.said }),
    attempts: row.attempts,
  }));
}

/** What stands in a letter besides its notices: the dates for a calendar, and whom its reader may ask, as that is known now. */
export interface LetterBesides {
  readonly calendar: readonly CalendarDate[];
  readonly telephone?: string;
}

const BESIDES = `select l.calendar, ask.telephone from letters l ${ASKED} where l.letter = $1`;

export async function letterBesides(db: Pick<pg.ClientBase, 'query'>, letter: string): Promise<LetterBesides> {
  type Besides = { calendar: CalendarDate[]; telephone: string | null };
  const [row] = (await db.query<Besides>({ name: 'letter-besides', text: BESIDES, values: [letter] })).rows;
  const { calendar = [], telephone = null } = row ?? {};
  return { calendar, ...(telephone === null ? {} : { telephone }) };
}

const REFUSED = `select count(*)::int as many from (
  select from deliveries where refused_at is not null or returned_at is not null limit $1) d`;

/** How many did not arrive, counted no further than so many. */
export const refusedLetters = async (db: Pick<pg.ClientBase, 'query'>, most: number): Promise<number> =>
  (await db.query<{ many: number }>({ name: 'letters-refused', text: REFUSED, values: [most] })).rows[0]?.many ?? 0;

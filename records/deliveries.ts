import type pg from 'pg';
import { whileIn, type Office } from './in-office.js';
import { DOMAINS } from '../domain/letters/addresses.js';
import { AT_ONCE, CALLED_ABOUT, READERS } from '../domain/letters/readers.js';
import type { Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { noticesIn, type OutboxNotice } from './outbox.js';

export type Channel = 'mail' | 'webhook' | 'sms';

/** A date as calendars keep it: the same entry when it moves, one number on; taken out once nothing is owed any more. */
export interface CalendarDate {
  readonly uid: string;
  readonly duty: string;
  readonly dueOn: string;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** A letter on its way to one of its receivers. Its id is stable: a receiver can tell a second copy by it. */
export interface Delivery {
  readonly id: string;
  readonly letter: string;
  readonly channel: Channel;
  /** Whose letter it is, and its business instant. */
  readonly party: Party;
  readonly at: Instant;
  /** The person whose own address it goes to, where it is not the party's. */
  readonly person?: string;
  /** As it is known now; none where it is gone. */
  readonly to?: string;
  /** Whom a unit asks: the telephone of its district authority. */
  readonly telephone?: string;
  readonly calendar: readonly CalendarDate[];
  readonly notices: readonly OutboxNotice[];
  readonly attempts: number;
}

/** When letters are made of notices, in milliseconds. */
export interface Gathering {
  /** After midnight, when an authority gets its morning letter. */
  readonly morning: number;
  /** For how long nothing more may have come to a letter before it leaves: one of an authority, one of a unit. */
  readonly quietDay: number;
  readonly quietInstant: number;
  /** Whether short messages can be sent. */
  readonly sms?: boolean;
  /** Whether they are made before their time, to be looked at. */
  readonly whenever?: true;
}

const ruleOf = (gathering: Gathering): string =>
  JSON.stringify({ sms: false, ...gathering, atOnce: AT_ONCE, called: CALLED_ABOUT, readers: READERS, domains: DOMAINS });

/** Makes letters of the notices that are due; answers how many. */
export const gatherLetters = async (pool: Database, gathering: Gathering): Promise<number> =>
  (await oneRow<{ made: number }>(pool, 'letters-gather', 'select gather_letters($1) as made', [ruleOf(gathering)])).made;

interface Row {
  id: string;
  letter: string;
  channel: Channel;
  party: Party;
  at: string;
  person: string | null;
  to: string | null;
  telephone: string | null;
  calendar: CalendarDate[];
  attempts: number;
}

/** How long a claim holds when nobody renews it: a deliverer that died keeps a letter back no longer. */
export const LEASE_SECONDS = 60;
const FIRST_PAUSE_SECONDS = 2;

/** Where a delivery goes, as its address is known now. SQL, over `d`, `l`, `p` and `c`. */
export const TO = `case when d.address is not null then d.address when d.channel = 'webhook' then c.webhook when d.channel = 'sms' then c.telephone
    when d.person is not null then p.mail
    else coalesce(c.mail, case when l.party_kind = 'person' then 'city' else l.party end || '@' || ($3::jsonb ->> l.party_kind)) end`;
export const JOINED = `join letters l on l.letter = d.letter left join persons p on p.person = d.person
  left join contacts c on c.kind = case when l.party_kind = 'person' then 'city' else l.party_kind end
    and c.party = case when l.party_kind = 'person' then 'city' else l.party end`;
/** Of whom the receiver may ask: a unit its district, everybody else the city. */
export const ASKED = `left join lateral (select h.telephone from contacts h left join case_views v on v.unit = l.party and l.party_kind = 'unit'
    where h.telephone is not null and (h.kind = 'city' or (h.kind = 'district' and h.party = v.district))
    order by h.kind = 'district' desc, v.opened_at desc limit 1) ask on true`;
const CLAIM = `select d.id, d.letter, d.channel, jsonb_build_object('kind', l.party_kind, 'id', l.party) as party, d.at, d.person, ${TO} as to,
    ask.telephone, l.calendar, d.attempts
  from claim_letters($1, $2) d ${JOINED} ${ASKED}`;

const deliveryOf = (row: Row, notices: readonly OutboxNotice[]): Delivery => ({
  id: row.id,
  letter: row.letter,
  channel: row.channel,
  party: row.party,
  at: Number(row.at),
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.to === null ? {} : { to: row.to }),
  ...(row.telephone === null ? {} : { telephone: row.telephone }),
  calendar: row.calendar,
  attempts: row.attempts,
  notices,
});

/** Claims letters to send, of each receiver one. Whoever dies with a claim loses it when the lease runs out. */
export async function claimLetters(pool: pg.Pool, many: number, leaseSeconds = LEASE_SECONDS): Promise<Delivery[]> {
  const values = [many, leaseSeconds, JSON.stringify(DOMAINS)];
  const { rows } = await pool.query<Row>({ name: 'letters-claim', text: CLAIM, values });
  if (rows.length === 0) return [];
  const notices = await noticesIn(pool, [...new Set(rows.map(({ letter }) => letter))]);
  return rows.map((row) => deliveryOf(row, notices.get(row.letter) ?? []));
}

const RENEW = `update deliveries set claimed_until = clock_timestamp() + $2 * interval '1 second'
  where id = any ($1) and sent_at is null and claimed_until is not null`;

/** Holds on to letters that are still being sent: a server may take ten minutes over one (RFC 5321 4.5.3.2). */
export const renewClaims = async (pool: pg.Pool, ids: readonly string[], leaseSeconds = LEASE_SECONDS): Promise<void> => {
  await pool.query({ name: 'letters-renew', text: RENEW, values: [ids, leaseSeconds] });
};

const SAID_MAX = 500;
/** Words of a server, as they can be kept: one line, of bounded length; of a person's address, a number stands for it. */
const kept = (said: string, { to, person }: Partial<Pick<Delivery, 'to' | 'person'>> = {}): string =>
  (to !== undefined && person !== undefined ? said.replaceAll(to, person) : said)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX)
    .toWellFormed();

/** What a server took is sent, whoever holds the claim by now, and whatever another attempt came to. */
const SENT = `update deliveries set sent_at = clock_timestamp(), answer = $2, sent_to = $3, refused_at = null, claimed_until = null, last_error = null
  where id = $1 and sent_at is null`;

/** What is needed of a delivery to mark it. */
export type Going = Pick<Delivery, 'id'> & Partial<Pick<Delivery, 'to' | 'person'>>;

export const markSent = async (pool: pg.Pool, delivery: Going, answer = ''): Promise<void> => {
  const to = delivery.person === undefined ? (delivery.to ?? null) : null;
  await pool.query({ name: 'letter-sent', text: SENT, values: [delivery.id, kept(answer, delivery), to] });
};

/** Tried again after a pause that doubles with each failure, up to an hour; or never again by itself. */
const FAILED = `update deliveries set claimed_until = null, last_error = $2,
  refused_at = case when $4 then clock_timestamp() end,
  retry_at = clock_timestamp() + least($3 * 2 ^ least(attempts - 1, 30), 3600) * interval '1 second'
  where id = $1 and sent_at is null and refused_at is null and ($5::int is null or attempts = $5)`;

/** What became of a letter that did not go out: refused for good, or to be tried again after a pause. */
export interface NotSent {
  readonly why: string;
  readonly forGood: boolean;
  /** Which attempt it was: one whose claim was lost meanwhile says nothing any more. */
  readonly attempt?: number;
  readonly firstPauseSeconds?: number;
}

export const markFailed = async (pool: pg.Pool, delivery: Going, failed: NotSent): Promise<void> => {
  const { why, forGood, attempt, firstPauseSeconds = FIRST_PAUSE_SECONDS } = failed;
  const values = [delivery.id, kept(why, delivery), firstPauseSeconds, forGood, attempt ?? null];
  await pool.query({ name: 'letter-failed', text: FAILED, values });
};

const RETURNED = `update deliveries set returned_at = clock_timestamp(), returned_said = case when person is null then $2
    else regexp_replace($2, '[^\\s<>;]+@[^\\s<>;]+', person, 'g') end
  where regexp_replace(id, '[^A-Za-z0-9.-]', '.', 'g') = $1 and sent_at is not null and returned_at is null`;

/** A letter came back after a server had taken it. False where it is none of ours, or came back before. */
export const markReturned = async (pool: pg.Pool, localPart: string, said: string): Promise<boolean> =>
  ((await pool.query({ name: 'letter-returned', text: RETURNED, values: [localPart, kept(said)] })).rowCount ?? 0) > 0;

const RESEND = `with before as (select id, coalesce(last_error, returned_said) as said from deliveries
    where (refused_at is not null or returned_at is not null) and ($1::text[] is null or id = any ($1)) for update),
  noted as (insert into resends (letter, by, reason, said) select id, $2, $3, said from before)
  update deliveries o set refused_at = null, sent_at = null, returned_at = null, retry_at = '-infinity' from before b where o.id = b.id returning o.id`;

/** Has letters that were refused for good, or came back, go once more, all of them or those named; kept with who and why. Answers their ids. */
export const resendRefused = async (
  pool: pg.Pool,
  ids: readonly string[] | undefined,
  by: string,
  reason: string,
  office?: Office,
): Promise<string[]> => {
  const values = [ids ?? null, by, reason];
  const { rows } = await whileIn(pool, office, (db) =>
    db.query<{ id: string }>({ name: 'letters-resend', text: RESEND, values }),
  );
  return rows.map(({ id }) => id).sort();
};

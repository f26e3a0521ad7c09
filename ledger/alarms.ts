import { addressOf } from '../domain/letters/addresses.js';
import type { Mailboxes } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Difference } from './checker/check.js';
import type { Database } from './one-row.js';

/** A difference that the checker found, until two officers release it. While one is open nothing is collected by force from whom it concerns. */
export interface Alarm extends Difference {
  readonly id: number;
  /** The business instant at which it was found. */
  readonly raisedAt: Instant;
  readonly release?: { readonly by: string; readonly approvedBy: string; readonly reason: string; readonly recordedAt: Date };
}

interface Row {
  id: number;
  check_name: string;
  subject: string;
  found: string;
  units: string[] | null;
  raised_at: string;
  released_at: Date | null;
  released_by: string | null;
  released_approved_by: string | null;
  released_reason: string | null;
}

const alarmOf = (row: Row): Alarm => ({
  id: row.id,
  check: row.check_name,
  subject: row.subject,
  found: row.found,
  units: row.units,
  raisedAt: Number(row.raised_at),
  ...(row.released_at === null
    ? {}
    : {
        release: {
          by: row.released_by ?? '',
          approvedBy: row.released_approved_by ?? '',
          reason: row.released_reason ?? '',
          recordedAt: row.released_at,
        },
      }),
});

const COLUMNS =
  'id, check_name, subject, found, units, raised_at, released_at, released_by, released_approved_by, released_reason';
const RAISE = `with news as (
    insert into alarms (check_name, subject, found, units, raised_at)
    select j."check", j.subject, j.found, j.units, $2
    from jsonb_to_recordset($1::jsonb) j ("check" text, subject text, found text, units text[])
    on conflict do nothing returning ${COLUMNS}),
  told as (
    insert into outbox (id, unit, recipient, template, at, say)
    select 'alarm/' || id, 'city', $3, 'alarm', raised_at,
      jsonb_build_object('alarm', id::text, 'check', check_name, 'subject', subject, 'found', found,
        'units', array_to_string(units, '、')) from news)
  select ${COLUMNS} from news order by id`;

/**
 * Records differences and tells the city of each by mail, in one statement. Answers those that are new: the same
 * difference found again, or found after its release, raises no second alarm.
 */
export const raiseAlarms = async (
  db: Database,
  differences: readonly Difference[],
  at: Instant,
  mailboxes: Mailboxes = {},
): Promise<Alarm[]> => {
  if (differences.length === 0) return [];
  const city = addressOf('city', { unit: '', district: '', mailboxes });
  const values = [JSON.stringify(differences), at, city];
  return (await db.query<Row>({ name: 'alarms-raise', text: RAISE, values })).rows.map(alarmOf);
};

/** Alarms that nobody has released. */
export const openAlarms = async (db: Database): Promise<Alarm[]> => {
  const text = `select ${COLUMNS} from alarms where released_at is null order by id`;
  return (await db.query<Row>({ name: 'alarms-open', text })).rows.map(alarmOf);
};

/** Those of them that hold up the collections of a unit: they concern it, or the ledger as a whole. */
export const alarmsHolding = async (db: Database, unit: string): Promise<Alarm[]> => {
  const text = `select ${COLUMNS} from alarms where released_at is null and (units is null or $1 = any (units)) order by id`;
  return (await db.query<Row>({ name: 'alarms-holding', text, values: [unit] })).rows.map(alarmOf);
};

export const allAlarms = async (db: Database): Promise<Alarm[]> =>
  (await db.query<Row>({ name: 'alarms-all', text: `select ${COLUMNS} from alarms order by id` })).rows.map(alarmOf);

/** Who releases an alarm, with whose approval, and why. */
export interface Release {
  readonly by: string;
  readonly approvedBy: string;
  readonly reason: string;
}

const isOfficer = (who: string): boolean => /^city\/[^/\s]+$/.test(who);

const refused = (release: Release): Refusal | undefined => {
  if (release.reason.trim() === '')
    return refuse('bad-input', '解除警报须写明理由', 'state the reason for which the alarm is released');
  for (const who of [release.by, release.approvedBy])
    if (!isOfficer(who))
      return refuse('not-allowed', `${who} 不是市生态环境部门的人员`, `${who} is no officer of the city authority (city/…)`);
  return release.by === release.approvedBy
    ? refuse('same-officer', '解除警报须由两名人员办理', 'releasing an alarm needs two different officers')
    : undefined;
};

const RELEASE = `update alarms set released_at = recorded.at, released_by = $2, released_approved_by = $3, released_reason = $4
  from (select clock_timestamp() as at) recorded where id = $1 and released_at is null returning ${COLUMNS}`;

/** 解除警报: recorded with both officers and the reason; the collections that it held up go on where no other alarm does. */
export const releaseAlarm = async (db: Database, id: number, release: Release): Promise<Alarm | Refusal> => {
  const refusal = refused(release);
  if (refusal) return refusal;
  const { by, approvedBy, reason } = release;
  const { rows } = await db.query<Row>({ name: 'alarm-release', text: RELEASE, values: [id, by, approvedBy, reason] });
  if (rows[0]) return alarmOf(rows[0]);
  const known = await db.query({ name: 'alarm-known', text: 'select from alarms where id = $1', values: [id] });
  return known.rowCount === 0
    ? refuse('bad-input', `没有警报 ${String(id)}`, `there is no alarm ${String(id)}`)
    : refuse('already-done', `警报 ${String(id)} 已解除`, `alarm ${String(id)} is released already`);
};

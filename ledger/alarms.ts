import type { Instant } from '../domain/model/instant.js';
import type { Difference } from './checker/check.js';
import { oneRow, type Database } from './one-row.js';

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
const ADD = `with found as (
    select distinct on (j."check", j.subject, j.found) j.* from rows from
      (jsonb_to_recordset($1::jsonb) as ("check" text, subject text, found text, units text[])) with ordinality j ("check", subject, found, units, n)
    order by j."check", j.subject, j.found, j.n)
  insert into alarms (check_name, subject, found, units, raised_at)
    select f."check", f.subject, f.found, f.units, $2 from found f
    where not exists (select from alarms a where a.check_name = f."check" and a.subject = f.subject and a.found = f.found and a.over_at is null)
    order by f.n returning ${COLUMNS}`;

/** Adds the differences that are new to the list, in their order: one that was found ever since, released or not, is the same alarm. */
export const addAlarms = async (db: Database, differences: readonly Difference[], at: Instant): Promise<Alarm[]> => {
  const { rows } = await db.query<Row>({ name: 'alarms-add', text: ADD, values: [JSON.stringify(differences), at] });
  return rows.map(alarmOf).sort((a, b) => a.id - b.id);
};

const RELEASED = `update alarms set released_at = recorded.at, released_by = $2, released_approved_by = $3, released_reason = $4
  from (select clock_timestamp() as at) recorded where id = $1 and released_at is null`;

/** Marks an alarm as the case of the alarms has released it. */
export const markReleased = async (
  db: Database,
  id: number,
  { by, approvedBy, reason }: { readonly by: string; readonly approvedBy: string; readonly reason: string },
): Promise<void> => {
  await db.query({ name: 'alarm-released', text: RELEASED, values: [id, by, approvedBy, reason] });
};

const OVER = `from alarms a where a.released_at is not null and a.over_at is null and not exists
  (select from jsonb_to_recordset($1::jsonb) as f ("check" text, subject text, found text)
    where f."check" = a.check_name and f.subject = a.subject and f.found = a.found)`;

/** Whether a released alarm is over: what raised it is not among all the differences that there are. */
export const someAreOver = async (db: Database, all: readonly Difference[]): Promise<boolean> =>
  (await oneRow<{ some: boolean }>(db, 'alarms-some-over', `select exists (select ${OVER}) as some`, [JSON.stringify(all)])).some;

const END = `update alarms o set over_at = $2 where o.id in (select a.id ${OVER}) returning o.id`;

/** Marks them as over, in their order: found once more, the same is another alarm. */
export const markOver = async (db: Database, all: readonly Difference[], at: Instant): Promise<number[]> => {
  const { rows } = await db.query<{ id: number }>({ name: 'alarms-over', text: END, values: [JSON.stringify(all), at] });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
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

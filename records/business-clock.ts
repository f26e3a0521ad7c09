import type pg from 'pg';
import type { Clock } from '../domain/model/clock.js';
import { inTransaction, type Outcome } from './connection.js';

const SET = `insert into business_clock (wall0, business0) values ($1, $2)
  on conflict (one) do update set wall0 = excluded.wall0, business0 = excluded.business0`;
/** What happens to alarms and people happens by everybody's clock, whatever year is rehearsed. */
const BY_OTHER_CLOCKS = `kind in ('alarms', 'people')`;
const SET_CASES = `update cases set clock = jsonb_build_object('wall0', $1::bigint, 'business0', $2::bigint)
  where not ${BY_OTHER_CLOCKS}`;

/**
 * Sets the clock of a platform and of every case it has, never back: nothing that was played is undone. Throws on a platform in service. The
 * runs of the cases read it when they begin.
 */
export const setBusinessClock = (pool: pg.Pool, { wall0, business0 }: Clock): Promise<void> =>
  inTransaction(pool, async (db): Promise<Outcome<void>> => {
    await db.query(SET, [wall0, business0]);
    await db.query(SET_CASES, [wall0, business0]);
    return { keep: undefined };
  });

/** The latest instant that any case has played of those that go by the platform's clock. */
export async function latestPlayed(pool: pg.Pool): Promise<number> {
  const text = `select coalesce(max(played_to), 0)::float8 as at from cases where not ${BY_OTHER_CLOCKS}`;
  return (await pool.query<{ at: number }>(text)).rows[0]?.at ?? 0;
}

/** What the platform's clock shows: everybody's in service, its own where a year is rehearsed. */
export async function businessNow(pool: pg.Pool): Promise<number> {
  return (await pool.query<{ at: number }>('select business_now()::float8 as at')).rows[0]?.at ?? Number.NaN;
}

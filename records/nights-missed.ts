import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { oneRow } from '../ledger/one-row.js';
import { isoOf } from '../domain/model/instant.js';
import { endTroubles, noteTroubles, troubled } from './troubles.js';

/** A night that a server slept through is made up for within a day. */
const MISSED_AFTER_MS = 2 * 86_400_000;
const KIND = 'night';
const SUBJECT = 'nightly-check';
/** A night ends with the anchor of its day; the first one is awaited from the making of the platform on. */
const LAST = `select extract(epoch from greatest((select max(recorded_at) from anchors), (select made_at from platform)))::float8 * 1000 as at`;

/** Tells operators where no night has come to its end for long: its schedule is paused, or it fails; until one does. `now` is by the wall clock. */
export async function tellMissedNights(pool: pg.Pool, now: Instant): Promise<void> {
  const { at } = await oneRow<{ at: number | null }>(pool, 'night-last', LAST, []);
  if (at !== null && now - at > MISSED_AFTER_MS) {
    const since = isoOf(Math.floor(at));
    const said = `自 ${since} 起账簿未经夜间核对和锚定：请查看 Temporal 中的日程是否暂停 no night has checked and anchored the book since ${since}: look in Temporal whether its schedule is paused, or what it fails by`;
    await noteTroubles(pool, [{ kind: KIND, subject: SUBJECT, said }], now);
    return;
  }
  if ((await troubled(pool, KIND)).length > 0) await endTroubles(pool, KIND, [SUBJECT], now);
}

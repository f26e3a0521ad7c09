import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { inTransaction } from '../../records/connection.js';

export const SIGNS_WITH = 'ES256';
/** What a key has signed is valid for an hour at most: so long, and a day more, it stays published. */
const RETIRED_MS = 25 * 3_600_000;

/** The private keys of the provider: the one that signs first, then the one that will, then those that did. */
export type Keys = readonly JWK[];

const alone = `select pg_advisory_xact_lock(hashtextextended('identity.keys', 0))`;

async function addKey(client: pg.PoolClient, now: Instant, signs: boolean): Promise<void> {
  const { privateKey } = await generateKeyPair(SIGNS_WITH, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  await client.query('insert into identity.keys (kid, jwk, made_at, signs_from) values ($1, $2, $3, $4)', [
    kid,
    JSON.stringify({ ...jwk, kid, use: 'sig', alg: SIGNS_WITH }),
    now,
    signs ? now : null,
  ]);
}

async function readKeys(client: pg.PoolClient): Promise<Keys> {
  const { rows } = await client.query<{ jwk: JWK }>(
    `select jwk from identity.keys order by (signs_from is not null and retires_at is null) desc, signs_from is null desc, retires_at desc`,
  );
  return rows.map(({ jwk }) => jwk);
}

/** The provider's keys, made where there are none yet. */
const keysOf = (pool: pg.Pool, now: Instant): Promise<Keys> =>
  inTransaction(pool, async (client) => {
    await client.query(alone);
    if ((await readKeys(client)).length === 0) for (const signs of [true, false]) await addKey(client, now, signs);
    return { keep: await readKeys(client) };
  });

/** The next key, long known to everybody, signs from now on; a new one is published, the old one until what it signed has expired. */
export const rotateKeys = (pool: pg.Pool, now: Instant): Promise<Keys> =>
  inTransaction(pool, async (client) => {
    await client.query(alone);
    await client.query('delete from identity.keys where retires_at < $1', [now]);
    await client.query('update identity.keys set retires_at = $1 where signs_from is not null and retires_at is null', [
      now + RETIRED_MS,
    ]);
    await client.query('update identity.keys set signs_from = $1 where signs_from is null', [now]);
    await addKey(client, now, false);
    return { keep: await readKeys(client) };
  });

/** How long a key signs before the next one does. */
const SIGNS_MS = 30 * 24 * 3_600_000;

/** The keys as they are to be now: rotated where the one that signs has done so for a month. */
export async function dueKeys(pool: pg.Pool, now: Instant): Promise<Keys> {
  const { rowCount } = await pool.query('select from identity.keys where signs_from < $1 and retires_at is null', [
    now - SIGNS_MS,
  ]);
  return rowCount === 0 ? keysOf(pool, now) : rotateKeys(pool, now);
}

/** A secret of the provider's own, made where there is none yet and then the same for all of its processes. */
export async function secretNamed(pool: pg.Pool, name: string): Promise<string> {
  await pool.query('insert into identity.secrets (name, value) values ($1, $2) on conflict do nothing', [
    name,
    randomBytes(32).toString('base64url'),
  ]);
  const { rows } = await pool.query<{ value: string }>('select value from identity.secrets where name = $1', [name]);
  const [row] = rows;
  if (!row) throw new Error(`identity.secrets: ${name} was written and is not there`);
  return row.value;
}

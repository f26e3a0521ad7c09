import { errors, type Adapter, type AdapterPayload, type ClientMetadata } from 'oidc-provider';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';

/** What the provider asks of a machine client that is none of its own. */
export type FindClient = (clientId: string) => Promise<ClientMetadata | undefined>;

interface Row {
  readonly payload: AdapterPayload;
  readonly consumed_at: string | null;
}

const TABLE = 'identity.oidc_payloads';
const FOUND = `select payload, consumed_at from ${TABLE} where model = $1 and`;
const MOST = 1_000;

/** What the provider remembers of one kind of thing: codes, sessions, grants … */
class Payloads implements Adapter {
  private readonly model: string;
  private readonly pool: pg.Pool;
  private readonly now: () => Instant;
  constructor(model: string, pool: pg.Pool, now: () => Instant) {
    this.model = model;
    this.pool = pool;
    this.now = now;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const expires = expiresIn === undefined ? null : this.now() + expiresIn * 1_000;
    // what a machine client has said once is never overwritten: of two at the same time, one is refused
    const again =
      this.model === 'ReplayDetection'
        ? 'do nothing'
        : `do update set payload = excluded.payload, grant_id = excluded.grant_id, user_code = excluded.user_code,
             uid = excluded.uid, expires_at = excluded.expires_at`;
    const written = await this.pool.query(
      `insert into ${TABLE} (model, id, payload, grant_id, user_code, uid, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (model, id) ${again}`,
      [this.model, id, JSON.stringify(payload), payload.grantId, payload.userCode, payload.uid, expires],
    );
    if (written.rowCount === 0) throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.first('id = $2', id);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.first('user_code = $2', userCode);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first('uid = $2', uid);
  }

  private async first(which: string, value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.pool.query<Row>(`${FOUND} ${which} limit 1`, [this.model, value]);
    const [row] = rows;
    return row && { ...row.payload, ...(row.consumed_at === null ? {} : { consumed: Number(row.consumed_at) }) };
  }

  async consume(id: string): Promise<void> {
    const used = await this.pool.query(
      `update ${TABLE} set consumed_at = $3 where model = $1 and id = $2 and consumed_at is null`,
      [this.model, id, Math.floor(this.now() / 1_000)],
    );
    // of two who use it at the same time, one is too late
    if (used.rowCount === 0) throw new errors.InvalidGrant(`${this.model} already used`);
  }

  async destroy(id: string): Promise<void> {
    await this.pool.query(`delete from ${TABLE} where model = $1 and id = $2`, [this.model, id]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.pool.query(`delete from ${TABLE} where grant_id = $1`, [grantId]);
  }
}

/** Clients that are not the provider's own come from outside, with their keys; they are kept nowhere else. */
const clientsOf = (find: FindClient): Adapter => {
  const never = (): Promise<undefined> => Promise.resolve(undefined);
  const find1 = async (id: string): Promise<AdapterPayload | undefined> => await find(id);
  return {
    find: find1,
    upsert: never,
    findByUserCode: never,
    findByUid: never,
    consume: never,
    destroy: never,
    revokeByGrantId: never,
  };
};

/** Where the provider keeps what it remembers. */
export const payloadsIn =
  (pool: pg.Pool, find: FindClient, now: () => Instant) =>
  (model: string): Adapter =>
    model === 'Client' ? clientsOf(find) : new Payloads(model, pool, now);

/** Takes away what has expired, a bounded number at a time; answers how many. */
export async function forgetExpired(pool: pg.Pool, now: Instant): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from ${TABLE} where (model, id) in (select model, id from ${TABLE} where expires_at < $1 limit $2)`,
    [now, MOST],
  );
  const tries = await pool.query(
    `delete from identity.tries where key in (select key from identity.tries where expire < $1 limit $2)`,
    [now, MOST],
  );
  return (rowCount ?? 0) + (tries.rowCount ?? 0);
}

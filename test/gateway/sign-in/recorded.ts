import type pg from 'pg';
import type { SignInEntry } from '../../../parties/sign-ins.js';

/** What was recorded at the door to the house, the newest first. */
export async function recordedSignIns(pool: pg.Pool, most: number): Promise<Omit<SignInEntry, 'at'>[]> {
  const { rows } = await pool.query<Record<string, string | null>>(
    'select what, how, issuer, subject, client, why, network from sign_ins order by n desc limit $1',
    [most],
  );
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Omit<SignInEntry, 'at'>,
  );
}

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';

/** Crockford's: nothing that one takes for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

const newCode = (): string => {
  const text = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return text.replaceAll(/(.{4})(?!$)/g, '$1-');
};

/** A code as it is kept, however it was typed; undefined for what is none. */
export function readCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(bare) ? bare.replaceAll(/(.{4})(?!$)/g, '$1-') : undefined;
}

const MAKE = `with made as (insert into receipts (code, act_id, made_at) values ($2, $1, $3) on conflict (act_id) do nothing returning code)
  select code from made union all select code from receipts where act_id = $1 limit 1`;

/** The code of a request's receipt: made when it is asked for first, and the same ever after. */
export async function codeFor(pool: pg.Pool, act: string, now: Instant = Date.now()): Promise<string> {
  for (;;) {
    const { rows } = await pool.query<{ code: string }>({ name: 'receipt-code', text: MAKE, values: [act, newCode(), now] });
    // nobody saw it where another made it in the same moment
    if (rows[0]) return rows[0].code;
  }
}

export const actOfCode = async (pool: pg.Pool, code: string): Promise<string | undefined> =>
  (
    await pool.query<{ act: string }>({
      name: 'receipt-act',
      text: 'select act_id as act from receipts where code = $1',
      values: [code],
    })
  ).rows[0]?.act;

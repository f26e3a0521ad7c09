import type pg from 'pg';

/** Writes rows as they are kept, past whatever writes and watches them usually. */
export async function layRows(pool: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(text, [JSON.stringify(rows)]);
  } finally {
    await client.query('set session_replication_role = default');
    client.release();
  }
}

import type pg from 'pg';

/** Whatever is no part of what has happened: how the schema came about. A list of attempts, kept for operators, belongs here. */
const BESIDE: readonly string[] = ['schema_changes', 'attempts', 'letters', 'deliveries', 'calendar_dates'];
/** In which letter a notice stands, and how far that has got, is no part of it either. */
const PASSING: Readonly<Record<string, readonly string[]>> = {
  outbox: ['letter'],
};

/** One digest over the rows of each table of a book. */
export type Standing = ReadonlyMap<string, string>;

const TABLES = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1) order by 1`;
const digestOf = (table: string): string =>
  `select count(*) || ' rows ' || coalesce(md5(string_agg(said, E'\\n' order by said collate "C")), '') as digest
    from (select (to_jsonb(t) - $1::text[])::text as said from "${table}" t) rows`;

/** A digest of everything that stands in a book: cases, events, acts, accounts, lots, postings, letters, anchors, alarms. */
export async function bookAsItStands(pool: pg.Pool): Promise<Standing> {
  const { rows } = await pool.query<{ name: string }>(TABLES, [BESIDE]);
  const standing = new Map<string, string>();
  for (const { name } of rows) {
    const found = await pool.query<{ digest: string }>(digestOf(name), [PASSING[name] ?? []]);
    standing.set(name, found.rows[0]?.digest ?? '');
  }
  return standing;
}

/** Throws, with the tables that are not as they were. */
export async function expectUnmoved(pool: pg.Pool, before: Standing): Promise<void> {
  const after = await bookAsItStands(pool);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter((table) => before.get(table) !== after.get(table));
  if (moved.length > 0) throw new Error(`the book has moved: ${moved.join(', ')}`);
}

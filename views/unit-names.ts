import type { Book } from '../records/book.js';

const NAMES = `select distinct on (unit) unit, name from case_views where unit = any ($1) order by unit, opened_at desc`;

/** What units are called, as their latest case has it; of those that have one. */
export async function unitNames({ pool }: Book, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (units.length === 0) return new Map();
  const { rows } = await pool.query<{ unit: string; name: string }>({ name: 'view-unit-names', text: NAMES, values: [units] });
  return new Map(rows.map(({ unit, name }) => [unit, name]));
}

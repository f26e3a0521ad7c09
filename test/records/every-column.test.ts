import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, intruderIn, type TestDatabase } from './database.js';
import { foundWrong } from './everything-agrees.js';
import { after, allowances, Asker, credited, stepOf } from './steps.js';

/** Tables of which a line changed behind the book's back is to be found. */
const TABLES = [
  'accounts',
  'acts',
  'anchored_evidence',
  'anchored_heads',
  'anchors',
  'case_duties',
  'case_views',
  'cases',
  'events',
  'lots',
  'postings',
  'requests',
  'transactions',
];

/** Columns of them of which nothing tells when they are changed, and why. */
const UNTOLD: Readonly<Record<string, string>> = {
  'accounts.version': 'a count of changes: what was decided at another count is decided again',
  'anchors.recorded_at': 'the day of an anchor is anchored; this is when the machine wrote it',
  'cases.recorded_at': 'when the machine wrote it; what counts is the stamp',
  'cases.clock': 'the clock of a rehearsal; in service there is none',
  'cases.suspended': 'for operators: a case that is revived goes on whatever stands here',
  'events.recorded_at': 'when the machine wrote it; what counts is the stamp',
  'lots.expires_on': 'an amendment moves it, so that no anchor can hold it; events do not name it yet',
  'transactions.recorded_at': 'when the machine wrote it; what counts is the stamp',
};

/** Another value of a column, whatever stands there. */
const OTHER: Readonly<Record<string, string>> = {
  bigint: 'coalesce(COLUMN, 0) + 1',
  boolean: 'not coalesce(COLUMN, false)',
  date: `coalesce(COLUMN, '2024-01-01') + 1`,
  integer: 'coalesce(COLUMN, 0) + 1',
  jsonb: `coalesce(COLUMN, '{}') || '{"changed": true}'`,
  text: `coalesce(COLUMN, '') || 'x'`,
  'timestamp with time zone': `coalesce(COLUMN, '2024-01-01') + interval '1 day'`,
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}
const COLUMNS = `select table_name as table, column_name as column, data_type as type from information_schema.columns
  where table_schema = 'public' and table_name = any ($1) and is_generated = 'NEVER' order by table_name, ordinal_position`;

let written: TestDatabase;
let book: Book;
let intruder: pg.Client;
beforeAll(async () => {
  written = await bookDatabase();
  book = new Book(written.url);
  const asker = await new Asker(book, 'N1').open([credited(allowances('100'))]);
  await new Asker(book, 'N2').open([credited(allowances('5'))]);
  await asker.take(stepOf('act:asked', after(2)));
  await book.anchorHeads(after(23));
  intruder = await intruderIn(written);
}, 60_000);
afterAll(async () => {
  await intruder.end();
  await book.close();
  await written.drop();
});

const whatIsFound = async (): Promise<readonly unknown[]> => [
  ...(await foundWrong(book)),
  ...(await book.verifyAnchors([])).wrong,
];

/** Changes a column in every line of its table, looks, and puts the lines back. What the database does not take is found. */
const isTold = async ({ table, column, type }: Column, columns: readonly string[]): Promise<boolean> => {
  await intruder.query(`create temp table before as table ${table}`);
  try {
    const other = (OTHER[type] ?? '').replaceAll('COLUMN', `"${column}"`);
    const refused = await intruder.query(`update ${table} set "${column}" = ${other}`).then(
      ({ rowCount }) => {
        if (!rowCount) throw new Error(`${table} has no line to change`);
        return false;
      },
      (error: unknown) => {
        if (error instanceof pg.DatabaseError && error.code?.startsWith('23')) return true;
        throw error;
      },
    );
    return refused || (await whatIsFound().catch((error: unknown) => [error])).length > 0;
  } finally {
    const names = columns.map((name) => `"${name}"`).join(', ');
    await intruder.query(`delete from ${table}; insert into ${table} (${names}) select ${names} from before; drop table before`);
  }
};

describe('what is changed behind the book’s back', () => {
  it('is found in every column, or it is said why nothing hangs on it', { timeout: 300_000 }, async () => {
    expect(await whatIsFound()).toEqual([]);
    const { rows } = await intruder.query<Column>(COLUMNS, [TABLES]);
    const untold: string[] = [];
    for (const one of rows) {
      const columns = rows.filter(({ table }) => table === one.table).map(({ column }) => column);
      if (!(await isTold(one, columns))) untold.push(`${one.table}.${one.column}`);
    }
    expect(await whatIsFound()).toEqual([]);
    expect(untold).toEqual(Object.keys(UNTOLD));
  });
});

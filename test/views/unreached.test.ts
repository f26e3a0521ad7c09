import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { unreached } from '../../views/unreached.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { layRows } from './lay-rows.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url, { maxConnections: 2 });
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const viewOf = (unit: string, district: string): object => ({
  case_id: `2024/${unit}/compliance-cycle`,
  kind: 'compliance-cycle',
  unit,
  cycle: 2024,
  rehearsal: false,
  opened_at: 0,
  made: 1,
  name: unit,
  district,
  phase: 'report',
  closed: false,
  holds: [],
});

describe('units that letters do not reach', () => {
  it('the latest that failed is told, until one goes out to the same address: another channel, or one before, is none', async () => {
    const letters: object[] = [];
    const deliveries: object[] = [];
    type Fate = { readonly refused?: string; readonly sent?: string; readonly returned?: string; readonly channel?: string };
    const write = (unit: string, name: string, { refused, sent, returned, channel = 'mail' }: Fate): void => {
      letters.push({
        letter: name,
        party_kind: 'unit',
        party: unit,
        at: letters.length,
        daily: false,
        calendar: [],
        made_at: '2024-01-01',
      });
      deliveries.push({
        id: `${name}#1`,
        letter: name,
        channel,
        at: letters.length,
        receiver: 'x',
        last_error: `said to ${name}`,
        refused_at: refused ?? null,
        sent_at: sent ?? null,
        returned_at: returned ?? null,
      });
    };
    // two refused, and one that went out between them
    write('BJ-0001', 'a1', { refused: '2024-07-01T00:00:00Z' });
    write('BJ-0001', 'a2', { sent: '2024-07-02T00:00:00Z' });
    write('BJ-0001', 'a3', { refused: '2024-07-03T00:00:00Z' });
    // refused, and then one came through
    write('BJ-0002', 'b1', { refused: '2024-07-01T00:00:00Z' });
    write('BJ-0002', 'b2', { sent: '2024-07-01T00:00:01Z' });
    // what went out later went another way, or came back
    write('BJ-0003', 'c1', { refused: '2024-07-01T00:00:00Z' });
    write('BJ-0003', 'c2', { sent: '2024-07-02T00:00:00Z', channel: 'sms' });
    // of two that failed at one instant the newer
    write('BJ-0004', 'd1', { refused: '2024-07-05T00:00:00Z' });
    write('BJ-0004', 'd2', { refused: '2024-07-05T00:00:00Z' });
    write('BJ-0004', 'd3', { sent: '2024-07-06T00:00:00Z', returned: '2024-07-04T00:00:00Z' });
    await layRows(
      book.pool,
      'case_views',
      [
        ['BJ-0001', 'chaoyang'],
        ['BJ-0002', 'chaoyang'],
        ['BJ-0003', 'haidian'],
        ['BJ-0004', 'haidian'],
      ].map(([unit = '', district = '']) => viewOf(unit, district)),
    );
    await layRows(book.pool, 'letters', letters);
    await layRows(
      book.pool,
      'deliveries',
      deliveries.map((one) => ({ attempts: 1, retry_at: '-infinity', ...one })),
    );
    const told = async (district?: string): Promise<string[]> =>
      (await unreached(book.pool, district)).map(({ unit, letter, said }) => `${unit} ${letter} ${said}`);
    const [a, c, d] = ['BJ-0001 a3 said to a3', 'BJ-0003 c1 said to c1', 'BJ-0004 d2 said to d2'];
    expect(await told()).toEqual([a, c, d]);
    expect(await told('chaoyang')).toEqual([a]);
    expect(await told('haidian')).toEqual([c, d]);
  });
});

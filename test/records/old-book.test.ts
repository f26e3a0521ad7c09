import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBack } from '../../client/drill/read-back.js';
import { Door } from '../../desk/door.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import { claimPlatform } from '../../records/platform.js';
import { viewDifferences } from '../../records/verify-views.js';
import { opensOf } from '../../simulator/opening.js';
import { readScenario } from '../../simulator/scenario.js';
import { emptyDatabase, type TestDatabase } from './database.js';

const here = (name: string): string => fileURLToPath(new URL(`books/${name}`, import.meta.url));
const SCENARIO = readScenario(here('0.1.0.yaml'));
const EXPECTED = JSON.parse(readFileSync(here('0.1.0.expect.json'), 'utf8')) as Record<string, unknown>;

let database: TestDatabase;
let book: Book;
/** A book that version 0.1.0 wrote: units in the middle of a cycle, an amendment, trades, refusals, and an act that nobody has decided yet. */
beforeAll(async () => {
  database = await emptyDatabase();
  const loading = new Book(database.url, { maxConnections: 1 });
  await loading.pool.query(readFileSync(here('0.1.0.sql'), 'utf8'));
  await loading.close();
  await migrate(database.url);
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

describe('a book of version 0.1.0, migrated', () => {
  it('says what it said: every status, duty, holding, letter and refusal', async () => {
    expect(JSON.parse(JSON.stringify(await readBack(book, SCENARIO, opensOf(SCENARIO))))).toEqual(EXPECTED);
  });

  it('agrees with itself', async () => {
    expect(await checkBook(book.pool)).toEqual([]);
    expect(await viewDifferences(book.pool)).toEqual([]);
    expect((await book.verifyChains()).wrong).toBeUndefined();
    expect((await book.ledgerTotals()).balanced).toBe(true);
  });

  it('taken into service it is not asked for proposals that nobody made before there were any', async () => {
    const { rows } = await book.pool.query<{ n: number }>(
      `select count(*)::int as n from requests join acts using (act_id) where approved_by is not null and acts.state = 'applied'`,
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
    await claimPlatform(book.pool, 'service');
    const found = (await checkBook(book.pool)).filter(({ check }) => check === 'act-without-approval');
    expect(found).toEqual([]);
  });

  it('has every act of before as a request of its actor, each case in its part', async () => {
    expect(await book.actsAskedAs('act-17-BJ-0001')).toMatchObject([
      { asker: 'exchange', caseId: '2024/BJ-0001/compliance-cycle', role: 'decides', state: 'applied' },
      { asker: 'exchange', caseId: '2024/BJ-0002/compliance-cycle', role: 'told', state: 'applied' },
    ]);
    expect(await book.actsWaiting('2024/BJ-0001/compliance-cycle')).toMatchObject([
      { asker: 'BJ-0001', askedAs: 'key-later', role: 'decides', do: 'surrender' },
    ]);
  });

  it('sent again, an act of before is known; another content is not the same; a new one gets a number of its own', async () => {
    const door = new Door(book);
    const again = { by: 'BJ-0001', do: 'surrender', with: { quantity: '100' } };
    const concerns = [{ case: '2024/BJ-0001/compliance-cycle', role: 'decides' } as const];
    const ask = (raw: typeof again, id: string) => door.store({ raw, id }, raw, concerns);
    const known = await ask(again, 'key-later');
    expect(known).toMatchObject({ act: { id: 'key-later' }, before: [{ state: 'stored' }] });
    expect(await ask({ ...again, with: { quantity: '101' } }, 'key-later')).toMatchObject({ refused: 'id-used' });
    const fresh = await ask(again, 'another');
    expect(isRefusal(fresh) ? fresh : fresh.act.id).toMatch(/^\d+$/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { rebuildViews } from '../../records/rebuild-views.js';
import { viewDifferences } from '../../records/verify-views.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, openingOf, stepOf } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const shown = async (caseId: string): Promise<Record<string, unknown> | undefined> =>
  (await book.pool.query<Record<string, unknown>>('select * from case_views where case_id = $1', [caseId])).rows[0];
const duty = async (caseId: string, name: string): Promise<Record<string, unknown> | undefined> =>
  (
    await book.pool.query<Record<string, unknown>>(
      'select state, due_on::text as due_on, waits, missed from case_duties where case_id = $1 and duty = $2',
      [caseId, name],
    )
  ).rows[0];
const takeBack = (key: string, at: number) => stepOf(key, at, [{ kind: 'take-back', quantity: '1' }]);

describe('what is shown of a case', () => {
  it('is there with its first step, and follows each step in the same transaction', async () => {
    const asker = await new Asker(book, 'V1').open([credited(allowances('100'))]);
    expect(await shown('V1/2024')).toMatchObject({
      unit: 'V1',
      cycle: 2024,
      district: 'chaoyang',
      closed: false,
      status: 'open',
    });
    expect(await duty('V1/2024', 'first-report')).toMatchObject({ state: 'pending', due_on: '2024-06-15', waits: true });
    await asker.take(stepOf('at:1', after(1), [], { type: 'overdue', duty: 'first-report', turns: 'overdue' }));
    expect(await duty('V1/2024', 'first-report')).toMatchObject({ state: 'overdue', waits: true, missed: true });
    await asker.take(takeBack('act:v1', after(2)));
    expect(await shown('V1/2024')).toMatchObject({ figures: { takenBack: '1' }, status: 'open' });
    await asker.take(
      stepOf('act:v2', after(3), [], { type: 'first-report-filed', duty: 'first-report', turns: 'done', late: true }),
    );
    expect(await duty('V1/2024', 'first-report')).toMatchObject({ state: 'done', waits: false, missed: true });
    expect(await viewDifferences(book.pool)).toEqual([]);
  });

  it('is written with a step that nothing here remembers the case of', async () => {
    const asker = await new Asker(book, 'V2').open([credited(allowances('100'))]);
    const elsewhere = new Book(database.url);
    try {
      const there = Object.assign(new Asker(elsewhere, 'V2'), { seq: asker.seq, head: asker.head });
      await there.take(takeBack('at:2', after(1)));
      await asker.catchUp();
    } finally {
      await elsewhere.close();
    }
    await asker.take(takeBack('at:3', after(2)));
    expect((await shown('V2/2024'))?.['figures']).toMatchObject({ takenBack: '2' });
    expect(await viewDifferences(book.pool)).toEqual([]);
  });

  it('is not written where the step is not', async () => {
    const asker = await new Asker(book, 'V3').open();
    const before = await shown('V3/2024');
    const behind = { ...asker.posted(stepOf('at:4', after(1))), seq: 7, head: 'nowhere' };
    await expect(book.post(behind)).rejects.toThrow('the book does not');
    expect(await shown('V3/2024')).toEqual(before);
  });

  it('that somebody changed is named by case and part, and made anew from the events', async () => {
    await new Asker(book, 'V4').open();
    await book.pool.query(`update case_duties set state = 'done' where case_id = 'V4/2024' and n = 0`);
    await book.pool.query(`delete from case_views where case_id = 'V3/2024'`);
    await book.pool.query(`update case_views set made = 0 where case_id = 'V2/2024'`);
    expect((await viewDifferences(book.pool)).map(({ check, subject, found }) => [check, subject, found.slice(0, 24)])).toEqual([
      ['projection-differs', 'V2/2024', 'version 0 shows it, not '],
      ['projection-differs', 'V3/2024', 'nothing is shown of it'],
      ['projection-differs', 'V4/2024', 'its duties: [{"doneAt":n'],
    ]);
    // what is missing or older is made by a migration, what was changed by whoever asks for it
    expect(await rebuildViews(book.pool, 'missing')).toEqual({ cases: 2, untold: [] });
    expect((await viewDifferences(book.pool)).map(({ subject }) => subject)).toEqual(['V4/2024']);
    expect(await rebuildViews(book.pool)).toEqual({ cases: 4, untold: [] });
    expect(await viewDifferences(book.pool)).toEqual([]);
  });

  it('of an older version is left alone by a step, and made anew as a whole', async () => {
    const asker = await new Asker(book, 'V5').open([credited(allowances('5'))]);
    await book.pool.query(`update case_views set made = 0 where case_id = 'V5/2024'`);
    await asker.take(takeBack('at:5', after(1)));
    expect((await shown('V5/2024'))?.['figures']).toMatchObject({ takenBack: '0' });
    await rebuildViews(book.pool, 'missing');
    expect((await shown('V5/2024'))?.['figures']).toMatchObject({ takenBack: '1' });
  });

  it('and cannot be told stops no step: nothing is shown of the case, and the checker says why', async () => {
    const asker = await new Asker(book, 'V6').open();
    await asker.take(stepOf('at:6', after(1), [], { type: 'unit-left', with: {} }));
    await asker.take(stepOf('at:7', after(2), [], { type: 'unit-left', with: {} }));
    expect(asker.seq).toBe(3);
    expect(await shown('V6/2024')).toBeUndefined();
    expect(await viewDifferences(book.pool)).toMatchObject([
      { subject: 'V6/2024', found: expect.stringMatching(/^cannot be made: V6/) },
    ]);
    expect((await rebuildViews(book.pool)).untold).toMatchObject([{ caseId: 'V6/2024' }]);
    await asker.take(stepOf('at:8', after(3)));
  });

  it('made anew while steps go on loses none of them', async () => {
    const askers = await Promise.all(['W1', 'W2', 'W3'].map((unit) => new Asker(book, unit).open([credited(allowances('100'))])));
    const going = askers.map(async (asker) => {
      for (let n = 0; n < 15; n += 1) await asker.take(takeBack(`at:${String(100 + n)}`, after(n + 1)));
    });
    for (let n = 0; n < 4; n += 1) await rebuildViews(book.pool);
    await Promise.all(going);
    for (const { unit } of askers) expect((await shown(`${unit}/2024`))?.['figures']).toMatchObject({ takenBack: '15' });
    expect((await viewDifferences(book.pool)).map(({ subject }) => subject)).toEqual(['V6/2024']);
  });

  it('is told of the other side of a trade and of a case of each kind', async () => {
    const buyer = await new Asker(book, 'T2').open([credited(allowances('1'))]);
    const seller = await new Asker(book, 'T1').open([credited(allowances('100'))]);
    await seller.take(stepOf('act:t1', after(1), [{ kind: 'transfer', to: 'T2', quantity: '7', price: '50' }]));
    await new Asker(book, 'T3', 'T3/e/2024').open([], 'monthly-evidence');
    await new Asker(book, 'T4').open([], 'general-report');
    await buyer.catchUp();
    await buyer.take(takeBack('at:9', after(2)));
    expect((await shown('T3/e/2024'))?.['phase']).toBe('evidence');
    expect(openingOf('T4').terms.cycle).toBe(2024);
    expect((await viewDifferences(book.pool)).map(({ subject }) => subject)).toEqual(['V6/2024']);
  });
});

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, stepOf } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
}, 60_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

const filing = (actId: string, caseId: string, stamp: number): Parameters<Book['storeAct']>[0] => ({
  actId,
  caseIds: [caseId],
  stamp,
  do: 'submit-first-report',
  by: 'BJ-0001',
  with: { emissions: '98000', sealed: true },
});

describe('the door', () => {
  it('the same id again answers the first stamp; without a stamp it is the database clock, never before what was played', async () => {
    await new Asker(book, 'D1').open();
    expect(await book.storeAct(filing('d1-a', 'D1/2024', after(5)))).toEqual({ stamp: after(5), known: false });
    expect(await book.storeAct(filing('d1-a', 'D1/2024', after(9)))).toEqual({ stamp: after(5), known: true });
    const { stamp: _, ...unstamped } = filing('d1-b', 'D1/2024', 0);
    const before = Date.now();
    const { stamp } = await book.storeAct(unstamped);
    expect(Math.abs(stamp - before)).toBeLessThan(10_000);
    const future = Date.now() + 3_600_000;
    const asker = await new Asker(book, 'D2').open();
    await asker.take(stepOf(`at:${String(future)}`, future));
    expect(await book.storeAct({ ...unstamped, actId: 'd2-a', caseIds: ['D2/2024'] })).toEqual({ stamp: future, known: false });
  });

  it('two acts of one case never share a stamp of the clock, however many come at once; of two cases they may', async () => {
    for (const id of ['D17', 'D18']) await new Asker(book, id).open();
    const { stamp: _, ...unstamped } = filing('', 'D17/2024', 0);
    const stamps = await Promise.all(
      Array.from({ length: 40 }, (_none, n) => {
        const caseIds = n % 4 === 0 ? ['D17/2024', 'D18/2024'] : ['D17/2024'];
        return book.storeAct({ ...unstamped, actId: `d17-${String(n)}`, caseIds });
      }),
    );
    expect(new Set(stamps.map(({ stamp }) => stamp)).size).toBe(40);
  });

  it('an act for a case that is not there is an error, an act for none is kept', async () => {
    await expect(book.storeAct(filing('d3-a', 'NOBODY/2024', after(1)))).rejects.toThrow('not every case');
    await book.storeAct({ ...filing('d3-b', '', after(1)), caseIds: [] });
    await book.refuseAct('d3-b', { refused: 'unknown-unit', zh: '没有这个单位', en: 'no such unit' });
    expect(await book.actsRefused()).toEqual([
      expect.objectContaining({ id: 'd3-b', caseId: '', at: after(1), state: 'refused' }),
    ]);
  });

  it('an instant waits for acts stamped earlier and for no others, in order of stamp', async () => {
    const asker = await new Asker(book, 'D4').open();
    await book.storeAct(filing('d4-b', 'D4/2024', after(3)));
    await book.storeAct(filing('d4-a', 'D4/2024', after(2)));
    await book.storeAct(filing('d4-c', 'D4/2024', after(4)));
    for (const effects of [[], [credited(allowances('1'))]]) {
      const instant = stepOf(`at:${String(after(4))}`, after(4), effects);
      expect(await asker.ask(instant)).toEqual({ waitFor: ['d4-a', 'd4-b'] });
    }
    expect((await book.actsWaiting('D4/2024')).map((act) => act.id)).toEqual(['d4-a', 'd4-b', 'd4-c']);
    await asker.take(stepOf('act:d4-a', after(2)));
    await book.refuseAct('d4-b', { refused: 'not-sealed', zh: '未盖章', en: 'not sealed' });
    await asker.take(stepOf(`at:${String(after(4))}`, after(4)));
    expect((await book.actsById('d4-a'))[0]!.state).toBe('applied');
    expect((await book.actsById('d4-c'))[0]!.state).toBe('stored');
  });

  it('an act once refused is answered with its refusal, an act once applied cannot be refused', async () => {
    const asker = await new Asker(book, 'D5').open();
    await book.storeAct(filing('d5-a', 'D5/2024', after(1)));
    await book.storeAct(filing('d5-b', 'D5/2024', after(1)));
    const refusal = { refused: 'not-sealed', zh: '未盖章', en: 'not sealed' } as const;
    await book.refuseAct('d5-a', refusal);
    expect(await asker.ask(stepOf('act:d5-a', after(1)))).toEqual(refusal);
    expect(await asker.ask(stepOf('act:d5-a', after(1), [credited(allowances('1'))]))).toEqual(refusal);
    await asker.take(stepOf('act:d5-b', after(1)));
    await book.refuseAct('d5-b', refusal);
    expect((await book.actsById('d5-b'))[0]!.state).toBe('applied');
  });

  it('an instant that is called early waits for the clock that stamps', async () => {
    const asker = await new Asker(book, 'D7').open();
    for (const effects of [[], [credited(allowances('1'))]]) {
      const soon = Date.now() + 500;
      await asker.take(stepOf(`at:${String(soon)}`, soon, effects));
      const { rows } = await book.pool.query<{ now: string }>('select extract(epoch from clock_timestamp()) * 1000 as now');
      expect(Number(rows[0]!.now)).toBeGreaterThanOrEqual(soon);
      const { stamp } = await book.storeAct({
        actId: `d7-${String(soon)}`,
        caseIds: ['D7/2024'],
        do: 'surrender',
        by: 'D7',
        with: {},
      });
      expect(stamp).toBeGreaterThanOrEqual(soon);
      await asker.take(stepOf(`act:d7-${String(soon)}`, stamp));
    }
  });

  it('an act applied long ago is answered with its last event and its stamp; one not decided or refused is not', async () => {
    const asker = await new Asker(book, 'D8').open([credited(allowances('10'))]);
    for (const [n, id] of ['d8-a', 'd8-b', 'd8-c'].entries()) await book.storeAct(filing(id, 'D8/2024', after(1 + n)));
    // opened and credited are events 1 and 2; a take-back follows what the step itself records
    await asker.take(stepOf('act:d8-a', after(1), [{ kind: 'take-back', quantity: '1' }]));
    await book.refuseAct('d8-b', { refused: 'bad-input', zh: '错', en: 'wrong' });
    await asker.take(stepOf(`at:${String(after(2))}`, after(2)));
    expect(await book.appliedAct('d8-a')).toEqual({ caseId: 'D8/2024', seq: 4, at: after(1) });
    for (const id of ['d8-b', 'd8-c', 'd8-unknown']) expect(await book.appliedAct(id), id).toBeUndefined();
  });

  it('a trade applied long ago is answered from the seller’s case, or from the one that is named', async () => {
    const seller = await new Asker(book, 'D9S').open([credited(allowances('10'))]);
    await new Asker(book, 'D9B').open();
    await book.storeAct({ ...filing('d9', '', after(1)), caseIds: ['D9S/2024', 'D9B/2024'] });
    await seller.take(stepOf('act:d9', after(1), [{ kind: 'transfer', to: 'D9B', quantity: '4', price: '102' }]));
    expect(await book.appliedAct('d9')).toMatchObject({ caseId: 'D9S/2024', seq: seller.seq });
    expect(await book.appliedAct('d9', 'D9B/2024')).toEqual({ caseId: 'D9B/2024', seq: 2, at: after(1) });
  });

  it('an instant waits for a storing transaction that is still open, then sees its act', async () => {
    const asker = await new Asker(book, 'D6').open();
    for (const [n, effects] of [[], [credited(allowances('1'))]].entries()) {
      const door = new pg.Client({ connectionString: database.url });
      await door.connect();
      try {
        const id = `d6-${String(n)}`;
        await door.query('begin');
        await door.query(`select store_act($1, array['D6/2024'], $2, 'surrender', 'D6', null, '{}')`, [id, after(1)]);
        const asked = asker.ask(stepOf(`at:${String(after(2 + n))}`, after(2 + n), effects));
        const soon = new Promise((resolve) => setTimeout(resolve, 300, 'still waiting'));
        expect(await Promise.race([asked, soon])).toBe('still waiting');
        await door.query('commit');
        expect(await asked).toEqual({ waitFor: [id] });
        await asker.take(stepOf(`act:${id}`, after(1)));
      } finally {
        await door.end();
      }
    }
  });
});

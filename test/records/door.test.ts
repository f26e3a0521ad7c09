import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { IN_SERVICE } from '../../domain/model/clock.js';
import { after, allowances, Asker, credited, file, numberOf, OPENED, stepOf, type Filed } from './steps.js';

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

const filing = (id: string, caseId: string, stamp: number): Filed & { readonly stamp: number } => ({
  id,
  cases: [caseId],
  stamp,
  do: 'submit-first-report',
  by: 'BJ-0001',
  with: { emissions: '98000', sealed: true },
});
const actOf = async (id: string) => (await book.actsAskedAs(id))[0];

describe('the door', () => {
  it('the same id again answers the first stamp; without a stamp it is the database clock, never before what was played', async () => {
    await new Asker(book, 'D1').open();
    const first = await file(book, filing('d1-a', 'D1/2024', after(5)));
    expect(first).toMatchObject({ stamp: after(5), known: false, same: true });
    expect(await file(book, filing('d1-a', 'D1/2024', after(9)))).toEqual({ ...first, known: true });
    const { stamp: _, ...unstamped } = filing('d1-b', 'D1/2024', 0);
    const before = Date.now();
    const { stamp } = await file(book, unstamped);
    expect([stamp >= before, stamp <= Date.now()]).toEqual([true, true]);
    const future = Date.now() + 3_600_000;
    const asker = await new Asker(book, 'D2').open();
    await asker.take(stepOf(`at:${String(future)}`, future));
    expect(await file(book, { ...unstamped, id: 'd2-a', cases: ['D2/2024'] })).toMatchObject({ stamp: future, known: false });
  });

  it('the same id with another content, or for another case, is not the same, and stores nothing', async () => {
    for (const id of ['D19', 'D20']) await new Asker(book, id).open();
    const first = await file(book, filing('d19', 'D19/2024', after(1)));
    for (const other of [
      { ...filing('d19', 'D19/2024', after(2)), with: { emissions: '98001', sealed: true } },
      filing('d19', 'D20/2024', after(2)),
    ])
      expect(await file(book, other)).toEqual({ ...first, known: true, same: false });
    expect(await book.actsAskedAs('d19')).toMatchObject([{ caseId: 'D19/2024', at: after(1) }]);
    expect(await book.actsWaiting('D20/2024')).toEqual([]);
  });

  it('one id sent at once by many is stored once', async () => {
    await new Asker(book, 'D21').open();
    const { stamp: _, ...unstamped } = filing('d21', 'D21/2024', 0);
    const stored = await Promise.all(Array.from({ length: 20 }, () => file(book, unstamped)));
    expect(new Set(stored.map(({ act, stamp }) => `${act} ${String(stamp)}`)).size).toBe(1);
    expect(stored.filter(({ known }) => !known)).toHaveLength(1);
  });

  it('a stamp is never earlier than what a case has played, and a case in service takes none that is named', async () => {
    const asker = await new Asker(book, 'D22').open();
    await asker.take(stepOf(`at:${String(after(6))}`, after(6)));
    expect((await file(book, filing('d22', 'D22/2024', after(1)))).stamp).toBe(after(6));
    await new Asker(book, 'D23').open([], 'compliance-cycle', OPENED, IN_SERVICE);
    await expect(file(book, filing('d23', 'D23/2024', after(1)))).rejects.toThrow('only a rehearsal');
  });

  it('two acts of one case never share a stamp of the clock, however many come at once; of two cases they may', async () => {
    for (const id of ['D17', 'D18']) await new Asker(book, id).open();
    const { stamp: _, ...unstamped } = filing('', 'D17/2024', 0);
    const stamps = await Promise.all(
      Array.from({ length: 40 }, (_none, n) => {
        const cases = n % 4 === 0 ? ['D17/2024', 'D18/2024'] : ['D17/2024'];
        return file(book, { ...unstamped, id: `d17-${String(n)}`, cases });
      }),
    );
    expect(new Set(stamps.map(({ stamp }) => stamp)).size).toBe(40);
  });

  it('an act for a case that is not there is an error; one refused before any case is kept with its refusal', async () => {
    await expect(file(book, filing('d3-a', 'NOBODY/2024', after(1)))).rejects.toThrow('not every case');
    const refusal = { refused: 'unknown-unit', zh: '没有这个单位', en: 'no such unit' } as const;
    const { cases: _, stamp, ...rest } = { ...filing('d3-b', '', after(1)), with: {} };
    const what = { asker: 'BJ-0001', asked: '', cases: [], do: rest.do ?? '', by: 'BJ-0001', with: {} };
    await book.store({ ...what, id: rest.id, stamp, state: 'refused', refusal });
    expect(await book.actsRefused()).toEqual([
      expect.objectContaining({ askedAs: 'd3-b', caseId: '', at: after(1), state: 'refused', refusal }),
    ]);
  });

  it('an instant waits for acts stamped earlier and for no others, in order of stamp; so does an act', async () => {
    const asker = await new Asker(book, 'D4').open();
    await file(book, filing('d4-b', 'D4/2024', after(3)));
    await file(book, filing('d4-a', 'D4/2024', after(2)));
    await file(book, filing('d4-c', 'D4/2024', after(4)));
    const numbers = (...ids: string[]): string[] => ids.map((id) => numberOf(book, id));
    for (const effects of [[], [credited(allowances('1'))]]) {
      const instant = stepOf(`at:${String(after(4))}`, after(4), effects);
      expect(await asker.ask(instant)).toEqual({ waitFor: numbers('d4-a', 'd4-b') });
      expect(await asker.ask(stepOf('act:d4-b', after(3), effects))).toEqual({ waitFor: numbers('d4-a') });
    }
    expect((await book.actsWaiting('D4/2024')).map(({ askedAs }) => askedAs)).toEqual(['d4-a', 'd4-b', 'd4-c']);
    await asker.take(stepOf('act:d4-a', after(2)));
    await book.refuseAct(numberOf(book, 'd4-b'), 'D4/2024', { refused: 'not-sealed', zh: '未盖章', en: 'not sealed' });
    await asker.take(stepOf(`at:${String(after(4))}`, after(4)));
    expect((await actOf('d4-a'))?.state).toBe('applied');
    expect((await actOf('d4-c'))?.state).toBe('stored');
  });

  it('an act once refused is answered with its refusal, an act once applied cannot be refused', async () => {
    const asker = await new Asker(book, 'D5').open();
    await file(book, filing('d5-a', 'D5/2024', after(1)));
    await file(book, filing('d5-b', 'D5/2024', after(1)));
    const refusal = { refused: 'not-sealed', zh: '未盖章', en: 'not sealed' } as const;
    await book.refuseAct(numberOf(book, 'd5-a'), 'D5/2024', refusal);
    expect(await asker.ask(stepOf('act:d5-a', after(1)))).toEqual(refusal);
    expect(await asker.ask(stepOf('act:d5-a', after(1), [credited(allowances('1'))]))).toEqual(refusal);
    await asker.take(stepOf('act:d5-b', after(1)));
    await book.refuseAct(numberOf(book, 'd5-b'), 'D5/2024', refusal);
    expect((await actOf('d5-b'))?.state).toBe('applied');
  });

  it('an instant that is called early waits for the clock that stamps', async () => {
    const asker = await new Asker(book, 'D7').open([], 'compliance-cycle', OPENED, IN_SERVICE);
    for (const effects of [[], [credited(allowances('1'))]]) {
      const soon = Date.now() + 500;
      await asker.take(stepOf(`at:${String(soon)}`, soon, effects));
      const { rows } = await book.pool.query<{ now: string }>('select extract(epoch from clock_timestamp()) * 1000 as now');
      expect(Number(rows[0]!.now)).toBeGreaterThanOrEqual(soon);
      const { stamp } = await file(book, { id: `d7-${String(soon)}`, cases: ['D7/2024'], do: 'surrender', by: 'D7' });
      expect(stamp).toBeGreaterThanOrEqual(soon);
      await asker.take(stepOf(`act:d7-${String(soon)}`, stamp));
    }
  });

  it('an instant far ahead is not played in service, whoever asks', async () => {
    const asker = await new Asker(book, 'D24').open([], 'compliance-cycle', OPENED, IN_SERVICE);
    const far = Date.UTC(2099, 0, 1);
    for (const effects of [[], [credited(allowances('1'))]])
      expect(await asker.ask(stepOf(`at:${String(far)}`, far, effects))).toEqual({ notCome: true });
    expect((await book.readCase('D24/2024'))?.seq).toBe(1);
  });

  it('a step that would go back in time is an error, and nothing is written', async () => {
    const asker = await new Asker(book, 'D25').open();
    await asker.take(stepOf(`at:${String(after(6))}`, after(6)));
    for (const effects of [[], [credited(allowances('1'))]])
      await expect(asker.ask(stepOf(`at:${String(after(5))}`, after(5), effects))).rejects.toThrow('goes back in time');
    expect((await book.readCase('D25/2024'))?.seq).toBe(2);
  });

  it('an act applied long ago has its last event; one not decided or refused has none', async () => {
    const asker = await new Asker(book, 'D8').open([credited(allowances('10'))]);
    for (const [n, id] of ['d8-a', 'd8-b', 'd8-c'].entries()) await file(book, filing(id, 'D8/2024', after(1 + n)));
    // opened and credited are events 1 and 2; a take-back follows what the step itself records
    await asker.take(stepOf('act:d8-a', after(1), [{ kind: 'take-back', quantity: '1' }]));
    await book.refuseAct(numberOf(book, 'd8-b'), 'D8/2024', { refused: 'bad-input', zh: '错', en: 'wrong' });
    expect(await book.lastEventOf(numberOf(book, 'd8-a'), 'D8/2024')).toBe(4);
    for (const id of ['d8-b', 'd8-c']) expect(await book.lastEventOf(numberOf(book, id), 'D8/2024'), id).toBeUndefined();
  });

  it('a trade is decided by the seller’s case, once the buyer’s has played up to it; decided, both have it', async () => {
    const seller = await new Asker(book, 'D9S').open([credited(allowances('10'))]);
    await new Asker(book, 'D9B').open();
    const filed = { asker: 'x', id: 'd9', asked: '', do: 'settle-trade', by: 'x', with: {}, stamp: after(1) };
    const { act } = await book.store({
      ...filed,
      cases: [
        { case: 'D9S/2024', role: 'decides' },
        { case: 'D9B/2024', role: 'told' },
      ],
    });
    const step = stepOf(`act:${act}`, after(1), [{ kind: 'transfer', to: 'D9B', quantity: '4', price: '102' }]);
    const posted = { ...seller.posted(step), act: { id: act, do: 'settle-trade', by: 'x', at: after(1), with: {} } };
    expect(await book.post(posted)).toEqual({ waitFor: [act] });
    await book.markReady('D9B/2024', [act]);
    expect(await book.post(posted)).toHaveProperty('head');
    expect((await book.actsById(act)).map(({ role, state }) => [role, state])).toEqual([
      ['decides', 'applied'],
      ['told', 'applied'],
    ]);
    expect([await book.lastEventOf(act, 'D9S/2024'), await book.lastEventOf(act, 'D9B/2024')]).toEqual([4, 2]);
  });

  it('an instant waits for a storing transaction that is still open, then sees its act', async () => {
    const asker = await new Asker(book, 'D6').open();
    for (const [n, effects] of [[], [credited(allowances('1'))]].entries()) {
      const door = new pg.Client({ connectionString: database.url });
      await door.connect();
      try {
        const filed = { asker: 'D6', id: `d6-${String(n)}`, asked: '', do: 'surrender', by: 'D6', with: {}, stamp: after(1 + n) };
        await door.query('begin');
        const { rows } = await door.query<{ act: string }>('select act_id as act from store_request($1)', [
          JSON.stringify({ ...filed, cases: [{ case: 'D6/2024', role: 'decides' }] }),
        ]);
        const act = rows[0]?.act ?? '';
        const asked = asker.ask(stepOf(`at:${String(after(2 + n))}`, after(2 + n), effects));
        const soon = new Promise((resolve) => setTimeout(resolve, 300, 'still waiting'));
        expect(await Promise.race([asked, soon])).toBe('still waiting');
        await door.query('commit');
        expect(await asked).toEqual({ waitFor: [act] });
        await book.refuseAct(act, 'D6/2024', { refused: 'not-sealed', zh: '', en: '' });
        await asker.take(stepOf(`at:${String(after(2 + n))}`, after(2 + n), effects));
      } finally {
        await door.end();
      }
    }
  });
});

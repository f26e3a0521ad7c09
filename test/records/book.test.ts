import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import { bookDatabase, emptyDatabase, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, OPENED, openingOf, reminder, stepOf } from './steps.js';

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

describe('one step, one transaction', () => {
  it('a first step enters case, account, events and mails', async () => {
    const asker = await new Asker(book, 'A1').open([credited(allowances('5000')), reminder]);
    const stored = (await book.readCase('A1/2024'))!;
    expect(stored.opening).toEqual(openingOf('A1'));
    expect([stored.seq, stored.head, stored.cycle, stored.openedAt]).toEqual([asker.seq, asker.head, 2024, OPENED]);
    expect(stored.steps.map((step) => step.key)).toEqual(['open']);
    expect(stored.events[0]).toMatchObject({ seq: 1, type: 'case-opened', by: 'platform' });
    const lot = { lot: 'A1/L1', n: 1, product: 'allowance', vintage: 2022, quantity: '5000' };
    expect(await book.account('A1')).toEqual({
      unit: 'A1',
      mail: 'ops@a1.example',
      lots: [lot],
      debt: '0',
      shortfall: '0',
      frozen: false,
    });
    expect(await book.outboxOf({ unit: 'A1' })).toEqual([
      expect.objectContaining({
        id: 'A1/2024/1/1',
        recipient: 'ops@a1.example',
        template: 'reminder',
        duty: 'first-report',
        at: OPENED,
        say: { days: '7' },
        attempts: 0,
      }),
    ]);
  });

  it('the same step again answers what was stored and writes nothing', async () => {
    const asker = await new Asker(book, 'A2').open();
    for (const effects of [[reminder], [credited(allowances('70'))]]) {
      const step = stepOf(`act:twice-${effects[0]!.kind}`, after(1), effects);
      const first = await asker.ask(step);
      const second = await asker.ask(step);
      expect(second).toEqual(first);
      await asker.take(step);
    }
    expect((await book.readCase('A2/2024'))!.steps.map((step) => step.key)).toEqual([
      'open',
      'act:twice-mail',
      'act:twice-credit',
    ]);
    expect(await book.outboxOf({ caseId: 'A2/2024' })).toHaveLength(1);
    expect((await book.account('A2'))!.lots.map((lot) => lot.quantity)).toEqual(['70']);
  });

  it('the first step again answers what was stored', async () => {
    const first = await new Asker(book, 'A3').open([credited(allowances('10'))]);
    const second = await new Asker(book, 'A3').open([credited(allowances('10'))]);
    expect([second.seq, second.head]).toEqual([first.seq, first.head]);
    expect((await book.account('A3'))!.lots).toHaveLength(1);
  });

  it('a book that is ahead hands over every step the asker has not seen, its own among them', async () => {
    const asker = await new Asker(book, 'A4').open();
    const late = new Asker(book, 'A4');
    late.seq = asker.seq;
    late.head = asker.head;
    const [one, two] = [stepOf('act:one', after(1)), stepOf('act:two', after(2))];
    const written = [await asker.take(one), await asker.take(two)];
    const ahead = [
      { key: 'act:one', ...written[0] },
      { key: 'act:two', ...written[1] },
    ];
    expect(await late.ask(stepOf('act:three', after(3)))).toEqual({ ahead });
    expect(await late.ask(one)).toEqual({ ahead });
    expect(await book.since('A4/2024', 1)).toEqual(ahead);
  });

  it('a cause that was taken long ago makes no second step', async () => {
    const asker = await new Asker(book, 'A5').open();
    const first = await asker.take(stepOf('act:old', after(1)));
    await asker.take(stepOf('act:newer', after(2)));
    expect(await asker.ask(stepOf('act:old', after(3)))).toEqual(first);
    expect(await asker.ask(stepOf('act:old', after(3), [credited(allowances('1'))]))).toEqual(first);
    expect((await book.readCase('A5/2024'))!.seq).toBe(3);
    expect((await book.account('A5'))!.lots).toEqual([]);
  });

  it('a refusal writes nothing', async () => {
    const refusing = new Book(database.url, {
      carry: () => ({ refused: 'insufficient-holdings', zh: '不足', en: 'not enough' }),
    });
    try {
      const before = await new Asker(book, 'A6').open([credited(allowances('5'))]);
      const asker = new Asker(refusing, 'A6');
      asker.seq = before.seq;
      asker.head = before.head;
      for (const effects of [[reminder], [credited(allowances('1'))]])
        expect(await asker.ask(stepOf('act:no', after(1), effects))).toMatchObject({ refused: 'insufficient-holdings' });
      const opening = { ...asker.posted(stepOf('open', OPENED)), caseId: 'A6/new', seq: 0, head: '', opening: openingOf('A6') };
      expect(await refusing.post(opening)).toMatchObject({ refused: 'insufficient-holdings' });
      expect((await book.readCase('A6/2024'))!.seq).toBe(before.seq);
      expect(await book.readCase('A6/new')).toBeUndefined();
      expect(await book.outboxOf({ unit: 'A6' })).toEqual([]);
    } finally {
      await refusing.close();
    }
  });

  it('an asker who stands where the book has never been is an error, and so is a case that is not there', async () => {
    const asker = await new Asker(book, 'A7').open();
    asker.head = 'f'.repeat(64);
    await expect(asker.ask(stepOf('act:x', after(1)))).rejects.toThrow('the asker stands at event 1');
    await expect(new Asker(book, 'A8').ask(stepOf('act:x', after(1)))).rejects.toThrow('A8/2024 is not in the book');
    await expect(asker.ask({ ...stepOf('act:x', after(1)), events: [] })).rejects.toThrow('has no event');
  });

  it('one of two askers with different steps is told that the book is ahead', async () => {
    const asker = await new Asker(book, 'A9').open();
    for (const effects of [[], [credited(allowances('1'))]]) {
      const answers = await Promise.all(
        [1, 2, 3, 4].map((n) => asker.ask(stepOf(`act:${String(effects.length)}-${String(n)}`, after(n), effects))),
      );
      expect(answers.filter((answer) => 'head' in answer)).toHaveLength(1);
      expect(answers.filter((answer) => 'ahead' in answer && answer.ahead.length === 1)).toHaveLength(3);
      await asker.catchUp();
    }
  });
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

describe('the schema', () => {
  it('is made once by many who come at the same time', async () => {
    const fresh = await emptyDatabase();
    try {
      await Promise.all([1, 2, 3, 4].map(async () => migrate(fresh.url)));
      const other = new Book(fresh.url);
      expect(await other.allCases()).toEqual([]);
      await other.close();
    } finally {
      await fresh.drop();
    }
  }, 60_000);
});

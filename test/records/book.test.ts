import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { emptyDatabase as emptied } from '../../client/demo/empty-database.js';
import { migrate } from '../../records/migrate.js';
import { bookDatabase, emptyDatabase, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, OPENED, openingOf, reminder, stepOf } from './steps.js';

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
      lots: [lot],
      debt: '0',
      shortfall: '0',
      frozen: false,
    });
    expect(await book.outboxOf({ unit: 'A1' })).toEqual([
      expect.objectContaining({
        id: 'A1/2024/1/1',
        party: { kind: 'unit', id: 'A1' },
        template: 'reminder',
        duty: 'first-report',
        at: OPENED,
        say: { days: '7' },
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
    await expect(new Asker(book, 'A8').ask(stepOf('at:1', after(1)))).rejects.toThrow('A8/2024 is not in the book');
    await expect(asker.ask({ ...stepOf('act:x', after(1)), events: [] })).rejects.toThrow('has no event');
  });

  it('one of two askers with different steps is told that the book is ahead', async () => {
    const asker = await new Asker(book, 'A9').open();
    for (const effects of [[], [credited(allowances('1'))]]) {
      const answers = await Promise.all(
        [1, 2, 3, 4].map((n) => asker.ask(stepOf(`act:${String(effects.length)}-${String(n)}`, after(1), effects))),
      );
      expect(answers.filter((answer) => 'head' in answer)).toHaveLength(1);
      expect(answers.filter((answer) => 'ahead' in answer && answer.ahead.length === 1)).toHaveLength(3);
      await asker.catchUp();
    }
  });
});

describe('the schema', () => {
  it('is made once by many who come at the same time, and again where everything was dropped', async () => {
    const fresh = await emptyDatabase();
    try {
      await Promise.all([1, 2, 3, 4].map(async () => migrate(fresh.url)));
      const other = new Book(fresh.url);
      expect(await other.allCases()).toEqual([]);
      await other.close();
      // a training twin that is reset
      await emptied(fresh.url);
      await migrate(fresh.url);
    } finally {
      await fresh.drop();
    }
  });
});

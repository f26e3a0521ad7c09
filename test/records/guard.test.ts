import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, file, numberOf, stepOf, type Filed } from './steps.js';
import { seen } from '../seen.js';

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

describe('the book is the guard: what a message says besides the number is believed by nobody', () => {
  const act = (number: string, more: object = {}) => ({
    id: number,
    do: 'submit-first-report',
    by: 'BJ-0001',
    at: after(1),
    with: { emissions: '98000', sealed: true },
    ...more,
  });

  it('a number that was never given, another content, stamp, asker or approval, another case’s act: unknown, and noted', async () => {
    const asker = await new Asker(book, 'G1').open([credited(allowances('10'))]);
    await new Asker(book, 'G2').open();
    await file(book, filing('g1', 'G1/2024', after(1)));
    await file(book, filing('g2', 'G2/2024', after(1)));
    const [mine, others] = [numberOf(book, 'g1'), numberOf(book, 'g2')];
    const forged = [
      act('999999'),
      act(others),
      act(mine, { do: 'allocate' }),
      act(mine, { by: 'nobody' }),
      act(mine, { approvedBy: 'city/b' }),
      act(mine, { at: after(2) }),
      act(mine, { with: { emissions: '1', sealed: true } }),
    ];
    for (const effects of [[], [credited(allowances('1000000'))], [{ kind: 'take-back', quantity: '1' } as const]])
      for (const one of forged) {
        const step = stepOf(`act:${one.id}`, one.at, effects);
        expect(
          await book.post({ ...asker.posted(step), step: { ...step, of: { case: 'G1/2024', cycle: 2024 } }, act: one }),
        ).toHaveProperty('unknown');
      }
    // and nothing at all is named
    const bare = stepOf(`act:${mine}`, after(1), [credited(allowances('1000000'))]);
    expect(await book.post(asker.posted(bare))).toHaveProperty('unknown');
    expect((await book.readCase('G1/2024'))?.seq).toBe(asker.seq);
    expect((await actOf('g1'))?.state).toBe('stored');
    const { attemptsIn } = await import('../../records/attempts.js');
    expect((await attemptsIn(book.pool)).filter(({ caseId }) => caseId === 'G1/2024').length).toBeGreaterThan(0);
    // as it was stored, it is taken, and its first event names what was asked
    const taken = await asker.take(stepOf('act:g1', after(1)));
    expect(taken.events[0]?.request).toMatch(/^[0-9a-f]{64}$/);
  });

  const movement = [{ kind: 'take-back', quantity: '1' } as const];

  it('a movement and nothing else waits like any other: for an act stamped before it, for the case that decides it', async () => {
    const asker = await new Asker(book, 'G3').open([credited(allowances('10'))]);
    await new Asker(book, 'G4').open();
    await file(book, filing('g3', 'G3/2024', after(1)));
    await file(book, filing('g4', 'G3/2024', after(2)));
    expect(await asker.ask(stepOf('act:g4', after(2), movement))).toEqual({ waitFor: [numberOf(book, 'g3')] });
    await asker.take(stepOf('act:g3', after(1), movement));
    await asker.take(stepOf('act:g4', after(2), movement));
    expect((await actOf('g4'))?.state).toBe('applied');
    await file(book, { ...filing('g5', 'G3/2024', after(3)), cases: ['G3/2024', 'G4/2024'], roles: ['after', 'decides'] });
    expect(await asker.ask(stepOf('act:g5', after(3), movement))).toEqual({ waitFor: [numberOf(book, 'g5')] });
  });

  it('an act that is refused while its movement is written is refused: nothing of it is written', async () => {
    const asker = await new Asker(book, 'G6').open([credited(allowances('10'))]);
    await file(book, filing('g6', 'G6/2024', after(1)));
    const other = await book.pool.connect();
    try {
      await other.query('begin');
      const refusal = JSON.stringify({ refused: 'not-now', detail: {} });
      await other.query('select refuse_act($1, $2, $3)', [numberOf(book, 'g6'), 'G6/2024', refusal]);
      const answer = asker.ask(stepOf('act:g6', after(1), movement));
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await seen('a step that waits for the refusal', async () => (await book.pool.query(waiting)).rowCount !== 0);
      await other.query('commit');
      expect(await answer).toMatchObject({ refused: 'not-now' });
    } finally {
      other.release();
    }
    expect((await book.readCase('G6/2024'))?.seq).toBe(asker.seq);
  });
});

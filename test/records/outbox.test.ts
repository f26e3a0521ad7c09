import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after, Asker, reminder, stepOf } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  const asker = await new Asker(book, 'M1').open();
  for (const hour of [1, 2, 3, 4])
    await asker.take(
      stepOf(`at:${String(after(hour))}`, after(hour), [reminder, { kind: 'mail', to: 'city', template: 'escalation' }]),
    );
}, 60_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ids = (mails: readonly { readonly id: string }[]): string[] => mails.map(({ id }) => id).sort();

describe('what leaves a case leaves by the outbox', () => {
  it('of each receiver one letter is claimed at a time, and never by two', async () => {
    const claims = await Promise.all([book.claimLetters(5), book.claimLetters(5)]);
    expect(ids(claims.flat())).toEqual(['M1/2024/2/1', 'M1/2024/2/2']);
    expect(await book.claimLetters(5)).toEqual([]);
    for (const id of ['M1/2024/2/1', 'M1/2024/2/2']) await book.letterSent(id);
    expect(ids(await book.claimLetters(5))).toEqual(['M1/2024/3/1', 'M1/2024/3/2']);
  });

  it('whoever dies with a claim loses it when the lease runs out, and a letter that was sent stays sent', async () => {
    await book.letterSent('M1/2024/3/2');
    await book.pool.query(`update outbox set claimed_until = clock_timestamp() where id = 'M1/2024/3/1'`);
    expect(ids(await book.claimLetters(1, 1))).toEqual(['M1/2024/3/1']);
    await pause(1_100);
    const [again] = await book.claimLetters(1);
    expect(again).toMatchObject({ id: 'M1/2024/3/1', attempts: 3 });
    await book.letterSent('M1/2024/3/1');
    await book.letterFailed('M1/2024/3/1', { why: 'too late', forGood: true });
    expect((await book.outboxOf({ refused: true })).length).toBe(0);
  });

  it('one that fails for now is tried again after a pause; one that is refused for good is not, and both tell why', async () => {
    const claimed = await book.claimLetters(5);
    expect(ids(claimed)).toEqual(['M1/2024/4/1', 'M1/2024/4/2']);
    await book.letterFailed('M1/2024/4/1', { why: '451 later', forGood: false, firstPauseSeconds: 1 });
    await book.letterFailed('M1/2024/4/2', { why: `550 ${'x'.repeat(1_000)}`, forGood: true });
    expect(await book.outboxOf({ refused: true })).toEqual([
      expect.objectContaining({ id: 'M1/2024/4/2', lastError: expect.stringMatching(/^550 x{496}$/) as string }),
    ]);
    // while the first pauses, the next of its receiver goes
    expect(ids(await book.claimLetters(5))).toEqual(['M1/2024/5/1', 'M1/2024/5/2']);
    for (const id of ['M1/2024/5/1', 'M1/2024/5/2']) await book.letterSent(id);
    await pause(1_100);
    expect(ids(await book.claimLetters(5))).toEqual(['M1/2024/4/1']);
    await book.letterSent('M1/2024/4/1');
    expect(await book.outboxOf({ waiting: true })).toEqual([]);
  });

  it('mails are read in order of instant, unit, template, recipient, and keep their addresses', async () => {
    const mails = await book.outboxOf({ caseId: 'M1/2024' });
    expect(mails.slice(0, 3).map(({ at, template, recipient }) => [at, template, recipient])).toEqual([
      [after(1), 'escalation', 'city@authority.example'],
      [after(1), 'reminder', 'ops@m1.example'],
      [after(2), 'escalation', 'city@authority.example'],
    ]);
    expect(mails.filter((mail) => mail.sentAt instanceof Date)).toHaveLength(mails.length - 1);
  });
});

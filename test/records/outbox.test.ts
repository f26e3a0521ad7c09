import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { resendRefused } from '../../records/outbox.js';
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

describe('front §8 — what a server says is kept, and what it refused for good goes once more when an operator says so', () => {
  it('is one line of bounded length, whatever it is made of', async () => {
    await book.pool.query(
      `insert into outbox (id, unit, recipient, template, at) select 'r/' || n, 'u', 'x@r' || n || '.example', 'alarm', 0 from generate_series(1, 3) n`,
    );
    const claimed = await book.claimLetters(5);
    expect(ids(claimed)).toEqual(['r/1', 'r/2', 'r/3']);
    await book.letterSent('r/1', '250 2.0.0 OK\r\nqueued\u0000as 1');
    await book.letterFailed('r/2', { why: `550 grey\u0000listed\r\n${'x'.repeat(2_000)}\ud83d`, forGood: true });
    const [sent, refused] = await book.outboxOf({ unit: 'u' });
    expect(sent).toMatchObject({ id: 'r/1', answer: '250 2.0.0 OK queued as 1' });
    expect(refused?.lastError).toMatch(/^550 grey listed x{484}$/);
  });

  it('an attempt whose claim was lost says nothing of a failure any more; that it was taken, it does', async () => {
    const again = `update outbox set claimed_until = clock_timestamp() where id = 'r/3'`;
    await book.pool.query(again);
    expect(await book.claimLetters(5)).toMatchObject([{ id: 'r/3', attempts: 2 }]);
    await book.letterFailed('r/3', { why: '550 too late', forGood: true, attempt: 1 });
    expect(ids(await book.outboxOf({ unit: 'u', waiting: true }))).toEqual(['r/3']);
    expect(await book.claimLetters(5)).toEqual([]);
    await book.letterFailed('r/3', { why: '550 no', forGood: true, attempt: 2 });
    await book.letterSent('r/3', '250 it was taken the first time');
    expect(ids(await book.outboxOf({ unit: 'u', refused: true }))).toEqual(['r/2']);
  });

  it('is kept with who and why; what was not refused does not go again', async () => {
    expect(await resendRefused(book.pool, ['r/1'], 'operator/x', '试试')).toEqual([]);
    expect(await resendRefused(book.pool, ['r/2'], 'operator/x', '邮箱已更正')).toEqual(['r/2']);
    expect(ids(await book.claimLetters(5))).toEqual(['r/2']);
    await book.letterSent('r/2');
    const { rows } = await book.pool.query('select letter, by, reason, left(said, 3) as said from resends');
    expect(rows).toEqual([{ letter: 'r/2', by: 'operator/x', reason: '邮箱已更正', said: '550' }]);
    await expect(book.pool.query(`update resends set reason = 'x'`)).rejects.toThrow();
  });
});

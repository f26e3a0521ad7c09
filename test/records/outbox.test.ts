import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { resendRefused } from '../../records/deliveries.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { AT_ONCE, putLetters } from './put-letters.js';
import { after, Asker, reminder, stepOf } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  const asker = await new Asker(book, 'M1').open();
  for (const hour of [1, 2, 3, 4])
    await asker.take(
      stepOf(`at:${String(after(hour))}`, after(hour), [reminder, { kind: 'mail', to: 'city', template: 'alarm' }]),
    );
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ids = (mails: readonly { readonly id: string }[]): string[] => mails.map(({ id }) => id).sort();
const unit = (hour: number): string => `unit/M1/${String(after(hour))}#1`;
const city = (hour: number): string => `M1/2024/${String(hour + 1)}/2#1`;

describe('what leaves a case leaves by the outbox', () => {
  it('every notice stands in exactly one letter, and a letter once made is not made again', async () => {
    expect(await book.gatherLetters(AT_ONCE)).toBe(8);
    expect(await book.gatherLetters(AT_ONCE)).toBe(0);
    const notices = await book.outboxOf({ caseId: 'M1/2024' });
    expect(new Set(notices.map(({ letter }) => letter)).size).toBe(8);
    await expect(book.pool.query(`update outbox set letter = 'unit/M1/0'`)).rejects.toMatchObject({ code: '23001' });
  });

  it('of each receiver one letter is claimed at a time, and never by two', async () => {
    const claims = await Promise.all([book.claimLetters(5), book.claimLetters(5)]);
    expect(ids(claims.flat())).toEqual([city(1), unit(1)]);
    expect(await book.claimLetters(5)).toEqual([]);
    for (const id of [unit(1), city(1)]) await book.letterSent({ id });
    expect(ids(await book.claimLetters(5))).toEqual([city(2), unit(2)]);
  });

  it('whoever dies with a claim loses it when the lease runs out, and a letter that was sent stays sent', async () => {
    await book.letterSent({ id: city(2) });
    await book.pool.query(`update deliveries set claimed_until = clock_timestamp() where id = $1`, [unit(2)]);
    expect(ids(await book.claimLetters(1, 1))).toEqual([unit(2)]);
    await pause(1_100);
    const [again] = await book.claimLetters(1);
    expect(again).toMatchObject({ id: unit(2), attempts: 3 });
    await book.letterSent({ id: unit(2) });
    await book.letterFailed({ id: unit(2) }, { why: 'too late', forGood: true });
    expect((await book.lettersOf({ refused: true })).length).toBe(0);
  });

  it('one that fails for now is tried again after a pause; one that is refused for good is not, and both tell why', async () => {
    const claimed = await book.claimLetters(5);
    expect(ids(claimed)).toEqual([city(3), unit(3)]);
    await book.letterFailed({ id: unit(3) }, { why: '451 later', forGood: false, firstPauseSeconds: 3_600 });
    await book.letterFailed({ id: city(3) }, { why: `550 ${'x'.repeat(1_000)}`, forGood: true });
    expect(await book.lettersOf({ refused: true })).toEqual([
      expect.objectContaining({ id: city(3), said: expect.stringMatching(/^550 x{496}$/) as string }),
    ]);
    // while the first pauses, the next of its receiver goes
    expect(ids(await book.claimLetters(5))).toEqual([city(4), unit(4)]);
    for (const id of [unit(4), city(4)]) await book.letterSent({ id });
    expect(await book.claimLetters(5)).toEqual([]);
    // an hour later
    await book.pool.query(`update deliveries set retry_at = retry_at - interval '3600 seconds'`);
    expect(ids(await book.claimLetters(5))).toEqual([unit(3)]);
    await book.letterSent({ id: unit(3) });
    expect(await book.outboxOf({ waiting: true })).toEqual([]);
  });

  it('notices are read in order of instant, unit, template; letters tell where they went and what was said', async () => {
    const notices = await book.outboxOf({ caseId: 'M1/2024' });
    expect(notices.slice(0, 3).map(({ at, template, party }) => [at, template, party])).toEqual([
      [after(1), 'alarm', { kind: 'city', id: 'city' }],
      [after(1), 'reminder', { kind: 'unit', id: 'M1' }],
      [after(2), 'alarm', { kind: 'city', id: 'city' }],
    ]);
    const letters = await book.lettersOf({ unit: 'M1' });
    expect(new Set(letters.map(({ to }) => to))).toEqual(new Set(['M1@unit.example', 'city@authority.example']));
    expect(letters.filter(({ sentAt }) => sentAt instanceof Date)).toHaveLength(letters.length - 1);
  });
});

describe('front §8 — what a server says is kept, and what it refused for good goes once more when an operator says so', () => {
  it('is one line of bounded length, whatever it is made of', async () => {
    await putLetters(
      book.pool,
      [1, 2, 3].map((n) => ({ id: `r/${String(n)}`, to: `x@r${String(n)}.example`, at: 0 })),
    );
    const claimed = await book.claimLetters(5);
    expect(ids(claimed)).toEqual(['r/1', 'r/2', 'r/3']);
    await book.letterSent({ id: 'r/1' }, '250 2.0.0 OK\r\nqueued\u0000as 1');
    await book.letterFailed({ id: 'r/2' }, { why: `550 grey\u0000listed\r\n${'x'.repeat(2_000)}\ud83d`, forGood: true });
    const [sent, refused] = await book.lettersOf({ unit: 'u' });
    expect(sent).toMatchObject({ id: 'r/1', said: '250 2.0.0 OK queued as 1' });
    expect(refused?.said).toMatch(/^550 grey listed x{484}$/);
  });

  it('an attempt whose claim was lost says nothing of a failure any more; that it was taken, it does', async () => {
    const again = `update deliveries set claimed_until = clock_timestamp() where id = 'r/3'`;
    await book.pool.query(again);
    expect(await book.claimLetters(5)).toMatchObject([{ id: 'r/3', attempts: 2 }]);
    await book.letterFailed({ id: 'r/3' }, { why: '550 too late', forGood: true, attempt: 1 });
    expect(ids(await book.lettersOf({ unit: 'u', waiting: true }))).toEqual(['r/3']);
    expect(await book.claimLetters(5)).toEqual([]);
    await book.letterFailed({ id: 'r/3' }, { why: '550 no', forGood: true, attempt: 2 });
    await book.letterSent({ id: 'r/3' }, '250 it was taken the first time');
    expect(ids(await book.lettersOf({ unit: 'u', refused: true }))).toEqual(['r/2']);
  });

  it('is kept with who and why; what was not refused does not go again', async () => {
    expect(await resendRefused(book.pool, ['r/1'], 'operator/x', '试试')).toEqual([]);
    expect(await resendRefused(book.pool, ['r/2'], 'operator/x', '邮箱已更正')).toEqual(['r/2']);
    expect(ids(await book.claimLetters(5))).toEqual(['r/2']);
    await book.letterSent({ id: 'r/2' });
    const { rows } = await book.pool.query('select letter, by, reason, left(said, 3) as said from resends');
    expect(rows).toEqual([{ letter: 'r/2', by: 'operator/x', reason: '邮箱已更正', said: '550' }]);
    await expect(book.pool.query(`update resends set reason = 'x'`)).rejects.toThrow();
  });
});

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

describe('what leaves a case leaves by the outbox', () => {
  it('two deliverers at the same time never take the same mail', async () => {
    const sent: string[] = [];
    const send = async (mail: { id: string }): Promise<void> => {
      await pause(100);
      sent.push(mail.id);
    };
    const results = await Promise.all([book.deliver(2, send), book.deliver(2, send)]);
    expect(results).toEqual([
      { sent: 2, failed: 0 },
      { sent: 2, failed: 0 },
    ]);
    expect([...sent].sort()).toEqual(['M1/2024/2/1', 'M1/2024/2/2', 'M1/2024/3/1', 'M1/2024/3/2']);
  });

  it('a mail that fails does not hold up the others and is tried again later', async () => {
    const send = async (mail: { id: string }): Promise<void> => {
      if (mail.id === 'M1/2024/4/1') throw new Error('550 no such mailbox');
      await pause(1);
    };
    expect(await book.deliver(10, send, 1)).toEqual({ sent: 3, failed: 1 });
    expect(await book.deliver(10, send, 1)).toEqual({ sent: 0, failed: 0 });
    expect(await book.outboxOf({ waiting: true })).toEqual([
      expect.objectContaining({ id: 'M1/2024/4/1', attempts: 1, lastError: 'Error: 550 no such mailbox' }),
    ]);
    await pause(1_100);
    expect(await book.deliver(10, async () => pause(1))).toEqual({ sent: 1, failed: 0 });
    expect(await book.outboxOf({ waiting: true })).toEqual([]);
  });

  it('mails are read in order of instant, unit, template, recipient, and keep their addresses', async () => {
    const mails = await book.outboxOf({ caseId: 'M1/2024' });
    expect(mails.slice(0, 3).map(({ at, template, recipient }) => [at, template, recipient])).toEqual([
      [after(1), 'escalation', 'city@authority.example'],
      [after(1), 'reminder', 'ops@m1.example'],
      [after(2), 'escalation', 'city@authority.example'],
    ]);
    expect(mails.every((mail) => mail.sentAt instanceof Date)).toBe(true);
  });
});

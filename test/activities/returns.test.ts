import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readReturns, returnedIn } from '../../activities/adapters/returns.js';
import { Book } from '../../records/book.js';
import { markReturned } from '../../records/deliveries.js';
import { ROOT } from '../../scripts/sources.js';
import { pythonProgram } from '../gateway/fuzzing/python.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { putLetters } from '../records/put-letters.js';
import { seen } from '../seen.js';

/** A report as mail servers write it (RFC 3464), of a letter with this Message-ID. */
const report = (localPart: string, action: string, to = 'x@gone.example'): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: platform@luyue.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I could not deliver it.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${to}>: no such mailbox`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${localPart}@luyue.example>`,
    'Subject: =?utf-8?B?5o+Q6YaS?=',
    '--b--',
    '',
  ].join('\r\n');
const plain = (from: string, body: string): string =>
  [`From: ${from}`, 'To: platform@luyue.example', 'Subject: Returned mail', '', body, ''].join('\r\n');

describe('front §8 — what came back is told by the report, and by nothing that is only an answer', () => {
  const read = (text: string) => returnedIn(Buffer.from(text));
  it('names the letter and what was said', async () => {
    expect(await read(report('unit.BJ-0001.1.1', 'failed'))).toEqual({
      localPart: 'unit.BJ-0001.1.1',
      said: '5.1.1 smtp; 550 5.1.1 <x@gone.example>: no such mailbox',
    });
  });
  it('a delay is none, an answer that quotes the letter is none, an old mailer’s plain words are one', async () => {
    expect(await read(report('a.1', 'delayed'))).toBeUndefined();
    expect(await read(plain('clerk@unit.example', '我休假了\r\nMessage-ID: <a.1@luyue.example>'))).toBeUndefined();
    expect(await read(plain('postmaster@mx.example', 'no such user\r\n\r\nMessage-ID: <a.1@luyue.example>'))).toMatchObject({
      localPart: 'a.1',
    });
    expect(await read(plain('postmaster@mx.example', 'Message-ID: <a.1@elsewhere.example>'))).toBeUndefined();
  });
});

let database: TestDatabase;
let book: Book;
let tool: Awaited<ReturnType<typeof pythonProgram>>;
beforeAll(async () => {
  tool = await pythonProgram('pymap', join(ROOT, 'test/activities/pymap.txt'));
  if ('missing' in tool && process.env['CI'] === 'true') throw new Error(`pymap: ${tool.missing}`);
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A real IMAP server with one empty mailbox. */
async function mailbox(program: string): Promise<string> {
  const port = await freePort();
  const child = spawn(
    program,
    ['--host', '127.0.0.1', '--port', String(port), '--no-tls', 'dict', '--demo-user', 'u', '--demo-password', 'p'],
    { stdio: 'ignore' },
  );
  onTestFinished(() => void child.kill());
  return `imap://u:p@127.0.0.1:${String(port)}/INBOX`;
}

const clientOf = (url: string): ImapFlow => {
  const { port } = new URL(url);
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: Number(port),
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'u', pass: 'p' },
    logger: false,
  });
  client.on('error', () => undefined);
  return client;
};

async function delivered(url: string, ...mails: readonly string[]): Promise<void> {
  await seen('the mailbox takes mails', async () => {
    const client = clientOf(url);
    await client.connect();
    for (const mail of mails) await client.append('INBOX', mail);
    await client.logout();
  });
}

describe('front §8 — a returned mail is read from the mailbox, noted once, and shown with what was said', () => {
  it('by a real IMAP server: the letter is marked, an answer is left alone, nothing is read twice', async (context) => {
    if ('missing' in tool) {
      // never passed over where everything is to be proved
      if (process.env['CI'] === 'true') throw new Error(tool.missing);
      return context.skip(tool.missing);
    }
    await putLetters(book.pool, [
      { id: 'unit/BJ-0001/1', to: 'x@gone.example' },
      { id: 'unit/BJ-0002/1', to: 'y@here.example' },
    ]);
    for (const one of await book.claimLetters(5)) await book.letterSent(one, '250 taken');
    const url = await mailbox(tool.program);
    await delivered(
      url,
      report('unit.BJ-0001.1', 'failed'),
      plain('clerk@unit.example', '收到'),
      report('unit.NOBODY.1', 'failed'),
    );
    const read = (): Promise<number> => readReturns(url, ({ localPart, said }) => markReturned(book.pool, localPart, said));
    expect(await read()).toBe(2);
    expect(await book.lettersOf({ refused: true })).toMatchObject([
      { id: 'unit/BJ-0001/1', to: 'x@gone.example', said: '5.1.1 smtp; 550 5.1.1 <x@gone.example>: no such mailbox' },
    ]);
    expect(await read()).toBe(0);
  });

  it('a mailbox that is away says so within its time, and harms nothing', async () => {
    await expect(readReturns('imap://u:p@127.0.0.1:1/INBOX', () => Promise.resolve())).rejects.toThrow();
  });
});

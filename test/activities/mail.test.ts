import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { isForGood, senderOf, smtpMailer, type Mailer } from '../../activities/adapters/mail.js';
import { startReceiver, type Manner, type Receiver } from './receiver.js';

const FROM = '管理平台 <platform@luyue.example>';
const NEVER = new AbortController().signal;

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const mailerTo = async (manner: Manner): Promise<{ mailer: Mailer; receiver: Receiver }> => {
  const receiver = await startReceiver(manner);
  const mailer = smtpMailer(receiver.url, FROM, 2);
  open.push(() => receiver.stop());
  open.push(() => {
    mailer.close();
  });
  return { mailer, receiver };
};

/** What an attempt comes to: the server's word, or why not, and whether that is for good. */
const fateOf = async (mailer: Mailer, to: string, signal: AbortSignal = NEVER) => {
  try {
    return { is: 'sent', said: await mailer.send(letterTo(to), signal) };
  } catch (error) {
    return { is: isForGood(error) ? 'refused' : 'later', said: String(error) };
  }
};

const refusing =
  (responseCode: number, text: string): NonNullable<SMTPServerOptions['onMailFrom']> =>
  (_address, _session, done) => {
    done(Object.assign(new Error(text), { responseCode }));
  };

/** A server that speaks its own lines: what it answers to each command, or that it ends. */
const spoken = async (answers: Readonly<Record<string, string | undefined>>): Promise<Mailer> => {
  const usual = { EHLO: '250 x', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go', '.': '250 ok' } as const;
  const said: Readonly<Record<string, string | undefined>> = { ...usual, ...answers };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 x\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      const command = line === '.' ? '.' : line.split(/[ :]/)[0]?.toUpperCase();
      if (command === undefined || !Object.hasOwn(said, command)) return;
      const answer = said[command];
      if (answer === undefined) socket.destroy();
      else socket.write(`${answer}\r\n`);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const mailer = smtpMailer(`smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`, FROM, 1);
  open.push(() => {
    mailer.close();
    server.close();
  });
  return mailer;
};

const letterTo = (to: string) => ({ id: 'M1/2024/2/1', to, subject: '【提醒】', text: '正文', date: new Date(0) });

describe('front §8 — refused for good is told apart from try again', () => {
  it.each([
    ['550 at RCPT', { rcpt: () => ({ code: 550, text: '5.1.1 no such mailbox' }) }, 'refused'],
    ['553 at RCPT', { rcpt: () => ({ code: 553, text: '5.1.3 bad address' }) }, 'refused'],
    ['554 after the text', { data: () => ({ code: 554, text: '5.7.1 looks like spam' }) }, 'refused'],
    ['450 at RCPT', { rcpt: () => ({ code: 450, text: '4.2.0 greylisted' }) }, 'later'],
    ['452 after the text', { data: () => ({ code: 452, text: '4.2.2 mailbox is full' }) }, 'later'],
    ['550 at MAIL, which is said of the sender', { more: { onMailFrom: refusing(550, '5.7.1 sender rejected') } }, 'later'],
    ['552 at MAIL, which is said of its size', { more: { onMailFrom: refusing(552, '5.3.4 too large') } }, 'refused'],
    ['421 at RCPT', { rcpt: () => ({ code: 421, text: '4.3.2 shutting down' }) }, 'later'],
    ['251 at RCPT and 451 after the text', { data: () => ({ code: 451, text: '4.3.0 try again' }) }, 'later'],
    ['530 at MAIL', { more: { authOptional: false } }, 'later'],
  ] as const)('%s: %s', async (_, manner: Manner, is) => {
    const { mailer, receiver } = await mailerTo(manner);
    const fate = await fateOf(mailer, 'ops@bj-0001.example');
    expect(fate.is).toBe(is);
    expect(receiver.got).toEqual([]);
  });

  it.each([
    ['an answer without a code', { RCPT: 'what' }],
    ['an answer of another protocol', { MAIL: 'HTTP/1.1 400 Bad Request' }],
    ['a server that ends at the text', { DATA: undefined }],
    ['a server that ends before it has answered to the text', { '.': undefined }],
    ['a server that ends at the receiver', { RCPT: undefined }],
    ['a server that ends where it is asked for TLS', { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: undefined }],
    ['a server that will not do TLS now', { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '454 not now' }],
    ['a server that is busy', { EHLO: '421 busy' }],
  ])('%s is no refusal for good', async (_, answers) => {
    expect(await fateOf(await spoken(answers), 'ops@bj-0001.example')).toMatchObject({ is: 'later' });
  });

  it('what the server said is told', async () => {
    const { mailer } = await mailerTo({ rcpt: () => ({ code: 550, text: '5.1.1 no such mailbox' }) });
    expect((await fateOf(mailer, 'ops@bj-0001.example')).said).toContain('550 5.1.1 no such mailbox');
  });

  it('a server that is away, or ends the connection, is tried again', async () => {
    const away = smtpMailer('smtp://127.0.0.1:1', FROM, 1);
    open.push(() => {
      away.close();
    });
    expect(await fateOf(away, 'ops@bj-0001.example')).toMatchObject({ is: 'later' });
    const rude = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const { port } = rude.address() as { port: number };
    const mailer = smtpMailer(`smtp://127.0.0.1:${String(port)}`, FROM, 1);
    open.push(() => void rude.close());
    open.push(() => {
      mailer.close();
    });
    expect(await fateOf(mailer, 'ops@bj-0001.example')).toMatchObject({ is: 'later' });
  });

  it('a server that greets nobody, with a 554 for all, refuses no letter', async () => {
    const closed = createServer((socket) => socket.end('554 5.3.2 no service here\r\n'));
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    const mailer = smtpMailer(`smtp://127.0.0.1:${String(port)}`, FROM, 1);
    open.push(() => void closed.close());
    open.push(() => {
      mailer.close();
    });
    expect(await fateOf(mailer, 'ops@bj-0001.example')).toMatchObject({ is: 'later' });
  });

  it('an attempt that is broken off goes later, and says why', async () => {
    const { mailer } = await mailerTo({ delayMs: () => 30_000 });
    const broken = new AbortController();
    setTimeout(() => {
      broken.abort(new Error('asked to stop'));
    }, 300);
    expect(await fateOf(mailer, 'ops@bj-0001.example', broken.signal)).toMatchObject({
      is: 'later',
      said: expect.stringContaining('abort') as string,
    });
  });
});

describe('front §8 — one recipient an envelope', () => {
  it('a letter goes to the address it is for, and says so in its header', async () => {
    const { mailer, receiver } = await mailerTo({});
    expect(await fateOf(mailer, 'ops@bj-0001.example')).toMatchObject({
      is: 'sent',
      said: expect.stringMatching(/^250 /),
    });
    expect(receiver.got).toMatchObject([{ to: ['ops@bj-0001.example'], messageId: '<M1.2024.2.1@luyue.example>' }]);
    expect(receiver.got[0]?.source).toMatch(/^To: ops@bj-0001\.example\r$/m);
  });

  it.each([
    ['two addresses', 'spy@elsewhere.example, x@verifier.example'],
    ['an address with a name', 'V <spy@elsewhere.example>'],
    ['a group', 'all: a@b.example, c@d.example;'],
    ['a line break', 'a@b.example\r\nBcc: spy@elsewhere.example'],
    ['a character that is not seen', 'ops\u200b@bj-0001.example'],
    ['a full-width sign', 'ops＠bj-0001.example'],
    ['no domain', 'ops@localhost'],
    ['nothing', ''],
  ])('%s: refused for good, and nothing is sent', async (_, to) => {
    const { mailer, receiver } = await mailerTo({});
    const fate = await fateOf(mailer, to);
    expect(fate.is).toBe('refused');
    expect(fate.said).toContain('not one mail address');
    expect(receiver.got).toEqual([]);
  });

  it('the sender is one address, with or without a name', () => {
    expect(senderOf(FROM)).toEqual({ name: '管理平台', address: 'platform@luyue.example' });
    expect(senderOf('platform@luyue.example').address).toBe('platform@luyue.example');
    for (const from of ['平台', 'a@b.example, c@d.example', 'x <a@localhost>'])
      expect(() => senderOf(from), from).toThrow('must be one mail address');
  });
});

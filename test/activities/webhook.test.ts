import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isForGood } from '../../activities/adapters/mail.js';
import { isPrivate, keyOf, webhook } from '../../activities/adapters/webhook.js';

const SECRET = 's'.repeat(40);
const open = webhook({ secret: SECRET, allowPrivate: true });
/** For what never answers. */
const hasty = webhook({ secret: SECRET, allowPrivate: true, withinMs: 500 });
const message = (to: string) => ({ id: 'unit/BJ-0001/1#1', to, party: 'unit/BJ-0001', body: '{"subject":"【提醒】"}' });

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** A unit's own system: keeps what it is told and answers as it is made to. */
async function system(answer: (response: ServerResponse) => void): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/in`, got };
}
const failing = async (sent: Promise<string>): Promise<{ forGood: boolean; why: string }> => {
  try {
    throw new Error(`it was taken: ${await sent}`);
  } catch (error) {
    return { forGood: isForGood(error), why: String(error) };
  }
};

describe('issue 15 — a unit’s own system is told, signed, by its own key, and knows a message by its id', () => {
  it('the signature is over timestamp and body, by the key of that unit and no other', async () => {
    const { url, got } = await system((response) => response.end('ok'));
    const before = Date.now();
    expect(await open(message(url))).toBe('200 ok');
    const [one] = got;
    const { 'luyue-timestamp': timestamp = '', 'luyue-signature': signature, 'idempotency-key': id } = one!.headers;
    const by = (party: string): string =>
      `v1=${createHmac('sha256', keyOf(SECRET, party))
        .update(`${String(timestamp)}.${one!.body}`)
        .digest('hex')}`;
    expect([signature, id]).toEqual([by('unit/BJ-0001'), 'unit/BJ-0001/1#1']);
    expect(by('unit/BJ-0002')).not.toBe(signature);
    const at = Number(timestamp) * 1_000;
    // to the second, rounded down
    expect([at > before - 1_000, at <= Date.now()]).toEqual([true, true]);
    expect(JSON.parse(one!.body)).toEqual({ subject: '【提醒】' });
  });

  it.each([
    [404, true],
    [410, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('%i: for good %s', async (status, forGood) => {
    const { url } = await system((response) => response.writeHead(status).end('no'));
    expect(await failing(open(message(url)))).toEqual({
      forGood,
      why: expect.stringContaining(`${String(status)} no`) as string,
    });
  });

  it('no redirect is followed: what it points to hears nothing', async () => {
    const elsewhere = await system((response) => response.end('stolen'));
    const { url } = await system((response) => response.writeHead(307, { location: elsewhere.url }).end());
    expect(await failing(open(message(url)))).toMatchObject({ forGood: true });
    expect(elsewhere.got).toEqual([]);
  });

  it('one that does not answer in time is tried again; one that answers without end is not read to the end', async () => {
    const silent = await system(() => undefined);
    expect(await failing(hasty(message(silent.url)))).toMatchObject({
      forGood: false,
      why: expect.stringContaining('no answer in time') as string,
    });
    const endless = await system((response) => {
      const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => clearInterval(more));
    });
    expect((await open(message(endless.url))).length).toBeLessThan(2_100);
  });
});

describe('issue 15 — in service nothing is sent into a private network, whatever the register says', () => {
  const closed = webhook({ secret: SECRET, allowPrivate: false });
  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://[::ffff:192.168.0.1]/',
    'https://169.254.169.254/latest',
    'http://example.com/',
    'ftp://example.com/',
    'https://user:p@example.com/',
    'nonsense',
  ])('%s is refused for good', async (url) => {
    expect(await failing(closed(message(url)))).toMatchObject({ forGood: true });
  });
  it('a name that leads there is refused by where it leads', async () => {
    expect(await failing(closed(message('https://localhost/')))).toMatchObject({
      forGood: true,
      why: expect.stringContaining('no public address') as string,
    });
  });
  it('knows what is private', () => {
    const yes = [
      '127.0.0.1',
      '10.0.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      '2002:a00:1::',
      '2001:0:a00:1::',
      '64:ff9b:1::a00:1',
      'fec0::1',
      '203.0.113.9',
      'x',
    ];
    expect(yes.filter((address) => !isPrivate(address))).toEqual([]);
    expect(['1.1.1.1', '172.32.0.1', '2400:3200::1'].filter(isPrivate)).toEqual([]);
  });
});

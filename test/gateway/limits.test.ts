import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Limiter } from '../../gateway/limits.js';
import { listen } from '../../gateway/listen.js';
import { makeGateway, type GatewayParts } from '../../gateway/gateway.js';
import { readSettings } from '../../gateway/settings.js';
import { testIssuer, testToken } from '../../gateway/test-issuer.js';
import type { Caller } from '../../parties/caller.js';
import { goneAfterTest, issuerFolder } from './house.js';
import { seen } from '../seen.js';

const caller = (person: string, party: string): Caller => ({
  person,
  appointments: [{ id: 1, kind: 'unit', party, role: 'signer', from: 0 }],
});

/** A gateway on a real port, for whoever has a token of its folder. */
async function onPort(parts: Partial<GatewayParts> = {}) {
  const folder = await issuerFolder();
  goneAfterTest(folder);
  const issuer = testIssuer(folder);
  const app = makeGateway({
    front: {} as never,
    book: {} as never,
    issuers: issuer ? [issuer] : [],
    isEnded: () => Promise.resolve(false),
    people: { callerOf: ({ subject }) => Promise.resolve(caller(`p-${subject}`, subject)) },
    log: () => undefined,
    ...parts,
  });
  const running = await listen(app, { port: 0, address: '127.0.0.1' });
  onTestFinished(() => running.close(100));
  const url = `http://127.0.0.1:${String(running.port)}`;
  const token = (actor: string): Promise<string> => testToken(folder, { actor });
  const me = async (actor: string): Promise<Response> =>
    fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${await token(actor)}` } });
  return { url, port: running.port, me, token, running };
}

/** What comes back for what is written on a bare connection. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (piece) => (said += piece as unknown as string));
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });

/** Reads what comes back, does not hang up and goes on talking; resolves once the other side has let go for good. */
const talksOn = (port: number, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text));
    const talking = setInterval(() => socket.write('x'), 200);
    socket.resume();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(talking);
      resolve();
    });
  });

describe('how many requests', () => {
  it('a party may file fifty acts a second whatever the settings say, and is told when to come again', async () => {
    const limiter = new Limiter({ person: 1_000, party: 1, address: 1 });
    const asked = await Promise.all(Array.from({ length: 51 }, () => limiter.signedIn(caller('p-1', 'BJ-0001'))));
    expect(asked.filter((one) => one === undefined)).toHaveLength(50);
    expect(asked.at(-1)).toMatchObject({ code: 'too-many', retryAfter: 1 });
    expect(() => readSettings({ DATABASE_URL: 'postgresql://x/y', TEMPORAL_ADDRESS: 'x', LIMIT_PARTY: '49' })).toThrow(
      'LIMIT_PARTY',
    );
  });

  it('nobody is held up by another party, nor by strangers from the same address', async () => {
    const limiter = new Limiter({ person: 100, party: 50, address: 2 });
    for (let n = 0; n < 60; n += 1) await limiter.signedIn(caller('p-1', 'BJ-0001'));
    for (let n = 0; n < 5; n += 1) await limiter.unknown('10.0.0.1');
    expect(await limiter.unknown('10.0.0.1')).toMatchObject({ code: 'too-many' });
    expect(await limiter.signedIn(caller('p-2', 'BJ-0002'))).toBeUndefined();
  });

  it('people of one party share what it may; a person with two parties is counted for both', async () => {
    const limiter = new Limiter({ person: 1_000, party: 50, address: 1 });
    for (let n = 0; n < 50; n += 1) expect(await limiter.signedIn(caller(`p-${String(n % 2)}`, 'BJ-0001'))).toBeUndefined();
    expect(await limiter.signedIn(caller('p-3', 'BJ-0001'))).toMatchObject({ code: 'too-many' });
    await pause(1_100);
    expect(await limiter.signedIn(caller('p-3', 'BJ-0001'))).toBeUndefined();
  });

  it('over HTTP it is 429 with Retry-After; a wrong token counts for the address, a right one does not', async () => {
    const { url, me } = await onPort({ rates: { person: 100, party: 100, address: 3 } });
    const wrong = (): Promise<Response> => fetch(`${url}/api/v1/me`, { headers: { authorization: 'Bearer wrong' } });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await wrong()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    const last = await wrong();
    expect([last.headers.get('content-type'), Number(last.headers.get('retry-after'))]).toEqual(['application/problem+json', 1]);
    expect((await me('BJ-0001')).status).toBe(200);
  });

  it('a proxy is believed only where it is named, and only about the last address', async () => {
    const ask = async (proxies: readonly string[]): Promise<number[]> => {
      const { url } = await onPort({ proxies, rates: { person: 9, party: 50, address: 1 } });
      const from = (address: string): Promise<Response> =>
        fetch(`${url}/api/v1/timetable?cycle=x`, { headers: { 'x-forwarded-for': address } });
      return [await from('10.0.0.1'), await from('10.0.0.2'), await from('10.0.0.9, 10.0.0.1')].map(({ status }) => status);
    };
    expect(await ask([])).toEqual([400, 429, 429]);
    expect(await ask(['127.0.0.1'])).toEqual([400, 400, 429]);
  });

  it('HSTS is said where the named proxy says that the connection is encrypted', async () => {
    const told = async (proxies: readonly string[]): Promise<string | null> =>
      (await fetch(`${(await onPort({ proxies })).url}/docs`, { headers: { 'x-forwarded-proto': 'https' } })).headers.get(
        'strict-transport-security',
      );
    expect(await told(['127.0.0.1'])).toContain('max-age=31536000');
    expect(await told([])).toBeNull();
  });
});

describe('what is no request', () => {
  it('header fields that are too large, and what is no HTTP, are told so', async () => {
    const { port } = await onPort();
    expect(await raw(port, `GET / HTTP/1.1\r\nhost: x\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*"too-large"/,
    );
    expect(await raw(port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"bad-input"/);
  });

  it('whoever says nothing is let go after ten seconds, also who does not hang up', async () => {
    const { port } = await onPort();
    const gone = Promise.all([raw(port, 'GET / HTTP/1.1\r\nhost: x\r\n'), talksOn(port, 'GET / HTTP/1.1\r\nx: ')]);
    // ten seconds are the promise; beside a minute of the same machine they are over first, however busy it is
    const [told] = (await Promise.race([gone, pause(60_000, ['nobody was let go within a minute'], { ref: false })])) as string[];
    expect(told).toMatch(/^HTTP\/1\.1 408 [^]*"too-slow"/);
  });

  it('a head that can be read in two ways is answered by a problem: no host, two, two ids, another coding, no address', async () => {
    const { port } = await onPort();
    const said = (...lines: readonly string[]): Promise<string> =>
      raw(port, `${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`);
    const get = 'GET /docs HTTP/1.1';
    for (const lines of [
      [get],
      [get, 'host: x', 'host: y'],
      [get, 'host: x:99999999'],
      [get, 'host: x', 'idempotency-key: a', 'idempotency-key: b'],
      [get, 'host: x', 'authorization: Bearer a', 'authorization: Bearer b'],
      ['POST /api/v1/acts HTTP/1.1', 'host: x', 'content-type: application/json', 'transfer-encoding: gzip, chunked'],
      ['OPTIONS * HTTP/1.1', 'host: x'],
    ])
      expect(await said(...lines), lines.join(' | ')).toMatch(/^HTTP\/1\.1 400 [^]*"bad-input"/);
    const many = Array.from({ length: 64 }, (_, n) => `x-${String(n)}: 1`);
    expect(await said(get, 'host: x', ...many)).toMatch(/^HTTP\/1\.1 431 [^]*"too-large"/);
    expect(await said(get, 'host: x:8080', 'x-forwarded-for: a', 'x-forwarded-for: b')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('who hangs up in the middle of a body is no failure of the platform', async () => {
    const lines: string[] = [];
    const { port, token } = await onPort({ log: (line) => void lines.push(line) });
    const head = ['POST /api/v1/acts HTTP/1.1', 'host: x', `authorization: Bearer ${await token('BJ-0001')}`];
    const socket = connect(port, '127.0.0.1', () =>
      socket.write([...head, 'content-type: application/json', 'content-length: 99', '', '{"do"'].join('\r\n')),
    );
    setTimeout(() => socket.destroy(), 300);
    await seen('the request is logged', () => {
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({ code: 'bad-input', status: 400 }),
      ]);
    });
  });

  it('two lengths, or a length beside chunks, are no request: nothing is smuggled behind a proxy', async () => {
    const { port } = await onPort();
    const both = 'POST /api/v1/acts HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await raw(port, both)).toMatch(/^HTTP\/1\.1 400 /);
    const two = 'POST /api/v1/acts HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\nabcd';
    expect(await raw(port, two)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('a stop answers what has come in, and takes no more', async () => {
    let answer: (found: Caller) => void = () => undefined;
    const asked = new Promise<Caller>((resolve) => (answer = resolve));
    let come: () => void = () => undefined;
    const came = new Promise<void>((resolve) => (come = resolve));
    const { me, running, url } = await onPort({
      people: {
        callerOf: () => {
          come();
          return asked;
        },
      },
    });
    const answered = me('BJ-0001');
    await came;
    const stopped = running.close();
    answer(caller('p-1', 'BJ-0001'));
    expect((await answered).status).toBe(200);
    await stopped;
    await expect(fetch(`${url}/docs`)).rejects.toThrow();
  });
});

import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { ForGood } from './for-good.js';

/** What a party's own system is told: JSON, signed. */
export interface Message {
  /** The same for every attempt, so that whoever receives it twice can tell. */
  readonly id: string;
  readonly to: string;
  /** `unit/BJ-0001`: the key is its own. */
  readonly party: string;
  readonly body: string;
}

/** Hands a message over; answers what was said. Rejects where it is not taken. */
export type Webhook = (message: Message, signal?: AbortSignal) => Promise<string>;

export interface WebhookOptions {
  /** From it each party's key is made. */
  readonly secret: string;
  /** Whether addresses of private networks may be told, and without TLS: on one machine and in rehearsals. */
  readonly allowPrivate: boolean;
  readonly withinMs?: number;
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
    ['192.0.2.0', 24],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ] as const),
])
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // addresses of the old sort are reached through these too
  ['2001::', 32],
  ['2002::', 16],
  ['2001:db8::', 32],
  ['fec0::', 10],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an address is of no public network; one of the old sort within a new one is judged as what it is. */
export const isPrivate = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const family = isIP(mapped ?? address);
  return family === 0 || PRIVATE.check(mapped ?? address, family === 6 ? 'ipv6' : 'ipv4');
};

/** The key by which a party knows that a message is ours. */
export const keyOf = (secret: string, party: string): string =>
  createHmac('sha256', secret).update(`webhook ${party}`).digest('hex');

/** What stands in `Luyue-Signature`: over the timestamp, a point and the body. */
const signatureOf = (key: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;

const WITHIN_MS = 15_000;
const ANSWER_BYTES = 2_000;
/** Said of the moment, not of the message. */
const LATER: readonly number[] = [408, 425, 429];

const refusedPrivate = (to: string): ForGood =>
  new ForGood(`${to} 不是公网地址 / is no public address: nothing is sent there (WEBHOOK_PRIVATE)`);

/** Looks a name up and answers public addresses alone: what is connected to is what was looked at. */
const publicOnly: typeof lookup = ((
  name: string,
  options: object,
  done: (error: Error | null, address?: unknown, family?: number) => void,
) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error);
    const good = addresses.filter(({ address }) => !isPrivate(address));
    const [first] = good;
    if (!first) return done(refusedPrivate(name));
    return (options as { all?: boolean }).all ? done(null, good) : done(null, first.address, first.family);
  });
}) as typeof lookup;

/** Tells parties' own systems over HTTPS: a deadline for each, no redirect followed, no private network unless that is allowed. */
export function webhook({ secret, allowPrivate, withinMs = WITHIN_MS }: WebhookOptions): Webhook {
  return ({ id, to, party, body }, signal) =>
    new Promise((resolve, reject) => {
      const url = URL.canParse(to) ? new URL(to) : undefined;
      const secure = url?.protocol === 'https:';
      if (!url || (!secure && !(allowPrivate && url.protocol === 'http:')) || url.username !== '')
        return reject(new ForGood(`${to} 不是 https 地址 / is no address of https`));
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (!allowPrivate && isIP(host) > 0 && isPrivate(host)) return reject(refusedPrivate(to));
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': id,
        'luyue-timestamp': timestamp,
        'luyue-signature': signatureOf(keyOf(secret, party), timestamp, body),
      };
      const cut = AbortSignal.any([AbortSignal.timeout(withinMs), ...(signal ? [signal] : [])]);
      const options = { method: 'POST', headers, signal: cut, ...(allowPrivate ? {} : { lookup: publicOnly }) };
      const request = (secure ? https : http).request(url, options, (response) => {
        const { statusCode = 0 } = response;
        let said = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk.slice(0, ANSWER_BYTES - said.length);
          if (said.length >= ANSWER_BYTES) response.destroy();
        });
        response.on('error', reject).on('close', () => {
          const told = `${String(statusCode)} ${said}`;
          if (statusCode >= 200 && statusCode < 300) return resolve(told);
          const later = statusCode >= 500 || statusCode < 300 || LATER.includes(statusCode);
          reject(later ? new Error(told) : new ForGood(told));
        });
      });
      request.on('error', (error) =>
        reject(cut.aborted && !signal?.aborted ? new Error(`限时内没有答复 no answer in time`) : error),
      );
      request.end(body);
    });
}

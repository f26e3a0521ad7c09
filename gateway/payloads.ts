import { z } from '@hono/zod-openapi';
import { byName } from '../regulation/by-name.js';
import { cors } from 'hono/cors';
import { PayloadCipher, UnknownKey } from '../desk/reach/payload-cipher.js';
import type { KeyRing } from '../desk/reach/payload-keys.js';
import { add, type Gateway, type Guard } from './endpoint.js';
import { SEES_ALL } from './may-see.js';
import { no, type No } from './no.js';

const MOST = 1_000;
const bytes = z.base64();
const payload = z.object({ metadata: byName(z.string(), bytes).default({}), data: bytes.default('') });
const payloads = z.object({ payloads: z.array(payload).max(MOST) }).openapi('Payloads');

type Shape = z.output<typeof payload>;
type Bytes = Readonly<Record<string, Uint8Array>>;

const fromText = ({ metadata, data }: Shape) => ({
  metadata: Object.fromEntries(Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')])) as Bytes,
  data: Buffer.from(data, 'base64'),
});
const base64 = (value: Uint8Array | null | undefined): string => Buffer.from(value ?? []).toString('base64');

/** What is wrong with what cannot be read: by a key that is not here, or changed on the way. */
const unreadable = (error: unknown): No =>
  error instanceof UnknownKey
    ? no('bad-input', '平台没有解密所需的密钥', error.message, { path: ['payloads'] })
    : no('bad-input', '内容已损坏或被改动，无法解密', 'it was changed, and cannot be decrypted', { path: ['payloads'] });

/**
 * `POST /payloads/decode`: what Temporal keeps encrypted, made readable for staff who see every unit anyway, in the form that the pages
 * and the command line of Temporal ask for. There is no way to encrypt: nobody writes to Temporal from there.
 */
export function addPayloads(app: Gateway, guard: Guard, keys: KeyRing, pages: readonly string[]): void {
  const cipher = new PayloadCipher(keys);
  const headers = ['authorization', 'authorization-extras', 'content-type', 'x-namespace'];
  app.use(
    '/api/v1/payloads/*',
    cors({ origin: [...pages], allowMethods: ['POST'], allowHeaders: headers, credentials: true, maxAge: 600 }),
  );
  add(app, guard, {
    method: 'post',
    path: '/api/v1/payloads/decode',
    tag: 'temporal',
    summary: '解密 Temporal 内容 · read what Temporal keeps',
    body: payloads,
    answers: { 200: payloads },
    handle: async ({ caller, body }) => {
      if (!caller.appointments.some(({ kind }) => SEES_ALL.includes(kind)))
        return no('not-allowed', '仅市级、审计与运维人员可查看', 'for the city authority, auditors and operators only');
      try {
        const read = await cipher.decode(body.payloads.map(fromText));
        const json = read.map(({ metadata, data }) => ({
          metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)])),
          data: base64(data),
        }));
        return { json: { payloads: json } };
      } catch (error) {
        return unreadable(error);
      }
    },
  });
}

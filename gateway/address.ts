import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { Known } from './endpoint.js';

const withoutPrefix = (address: string): string => address.replace(/^::ffff:/, '');
/** The other end of the connection; none where there is no connection, as in a test of the application alone. */
const peerOf = (c: Context<Known>): string =>
  withoutPrefix((c.env as Partial<Known['Bindings']> | undefined)?.incoming?.socket.remoteAddress ?? 'nowhere');

/**
 * The address that a request comes from. What a proxy says of whom it speaks for is believed only of one that is named in the
 * settings, and of that one only the last entry, which it wrote itself.
 */
export function addressOf(c: Context<Known>, proxies: readonly string[]): string {
  const peer = peerOf(c);
  if (!proxies.includes(peer)) return peer;
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(said) === 0 ? peer : withoutPrefix(said);
}

/** Whether the asker's side of the connection is encrypted, as the named proxy says. */
export const isEncrypted = (c: Context<Known>, proxies: readonly string[]): boolean =>
  proxies.includes(peerOf(c)) && c.req.header('x-forwarded-proto') === 'https';

import type { IncomingMessage } from 'node:http';

/** Header fields at most. What comes after the last one that is read would be left out unseen. */
export const HEADERS_MOST = 64;

/** Fields of which a request has one: of two, one reader takes the first, another the last. */
const ONCE = ['host', 'authorization', 'content-type', 'content-encoding', 'idempotency-key', 'if-match'] as const;

const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;
const isHost = (host: string): boolean => HOST.test(host) && URL.canParse(`http://${host}`);

const isAddress = (url: string): boolean =>
  URL.canParse(url, 'http://host') && /^(?:\/|https?:\/\/)/i.test(url) && !/^[^?]*\\/.test(url);

type Head = Pick<IncomingMessage, 'headersDistinct' | 'httpVersion' | 'rawHeaders' | 'url'>;

/** Why a request can not be answered as what it says it is: too many fields, or fields that can be read in two ways. */
export function wrongHead({ headersDistinct, httpVersion, rawHeaders, url = '' }: Head): 400 | 431 | undefined {
  if (rawHeaders.length > 2 * HEADERS_MOST) return 431;
  if (ONCE.some((name) => (headersDistinct[name]?.length ?? 0) > 1)) return 400;
  const [host] = headersDistinct['host'] ?? [];
  if (host === undefined ? httpVersion !== '1.0' : !isHost(host)) return 400;
  // a body that is packed on its way would be taken for what it holds
  if ((headersDistinct['transfer-encoding'] ?? []).some((coding) => coding.toLowerCase() !== 'chunked')) return 400;
  return isAddress(url) ? undefined : 400;
}

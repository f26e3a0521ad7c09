import type { Instant } from '../../domain/model/instant.js';
import type { ReadCertificate } from '../seals/certificate.js';
import { pemOf } from '../seals/pem.js';
import { queryFor } from './request.js';
import { judgeToken, tokenIn } from './token.js';

/** An authority for time stamps (RFC 3161 over HTTP), and whom its certificates must lead to. */
export interface TimeAuthority {
  readonly url: string;
  readonly roots: () => Promise<readonly ReadCertificate[]>;
}

/** A token that holds, with what it is verified by years later. */
export interface Fresh {
  readonly token: Uint8Array;
  readonly authority: string;
  readonly stampedAt: Instant;
}
/** Why there is none, for operators. */
export interface NoStamp {
  readonly no: string;
}

const sayWhy = (error: unknown): string => {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
};

const PATIENCE_MS = 10_000;
const ANSWER_MAX = 65_536;
/** An authority whose clock is further from ours says nothing that helps. */
const CLOCKS_APART_MS = 600_000;

/** The body of an answer, as long as it is no longer than any token is. */
async function bounded(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > ANSWER_MAX) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

async function ask(url: string, der: Uint8Array): Promise<Uint8Array | NoStamp> {
  try {
    const answered = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(der),
      headers: { 'content-type': 'application/timestamp-query' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answered.ok) {
      await answered.body?.cancel();
      return { no: `it answers ${String(answered.status)}` };
    }
    return (await bounded(answered.body)) ?? { no: `it answers more than ${String(ANSWER_MAX)} bytes` };
  } catch (error) {
    return { no: `it does not answer: ${sayWhy(error)}` };
  }
}

/** Has an authority stamp a content, and looks at what it says before anything is believed. */
export async function stampBy(
  { url, roots }: TimeAuthority,
  content: Uint8Array,
  sha256: string,
  now: Instant,
): Promise<Fresh | NoStamp> {
  const trusted = await roots().catch(sayWhy);
  if (typeof trusted === 'string') return { no: `whom to trust cannot be read: ${trusted}` };
  const query = queryFor(sha256);
  const answer = await ask(url, query.der);
  if ('no' in answer) return answer;
  const token = tokenIn(answer);
  if (typeof token === 'string') return { no: token };
  const stamped = await judgeToken(token, { content, roots: trusted, nonce: query.nonce });
  if (typeof stamped === 'string') return { no: stamped };
  const apart = Math.abs(stamped.at - now);
  if (apart > CLOCKS_APART_MS) return { no: `its clock is ${String(Math.round(apart / 1_000))} s from ours` };
  return { token, authority: stamped.above.map(({ der }) => pemOf(der, 'CERTIFICATE')).join(''), stampedAt: stamped.at };
}

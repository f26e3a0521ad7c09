import type { Instant } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import { isDatabaseAway } from '../records/connection.js';
import { addressOf } from './address.js';
import { refuseWith, type Guard } from './endpoint.js';
import type { Limiter } from './limits.js';
import { isNo, STORED_NOTHING, type No } from './no.js';
import type { People } from './port.js';
import { NO_TOKEN, NOBODY, type SignedIn } from './tokens.js';

export interface SignInParts {
  readonly people: People;
  readonly readToken: (token: string) => Promise<SignedIn | No>;
  readonly limiter: Limiter;
  readonly proxies: readonly string[];
  /** The business clock: appointments are judged by it. */
  readonly now: () => Instant;
}

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i;

/** Nothing has been stored yet when it is asked who somebody is: that much is certain where the database is away. */
const callerOrAway = (header: string | undefined, parts: SignInParts): Promise<Caller | No> =>
  callerIn(header, parts).catch((error: unknown) => {
    if (isDatabaseAway(error)) return STORED_NOTHING;
    throw error;
  });

/** Who asks, by the token that is brought. */
async function callerIn(header: string | undefined, { people, readToken, now }: SignInParts): Promise<Caller | No> {
  const token = BEARER.exec(header ?? '')?.[1];
  if (token === undefined) return NO_TOKEN;
  const signedIn = await readToken(token);
  if (isNo(signedIn)) return signedIn;
  const { issuer, subject, steppedUpAt, client } = signedIn;
  const at = now();
  const caller =
    client === undefined ? await people.callerOf({ issuer, subject }, at) : await people.callerOfClient?.(client, at);
  if (!caller) return NOBODY;
  const { steppedUpAt: _, ...rest } = caller;
  return { ...rest, ...(steppedUpAt === undefined ? {} : { steppedUpAt }) };
}

/** Lets in whoever has signed in, as often as persons and parties may ask; an address counts where nobody has. */
export function guards(parts: SignInParts): { readonly signedIn: Guard; readonly open: Guard } {
  const { limiter, proxies } = parts;
  return {
    signedIn: async (c, next) => {
      const caller = await callerOrAway(c.req.header('authorization'), parts);
      const tooMany = isNo(caller) ? await limiter.unknown(addressOf(c, proxies)) : await limiter.signedIn(caller);
      if (tooMany) return refuseWith(c, tooMany);
      if (isNo(caller)) return refuseWith(c, caller);
      c.set('caller', caller);
      return next();
    },
    open: async (c, next) => {
      const tooMany = await limiter.unknown(addressOf(c, proxies));
      return tooMany ? refuseWith(c, tooMany) : next();
    },
  };
}

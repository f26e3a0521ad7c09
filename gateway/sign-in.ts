import type { Instant } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import { steppedUpAt } from '../parties/sessions.js';
import { isDatabaseAway } from '../records/connection.js';
import { addressOf } from './address.js';
import { refuseWith, type Guard } from './endpoint.js';
import type { Limiter } from './limits.js';
import { isNo, STORED_NOTHING, type No } from './no.js';
import type { People } from './port.js';
import { bearerToken, NO_TOKEN, NOBODY, type ReadToken } from './tokens.js';

export interface SignInParts {
  readonly people: People;
  readonly readToken: ReadToken;
  readonly limiter: Limiter;
  readonly proxies: readonly string[];
  /** The business clock: appointments are judged by it. */
  readonly now: () => Instant;
}

/** Nothing has been stored yet when it is asked who somebody is: that much is certain where the database is away. */
const callerOrAway = (header: string | undefined, parts: SignInParts): Promise<Caller | No> =>
  callerIn(header, parts).catch((error: unknown) => {
    if (isDatabaseAway(error)) return STORED_NOTHING;
    throw error;
  });

/** Who asks, by the token that is brought. */
async function callerIn(header: string | undefined, { people, readToken, now }: SignInParts): Promise<Caller | No> {
  const token = bearerToken(header);
  if (token === undefined) return NO_TOKEN;
  const signedIn = await readToken(token);
  if (isNo(signedIn)) return signedIn;
  const { issuer, subject, signIn, client } = signedIn;
  const at = now();
  if (!signIn) return (client === undefined ? undefined : await people.callerOfClient?.(client, at)) ?? NOBODY;
  const caller = await people.callerOf({ issuer, subject }, at);
  if (!caller) return NOBODY;
  const { steppedUpAt: _, ...rest } = caller;
  const stepped = steppedUpAt(signIn, Date.now());
  return { ...rest, ...(stepped === undefined ? {} : { steppedUpAt: stepped }) };
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

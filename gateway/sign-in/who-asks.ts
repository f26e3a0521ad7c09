import type { Context } from 'hono';
import type { Instant } from '../../domain/model/instant.js';
import type { Caller } from '../../parties/caller.js';
import { steppedUpAt, type SignedIn } from '../../parties/sessions.js';
import { bearerToken, readBearer, type BearerDeps } from './bearer.js';
import { signedInWith, type SessionDeps, type Signed } from './signed-in.js';

/** How the people of the book are found; each answers nothing for whom it does not know. */
export interface WhoAsksDeps extends SessionDeps {
  readonly bearer: Omit<BearerDeps, 'pool' | 'now'>;
  /** A person, with the appointments in force at an instant of the business clock. */
  readonly callerOf: (who: Pick<SignedIn, 'issuer' | 'subject'>, at: Instant) => Promise<Caller | undefined>;
  /** A machine client, bound to its one appointment. */
  readonly callerOfClient: (client: string, at: Instant) => Promise<Caller | undefined>;
}

/** Who asks, and by what: a session's changes must also come from our own pages (`isOwnForm`), a token's need not. */
export type WhoAsks =
  | { readonly by: 'token'; readonly caller: Caller }
  | { readonly by: 'session'; readonly caller: Caller; readonly signed: Signed };

const stepped = (caller: Caller, signIn: Pick<SignedIn, 'acr' | 'authTime'>, wall: Instant): Caller => {
  // kept only while it counts, so that nobody compares it with the other clock
  const at = steppedUpAt(signIn, wall);
  const { steppedUpAt: _, ...rest } = caller;
  return at === undefined ? rest : { ...rest, steppedUpAt: at };
};

/**
 * Who asks with a request, at an instant of the business clock. A request with an `Authorization` header speaks by that alone; what
 * its cookies say is not looked at, so that no page can lend somebody's session to a token.
 */
export async function whoAsks(c: Context, deps: WhoAsksDeps, at: Instant): Promise<WhoAsks | undefined> {
  const header = c.req.header('authorization');
  if (header === undefined) {
    const signed = await signedInWith(c, deps);
    const caller = signed && (await deps.callerOf(signed.session, at));
    return caller && { by: 'session', signed, caller: stepped(caller, signed.session, deps.now()) };
  }
  const { pool, now, bearer } = deps;
  const token = bearerToken(header);
  const who = token === undefined ? undefined : await readBearer({ ...bearer, pool, now }, token);
  if (!who) return undefined;
  const caller = who.signIn ? await deps.callerOf(who, at) : await deps.callerOfClient(who.client, at);
  if (!caller) return undefined;
  return { by: 'token', caller: who.signIn ? stepped(caller, who.signIn, now()) : { ...caller, client: who.client } };
}

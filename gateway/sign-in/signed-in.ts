import type { Context, MiddlewareHandler } from 'hono';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { isSame } from '../../parties/secret.js';
import { sessionOf, steppedUpAt, type Session } from '../../parties/sessions.js';
import { isOwnRequest } from './own-request.js';
import { formToken, sessionCookie } from './session-cookie.js';

/** What every page needs to know who has signed in. */
export interface SessionDeps {
  readonly pool: pg.Pool;
  /** Where browsers reach the platform: `https://luyue.example`. */
  readonly origin: string;
  /** The wall clock. */
  readonly now: () => Instant;
}

/** A session with the token that its forms carry. */
export interface Signed {
  readonly session: Session;
  readonly formToken: string;
}

export interface SignedEnv {
  Variables: {
    signed: Signed | undefined;
    /** The page that a sign-in under way goes on with. */
    goesTo?: string;
  };
}

/** Who has signed in with this browser, if anybody. */
export async function signedInWith(c: Context, { pool, origin, now }: SessionDeps): Promise<Signed | undefined> {
  const value = sessionCookie(c, origin);
  const session = value === undefined ? undefined : await sessionOf(pool, value, now());
  return value !== undefined && session ? { session, formToken: formToken(value) } : undefined;
}

/** The same for every handler behind it: `c.get('signed')`. */
export const withSession =
  (deps: SessionDeps): MiddlewareHandler<SignedEnv> =>
  async (c, next) => {
    c.set('signed', await signedInWith(c, deps));
    await next();
  };

/** Whether a change was asked for by a page of ours, shown to this session: its origin, and the token of the form. */
export const isOwnForm = (request: Request, origin: string, signed: Signed, token: string | undefined): boolean =>
  isOwnRequest(request, origin) && token !== undefined && isSame(token, signed.formToken);

/** The token that a form or a script sent: a field `csrf`, or a header. */
export async function tokenOf(c: Context): Promise<string | undefined> {
  const header = c.req.header('x-csrf-token');
  if (header !== undefined) return header;
  if (!/^application\/x-www-form-urlencoded\b/.test(c.req.header('content-type') ?? '')) return undefined;
  const { csrf } = await c.req.parseBody();
  return typeof csrf === 'string' ? csrf : undefined;
}

/** Where to show a second factor and come back to the same page; nothing where one was shown within five minutes. */
export const stepUpFirst = (session: Session, at: Instant, page: string): string | undefined =>
  steppedUpAt(session, at) === undefined ? `/sign-in/step-up?to=${encodeURIComponent(page)}` : undefined;

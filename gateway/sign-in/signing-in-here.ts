import type { Context } from 'hono';
import type pg from 'pg';
import { beginAttempt, takeAttempt, type Attempt } from '../../parties/attempts.js';
import { endSession, endSignIn, openSession, replaceSession, type SignedIn } from '../../parties/sessions.js';
import { networkOf, recordSignIn, type SignInEntry } from '../../parties/sign-ins.js';
import { inTransaction } from '../../records/connection.js';
import { isNo, type No } from '../no.js';
import { bearerToken, type ReadToken } from '../tokens.js';
import { ProviderAway, type RelyingParty, type Wanted } from './relying-party.js';
import { browserCookie, dropSessionCookie, keepBrowser, sessionCookie, setSessionCookie } from './session-cookie.js';
import { isOwnForm, tokenOf, type SessionDeps, type SignedEnv } from './signed-in.js';

/** What signing in needs of the platform. */
export interface SignInDeps extends SessionDeps {
  readonly provider: RelyingParty;
  /** Whether the provider is the embedded one, with people made up. */
  readonly madeUp: boolean;
  /** How a command line signs in: which provider, as which client, for what. */
  readonly commandLine: {
    readonly issuer: string;
    readonly clientId: string;
    readonly resource?: string;
    readonly scope: string;
  };
  readonly readToken: ReadToken;
  /** Whose request it is. */
  readonly addressOf: (c: Context) => string | undefined;
  /** What a failure means to who asked; it is logged. */
  readonly failed: (error: unknown, method: string) => No;
}

type C = Context<SignedEnv>;
const AWAY = 'provider away';
type Failed = (c: C, status: 400 | 403 | 503, zh: string, en: string) => Response;

/** People come from a provider and go back to it; here they have a session. */
export class SigningInHere {
  private readonly deps: SignInDeps;
  constructor(deps: SignInDeps) {
    this.deps = deps;
  }

  private note(
    c: C,
    what: SignInEntry['what'],
    how: SignInEntry['how'],
    more: Partial<SignInEntry>,
    db: Parameters<typeof recordSignIn>[0] = this.deps.pool,
  ): Promise<void> {
    const network = networkOf(this.deps.addressOf(c));
    const issuer = this.deps.provider.issuer;
    return recordSignIn(db, {
      issuer,
      ...more,
      at: this.deps.now(),
      what,
      how,
      ...(network === undefined ? {} : { network }),
    });
  }

  /** Sends a browser to the provider, and keeps what must come back with it. */
  async start(c: C, wanted: Wanted, failed: Failed): Promise<Response> {
    const begun = await this.deps.provider.begin(wanted).catch(() => undefined);
    if (!begun) return this.away(c, failed);
    const browser = keepBrowser(c, this.deps.origin);
    const state = await beginAttempt(this.deps.pool, browser, begun.attempt, this.deps.now());
    return c.redirect(begun.address(state), 303);
  }

  /** Together or not at all: nobody has a session, or has lost one, that is not in the record. */
  private together(work: (db: pg.PoolClient) => Promise<void>): Promise<void> {
    return inTransaction(this.deps.pool, async (db) => ({ keep: await work(db) }));
  }

  private away(c: C, failed: Failed): Response {
    return failed(c, 503, '身份认证服务没有答复，请稍后再试。', 'The identity provider does not answer: try again soon.');
  }

  /** Takes what the provider sent back, and begins a session with a new id; what went before under an old one ends. */
  async finish(c: C, failed: Failed): Promise<Response> {
    const { pool, origin, now } = this.deps;
    const [state = '', browser = ''] = [c.req.query('state'), browserCookie(c, origin)];
    const attempt = await takeAttempt(pool, browser, state, now());
    if (!attempt) {
      await this.note(c, 'refused', 'code', { why: 'no such attempt' });
      return failed(c, 400, '这次登录已过期或已用过。', 'This sign-in has expired or was used already.');
    }
    c.set('goesTo', attempt.goesTo);
    const who = await this.whoCame(c, state, attempt);
    if (typeof who === 'string') {
      await this.note(c, 'refused', 'code', { why: who });
      if (who === AWAY) return this.away(c, failed);
      return who === 'access_denied'
        ? c.redirect(attempt.stepUp ? attempt.goesTo : '/sign-in', 303)
        : failed(c, 400, '身份认证未通过。', 'The identity provider did not confirm who you are.');
    }
    const refused = this.refusedStepUp(c, attempt, who);
    if (refused !== undefined) {
      await this.note(c, 'refused', 'code', { subject: who.subject, why: refused });
      return failed(c, 403, '须由已登录的同一人完成第二重验证。', 'The person who is signed in must show the second factor.');
    }
    const before = sessionCookie(c, origin);
    let value = '';
    await this.together(async (db) => {
      value = await openSession(db, who, now());
      if (before !== undefined) await replaceSession(db, before, now());
      const { issuer, subject } = who;
      await this.note(c, attempt.stepUp ? 'stepped-up' : 'signed-in', 'code', { issuer, subject }, db);
    });
    setSessionCookie(c, origin, value);
    return c.redirect(attempt.goesTo, 303);
  }

  /** Who the provider says it is; else why not, in the word of the standard. */
  private async whoCame(c: C, state: string, attempt: Attempt): Promise<SignedIn | string> {
    const { search } = new URL(c.req.url);
    try {
      return await this.deps.provider.finish(search, state, attempt);
    } catch (thrown) {
      if (thrown instanceof ProviderAway) return AWAY;
      const error = thrown instanceof Error && 'error' in thrown ? thrown.error : undefined;
      return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : 'not valid';
    }
  }

  private refusedStepUp(c: C, { stepUp }: Attempt, who: SignedIn): string | undefined {
    if (!stepUp) return undefined;
    const session = c.get('signed')?.session;
    if (session?.issuer !== who.issuer || session.subject !== who.subject) return 'another person';
    return who.acr === 'mfa' ? undefined : 'no second factor';
  }

  /** Ends the session on the server, and with it the tokens of its sign-in. */
  async signOut(c: C, failed: Failed): Promise<Response> {
    const { origin, now } = this.deps;
    const signed = c.get('signed');
    if (!signed) return c.redirect('/signed-out', 303);
    if (!isOwnForm(c.req.raw, origin, signed, await tokenOf(c)))
      return failed(c, 403, '请求不是本平台页面发出的。', 'This was not asked for by a page of ours.');
    const { issuer, subject } = signed.session;
    await this.together(async (db) => {
      await endSession(db, sessionCookie(c, origin) ?? '', now());
      await this.note(c, 'signed-out', 'code', { issuer, subject }, db);
    });
    dropSessionCookie(c, origin);
    // what a browser kept of the pages goes with the session
    c.header('clear-site-data', '"cache", "storage"');
    return c.redirect('/signed-out', 303);
  }

  async signOutElsewhere(c: C): Promise<Response> {
    const { provider, origin } = this.deps;
    const address = await provider.signOutAddress(`${origin}/signed-out/everywhere`).catch(() => undefined);
    return c.redirect(address ?? '/signed-out/everywhere', 303);
  }

  /** Ends the sign-in of a command line, which brings its own token and no cookie. */
  async endToken(c: C): Promise<Response> {
    const { now, readToken } = this.deps;
    const who = await readToken(bearerToken(c.req.header('authorization')) ?? '');
    if (isNo(who) || !who.signIn) return c.json({ code: 'not-signed-in' }, 401, { 'WWW-Authenticate': 'Bearer' });
    const { issuer, subject, signIn } = who;
    const client = who.client === undefined ? {} : { client: who.client };
    await this.together(async (db) => {
      await endSignIn(db, { issuer, sid: signIn.sid }, now());
      await this.note(c, 'signed-out', 'token', { issuer, subject, ...client }, db);
    });
    return c.body(null, 204);
  }
}

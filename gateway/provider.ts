import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type pg from 'pg';
import { addressOf } from './address.js';
import type { Gateway } from './endpoint.js';
import { isNo, type No } from './no.js';
import { readBearer, type BearerDeps } from './sign-in/bearer.js';
import { RelyingParty, type ProviderSettings } from './sign-in/relying-party.js';
import { signInRoutes } from './sign-in/routes.js';
import type { SignInDeps } from './sign-in/signing-in-here.js';
import { AWAY, INVALID, issuerAt, issuerOf, type SignedIn } from './tokens.js';
import { steppedUpAt } from '../parties/sessions.js';

/** The identity provider that people and programs sign in at, as the gateway knows it. */
export interface SignInProvider {
  readonly settings: ProviderSettings;
  /** Where browsers reach the platform. */
  readonly origin: string;
  /** How a command line signs in there. */
  readonly commandLine: SignInDeps['commandLine'];
  /** Whether it is the embedded one, with people made up. */
  readonly madeUp: boolean;
  /** With whom one can go in by one click, where people are made up. */
  readonly testPeople?: () => Promise<
    readonly { readonly actor: string; readonly zh: string; readonly en: string; readonly group?: string }[]
  >;
  /** What the provider itself answers at this address, where it is embedded. */
  readonly routes?: Hono<{ Bindings: HttpBindings }>;
}

const bearerOf = ({ settings }: SignInProvider): Omit<BearerDeps, 'pool' | 'now'> => ({
  issuer: settings.issuer,
  keys: issuerAt(settings.issuer).keys as BearerDeps['keys'],
  secondFactor: settings.secondFactor,
});

/** The pages by which people sign in and out, at the gateway's own address. */
export function mountSignIn(app: Gateway, pool: pg.Pool, provider: SignInProvider, proxies: readonly string[]): void {
  const { origin, settings, madeUp, commandLine, routes } = provider;
  if (routes) app.route('/', routes);
  const pages = signInRoutes({
    ...{ pool, origin, madeUp, commandLine, bearer: bearerOf(provider), now: Date.now },
    provider: new RelyingParty(settings, `${origin}/sign-in/callback`),
    addressOf: (c) => addressOf(c as never, proxies),
  });
  app.route('/', pages as never);
}

/** Reads tokens of the provider as its standard has them, and all others as before. */
export function alsoOf(
  provider: SignInProvider,
  pool: pg.Pool,
  others: (token: string) => Promise<SignedIn | No>,
): (token: string) => Promise<SignedIn | No> {
  const bearer = bearerOf(provider);
  return async (token) => {
    if (issuerOf(token) !== provider.settings.issuer) return others(token);
    const now = Date.now();
    const who = await readBearer({ ...bearer, pool, now: () => now }, token).catch(() => AWAY);
    if (!who) return INVALID;
    if (isNo(who)) return who;
    const { issuer, subject, client, signIn } = who;
    if (!signIn) return { issuer, subject, client };
    const stepped = steppedUpAt(signIn, now);
    return { issuer, subject, session: signIn.sid, ...(stepped === undefined ? {} : { steppedUpAt: stepped }) };
  };
}

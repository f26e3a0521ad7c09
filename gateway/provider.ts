import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type pg from 'pg';
import { addressOf } from './address.js';
import { logged } from './around.js';
import type { Gateway } from './endpoint.js';
import { RelyingParty, type ProviderSettings } from './sign-in/relying-party.js';
import { signInRoutes } from './sign-in/routes.js';
import type { SignInDeps } from './sign-in/signing-in-here.js';
import { issuerAt, type Issuer, type ReadToken } from './tokens.js';

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

/** How an identity provider may sign what it says. */
const ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];

/** The provider as those know it who check its tokens. */
export const issuerOfProvider = ({ settings: { issuer, secondFactor } }: SignInProvider): Issuer => ({
  ...issuerAt(issuer),
  algorithms: ALGORITHMS,
  secondFactor,
});

interface SignInAt {
  readonly pool: pg.Pool;
  readonly provider: SignInProvider;
  readonly readToken: ReadToken;
  readonly proxies: readonly string[];
  readonly log: (line: string) => void;
}

/** The pages by which people sign in and out, at the gateway's own address. */
export function mountSignIn(app: Gateway, parts: SignInAt): void {
  const { pool, provider, readToken, proxies, log } = parts;
  const { origin, settings, madeUp, commandLine, routes } = provider;
  if (routes) app.route('/', routes);
  const pages = signInRoutes({
    pool,
    origin,
    madeUp,
    commandLine,
    readToken,
    now: Date.now,
    provider: new RelyingParty(settings, `${origin}/sign-in/callback`),
    failed: logged(log),
    addressOf: (c) => addressOf(c as never, proxies),
  });
  app.route('/', pages as never);
}

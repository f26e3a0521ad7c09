import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { JWK } from 'jose';
import { Secret, TOTP } from 'otpauth';
import type pg from 'pg';
import { keepAccount } from '../../../embedded/identity/accounts.js';
import { startIdentity, type Identity } from '../../../embedded/identity/identity.js';
import { identityRoutes } from '../../../embedded/identity/routes.js';
import { noOfFailure } from '../../../gateway/around.js';
import { isNo } from '../../../gateway/no.js';
import { bearerToken, issuerAt, tokenReader } from '../../../gateway/tokens.js';
import { isEnded } from '../../../parties/sessions.js';
import { RelyingParty } from '../../../gateway/sign-in/relying-party.js';
import { signInRoutes } from '../../../gateway/sign-in/routes.js';
import { isOwnForm, stepUpFirst, tokenOf, withSession, type SignedEnv } from '../../../gateway/sign-in/signed-in.js';
import { openPool } from '../../../records/connection.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase } from '../../records/database.js';

/** A platform's front with its own provider, on a port of its own, and a clock that can be put forward. */
export interface Site {
  readonly origin: string;
  readonly pool: pg.Pool;
  readonly identity: Identity;
  /** Machine clients and their public keys. */
  readonly clients: Map<string, JWK[]>;
  /** Lets the wall clock of the platform go on by so much. */
  later(ms: number): void;
  /** Sets it right again. */
  onTime(): void;
  stop(): Promise<void>;
}

export const PASSWORD = '正确的马-电池-订书钉';
const SECRET = new Secret({ size: 20 }).base32;

/** The one-time code of the test accounts, for so many steps of thirty seconds from now. */
export const codeNow = (steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: Date.now() + steps * 30_000 });

const PEOPLE = [
  { subject: 't-city-a', actor: 'city/a', zh: '市局甲', en: 'city officer a' },
  { subject: 't-bj-1', actor: 'BJ-0001', zh: '某热电厂', en: 'a heat plant' },
];

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** Pages that stand for those of the console: one that tells who it is, one that changes something, one that wants a step-up. */
function someApplication(deps: { pool: pg.Pool; origin: string; now: () => number }): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();
  app.use('/app/*', withSession(deps));
  app.get('/app/me', (c) => {
    const signed = c.get('signed');
    return signed ? c.json({ ...signed.session, token: signed.formToken }) : c.redirect('/sign-in?ended&to=/app/me', 303);
  });
  app.post('/app/change', async (c) => {
    const signed = c.get('signed');
    if (!signed) return c.text('nobody', 401);
    return isOwnForm(c.req.raw, deps.origin, signed, await tokenOf(c)) ? c.text('changed') : c.text('foreign', 403);
  });
  app.get('/app/seal', (c) => {
    const signed = c.get('signed');
    if (!signed) return c.text('nobody', 401);
    const first = stepUpFirst(signed.session, deps.now(), '/app/seal?of=BJ-0001');
    return first === undefined ? c.text('sealed') : c.html(`<a href="${first}">step up</a>`, 403);
  });
  return app;
}

export async function startSite(): Promise<Site> {
  const database = await bookDatabase();
  const pool = openPool(database.url, 8);
  await claimPlatform(pool, 'embedded');
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const server = createServer();
  const origin = `http://127.0.0.1:${String(await listening(server))}`;
  const clients = new Map<string, JWK[]>();
  const identity = await startIdentity({
    pool,
    origin,
    now,
    clientKeys: (id) => Promise.resolve(clients.get(id)),
    people: {
      list: () => Promise.resolve(PEOPLE),
      find: (actor) => Promise.resolve(PEOPLE.find((one) => one.actor === actor)),
    },
    addressOf: (req) => String(req.headers['x-test-address'] ?? req.socket.remoteAddress),
  });
  for (const login of ['wang', 'li'])
    await keepAccount(pool, { subject: `s-${login}`, login, password: PASSWORD, totpSecret: SECRET });
  const issuer = { ...issuerAt(identity.issuer), algorithms: ['ES256'] };
  const readToken = tokenReader([issuer], (token) => isEnded(pool, token), now);
  const app = new Hono<{ Bindings: HttpBindings }>();
  // as the gateway does around everything
  app.use(secureHeaders({ referrerPolicy: 'same-origin' }));
  app.get('/', (c) => c.text('home'));
  app.route('/', identityRoutes(identity));
  app.route(
    '/',
    signInRoutes({
      pool,
      origin,
      now,
      provider: new RelyingParty(
        { issuer: identity.issuer, ...identity.console, secondFactor: ['mfa'] },
        `${origin}/sign-in/callback`,
      ),
      madeUp: true,
      commandLine: identity.commandLine,
      readToken,
      failed: noOfFailure,
      addressOf: (c) => c.req.header('x-test-address'),
    }),
  );
  app.route('/', someApplication({ pool, origin, now }));
  app.get('/api/who', async (c) => {
    const who = await readToken(bearerToken(c.req.header('authorization')) ?? '');
    return isNo(who) ? c.json({ code: 'not-signed-in' }, 401) : c.json(who);
  });
  const answer = getRequestListener(app.fetch);
  server.on('request', (req, res) => void answer(req, res));
  return {
    origin,
    pool,
    identity,
    clients,
    later: (ms) => {
      ahead += ms;
    },
    onTime: () => {
      ahead = 0;
    },
    stop: async () => {
      identity.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
      await database.drop();
    },
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { networkOf, recordSignIn, type SignInEntry } from '../../parties/sign-ins.js';
import { COMMAND_LINE, CONSOLE, RESOURCE, SCOPE, type ClientKeys } from './clients.js';
import { interactionPages } from './interaction.js';
import { dueKeys, rotateKeys, secretNamed, type Keys } from './keys.js';
import { forgetExpired } from './payloads.js';
import type { TestPeople } from './people.js';
import { makeProvider, PREFIX } from './provider.js';
import { refuseService } from './refuse-service.js';
import { triesIn } from './tries.js';

/** What the embedded identity provider needs of the platform. */
export interface IdentityDeps {
  readonly pool: pg.Pool;
  /** Where browsers reach the platform: `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly people: TestPeople;
  readonly clientKeys: ClientKeys;
  /** The wall clock. */
  readonly now: () => Instant;
  /** Whose request it is: the socket's address unless a proxy is trusted to say otherwise. */
  readonly addressOf?: (req: IncomingMessage) => string;
}

/** The embedded identity provider, running. */
export interface Identity {
  readonly issuer: string;
  /** How the console is known to it. */
  readonly console: { readonly clientId: string; readonly clientSecret: string };
  /** How a command line is. */
  readonly commandLine: { readonly issuer: string; readonly clientId: string; readonly resource: string; readonly scope: string };
  /** Answers every request under `PREFIX`. */
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void;
  /** The next key signs from now on. */
  rotate(): Promise<void>;
  /** Forgets what has expired, and has the next key sign once a month; done by itself every few minutes. */
  sweep(): Promise<number>;
  stop(): void;
}

const SWEEP_MS = 5 * 60_000;

const addressOfSocket = (req: IncomingMessage): string => req.socket.remoteAddress ?? '';

type Record = (entry: Omit<SignInEntry, 'at' | 'issuer'>) => Promise<void>;

/** Writes down what the provider grants and refuses without a page: tokens of machine clients and of command lines. */
function watch(provider: Provider, record: Record): void {
  const note = (ctx: KoaContextWithOIDC, what: SignInEntry['what'], why?: string): void => {
    const { params, client, entities } = ctx.oidc;
    const asked = params?.['grant_type'];
    const grant = typeof asked === 'string' ? asked : '';
    const how = grant === 'client_credentials' ? 'client' : grant.endsWith('device_code') ? 'device' : undefined;
    if (how === undefined || why === 'authorization_pending' || why === 'slow_down') return;
    const network = networkOf(ctx.ip);
    void record({
      what,
      how,
      ...(client ? { client: client.clientId } : {}),
      ...(entities.Account ? { subject: entities.Account.accountId } : {}),
      ...(why === undefined ? {} : { why }),
      ...(network === undefined ? {} : { network }),
    }).catch(() => undefined);
  };
  provider.on('grant.success', (ctx) => note(ctx, 'signed-in'));
  provider.on('grant.error', (ctx, error) => note(ctx, 'refused', error.message));
}

/** What a request says of its own address is replaced by what is known: nobody can have a link made to another site. */
function settle(req: IncomingMessage, origin: URL, address: string): void {
  for (const name of Object.keys(req.headers)) if (name.startsWith('x-forwarded-')) delete req.headers[name];
  req.headers.host = origin.host;
  req.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  req.headers['x-forwarded-for'] = address;
}

interface Running {
  readonly keys: Keys;
  readonly provider: Provider;
  readonly answer: ReturnType<Provider['callback']>;
}

/** Starts the embedded provider. Throws a PlatformError on a platform in service. */
export async function startIdentity(deps: IdentityDeps): Promise<Identity> {
  const { pool, now, clientKeys, people } = deps;
  await refuseService(pool);
  const origin = new URL(deps.origin);
  const addressOf = deps.addressOf ?? addressOfSocket;
  const issuer = `${origin.origin}${PREFIX}`;
  const record: Record = (entry) => recordSignIn(pool, { ...entry, at: now(), issuer });
  const [cookieSecret, consoleSecret] = [await secretNamed(pool, 'cookies'), await secretNamed(pool, 'console')];
  const withKeys = (keys: Keys): Running => {
    const made = makeProvider({ pool, origin: origin.origin, keys, cookieSecret, consoleSecret, clientKeys, now });
    watch(made, record);
    return { keys, provider: made, answer: made.callback() };
  };
  let running = withKeys(await dueKeys(pool, now()));
  const [passwords, codes] = [triesIn(pool, 'password'), triesIn(pool, 'totp')];
  const provider = (): Provider => running.provider;
  const pages = interactionPages({ provider, pool, origin: origin.origin, people, now, passwords, codes, addressOf, record });
  const answerPage = getRequestListener(pages.fetch);
  const sweep = async (): Promise<number> => {
    const keys = await dueKeys(pool, now());
    if (keys.map(({ kid }) => kid).join() !== running.keys.map(({ kid }) => kid).join()) running = withKeys(keys);
    return forgetExpired(pool, now());
  };
  const sweeping = setInterval(() => void sweep().catch(() => undefined), SWEEP_MS).unref();
  return {
    issuer,
    console: { clientId: CONSOLE, clientSecret: consoleSecret },
    commandLine: { issuer, clientId: COMMAND_LINE, resource: RESOURCE, scope: `openid ${SCOPE}` },
    handle: (req, res) => {
      settle(req, origin, addressOf(req));
      const asked = req.url ?? '';
      if (asked.startsWith(`${PREFIX}/interaction/`)) {
        void answerPage(req, res);
        return;
      }
      const url = asked.slice(PREFIX.length);
      // the code is typed by a person, never taken from a link: who is sent a link must not let a stranger in
      const rest = url.startsWith('/device?') ? '/device' : url;
      Object.assign(req, { originalUrl: `${PREFIX}${rest}`, url: rest });
      void running.answer(req, res);
    },
    rotate: async () => {
      running = withKeys(await rotateKeys(pool, now()));
    },
    sweep,
    stop: () => {
      clearInterval(sweeping);
    },
  };
}

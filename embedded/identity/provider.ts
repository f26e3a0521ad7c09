import { interactionPolicy, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { isEnded } from '../../parties/sessions.js';
import { accountOf } from './accounts.js';
import { AUDIENCE, COMMAND_LINE, machineClient, ownClients, RESOURCE, SCOPE, type ClientKeys } from './clients.js';
import { SIGNS_WITH, type Keys } from './keys.js';
import { deviceConfirm, deviceDone, deviceInput, errorPage, signedOutPage, signOutPage } from './koa-pages.js';
import { payloadsIn } from './payloads.js';

/** Where the provider is mounted. */
export const PREFIX = '/oidc';

const MINUTE = 60;
const ACCESS_SECONDS = 10 * MINUTE;
const WHOLE_SECONDS = 600 * MINUTE;

/** What the provider is made of. */
export interface Parts {
  readonly pool: pg.Pool;
  readonly origin: string;
  readonly keys: Keys;
  readonly cookieSecret: string;
  readonly consoleSecret: string;
  readonly clientKeys: ClientKeys;
  readonly now: () => Instant;
}

/** Whether a second factor is asked for. */
export const wantsSecondFactor = (params: Readonly<Record<string, unknown>> | undefined): boolean => {
  const asked = params?.['acr_values'];
  return typeof asked === 'string' && asked.split(' ').includes('mfa');
};

/** Signs in anew whoever is asked for a second factor and has not shown one. */
const policy = (): ReturnType<typeof interactionPolicy.base> => {
  const { base, Check } = interactionPolicy;
  const prompts = base();
  // the platform's own clients: nobody is asked whether the platform may know what it is told
  prompts.remove('consent');
  prompts.get('login')?.checks.add(
    new Check('second_factor', 'a second factor is asked for', ({ oidc }) => {
      const missing = wantsSecondFactor(oidc.params) && oidc.acr !== 'mfa';
      return missing ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return prompts;
};

/** The grant of a person to one of the platform's own clients: made by itself, everything it can ask for. */
const ownGrant = async (ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> => {
  const { session, client, account, provider } = ctx.oidc;
  if (!client || !account) return undefined;
  const before = session?.grantIdFor(client.clientId);
  const found = before === undefined ? undefined : await provider.Grant.find(before);
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope('openid');
  grant.addOIDCClaims(['sid', 'acr', 'auth_time']);
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
};

/** What an access token tells of the sign-in that it comes from. */
const howSignedIn = (ctx: KoaContextWithOIDC): Record<string, unknown> => {
  const { AuthorizationCode, DeviceCode, RefreshToken } = ctx.oidc.entities;
  const from = AuthorizationCode ?? DeviceCode ?? RefreshToken;
  return from ? { sid: from.sid, auth_time: from.authTime, acr: from.acr } : {};
};

/** Whether the sign-in that a code or a refresh token is of has ended since. */
const hasEnded = async (pool: pg.Pool, issuer: string, token: object): Promise<boolean> => {
  const { sid, iat, iiat = iat } = token as { sid?: string; iat?: number; iiat?: number };
  return sid !== undefined && iiat !== undefined && isEnded(pool, { issuer, sid, issuedAt: iiat * 1_000 });
};

const features = (): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  claimsParameter: { enabled: true },
  clientCredentials: { enabled: true },
  userinfo: { enabled: false },
  revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
  deviceFlow: {
    enabled: true,
    deviceInfo: () => ({}),
    userCodeInputSource: deviceInput,
    userCodeConfirmSource: deviceConfirm,
    successSource: deviceDone,
  },
  rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    getResourceServerInfo: () => ({
      scope: SCOPE,
      audience: AUDIENCE,
      accessTokenTTL: ACCESS_SECONDS,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: SIGNS_WITH } },
    }),
  },
});

/** The provider as it stands with these keys; what it remembers is in the database. */
export function makeProvider({ pool, origin, keys, cookieSecret, consoleSecret, clientKeys, now }: Parts): Provider {
  const { port } = new URL(origin);
  // several platforms stand on one machine, and browsers know cookies by host alone
  const beside = port === '' ? '' : `-${port}`;
  const provider = new Provider(`${origin}${PREFIX}`, {
    adapter: payloadsIn(pool, machineClient(clientKeys), now),
    clients: ownClients(origin, consoleSecret),
    clientDefaults: { id_token_signed_response_alg: SIGNS_WITH },
    jwks: { keys: [...keys] as { kty: string }[] },
    acrValues: ['pwd', 'mfa'],
    claims: { openid: ['sub'], sid: null, acr: null, auth_time: null },
    scopes: ['openid'],
    cookies: {
      keys: [cookieSecret],
      names: { session: `luyue-id${beside}`, interaction: `luyue-id-now${beside}`, resume: `luyue-id-then${beside}` },
      long: { httpOnly: true, sameSite: 'lax', path: PREFIX, signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    enabledJWA: {
      idTokenSigningAlgValues: [SIGNS_WITH],
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256', 'EdDSA'],
    },
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt', 'none'],
    features: features(),
    findAccount: async (_, subject, token) => {
      // who has signed out refreshes nothing any more
      if (token && (await hasEnded(pool, `${origin}${PREFIX}`, token))) return undefined;
      const account = await accountOf(pool, 'subject', subject);
      return account && { accountId: account.subject, claims: () => ({ sub: account.subject }) };
    },
    loadExistingGrant: ownGrant,
    extraTokenClaims: (ctx) => howSignedIn(ctx),
    // a command line stays signed in when the browser that let it in signs out
    expiresWithSession: (_, from) => from.clientId !== COMMAND_LINE,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    pkce: { required: () => true },
    interactions: { policy: policy(), url: (_, { uid }) => `${PREFIX}/interaction/${uid}` },
    renderError: errorPage,
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: ACCESS_SECONDS,
      ClientCredentials: ACCESS_SECONDS,
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      IdToken: 10 * MINUTE,
      Interaction: 15 * MINUTE,
      Session: WHOLE_SECONDS,
      Grant: WHOLE_SECONDS,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? WHOLE_SECONDS,
    },
  });
  // what the address is comes from the issuer and our own handler, never from what somebody sends
  provider.proxy = true;
  return provider;
}

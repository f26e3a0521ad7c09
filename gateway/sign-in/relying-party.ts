import * as client from 'openid-client';
import type { Instant } from '../../domain/model/instant.js';
import type { Attempt } from '../../parties/attempts.js';
import { newSecret } from '../../parties/secret.js';
import type { Acr, SignedIn } from '../../parties/sessions.js';

/** The identity provider that people sign in at. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The values of `acr` by which the provider says that a second factor was shown. */
  readonly secondFactor: readonly string[];
}

const isLoopback = ({ hostname }: URL): boolean => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);

/** The provider that the environment names; none where it names none, and the embedded one serves. Throws where a part is missing. */
export function providerFrom(env: NodeJS.ProcessEnv): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || issuer === '') return undefined;
  if (!clientId || !clientSecret)
    throw new Error(
      '设置了 OIDC_ISSUER，还须设置 OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET / OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
    );
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || (url.protocol !== 'https:' && !isLoopback(url)))
    throw new Error('OIDC_ISSUER 须为 https 地址 / OIDC_ISSUER must be an https address');
  return { issuer, clientId, clientSecret, secondFactor: (env['OIDC_MFA_ACR'] ?? 'mfa').split(' ') };
}

/** A sign-in to begin: the attempt to keep, and the address once it has its `state`. */
export interface Begun {
  readonly attempt: Attempt;
  readonly address: (state: string) => string;
}

/** What is asked of the provider: who it is about to be, and whether a second factor must be shown now. */
export interface Wanted {
  readonly goesTo: string;
  readonly stepUp: boolean;
  readonly hint?: string;
}

const SECONDS = 1_000;
/** A sign-in at the provider that is older is asked for anew. */
const AGE_SECONDS = 10 * 3_600;
const STEP_UP_SECONDS = 300;
const WAIT_MS = 10_000;
/** What the provider is told to tell: which sign-in it was, when and how. */
const CLAIMS = JSON.stringify({ id_token: { sid: null, acr: null, auth_time: { essential: true } } });

/** Thrown where the provider does not answer, or answers what is no answer: nothing can be said of who came. */
export class ProviderAway extends Error {
  constructor(cause: unknown) {
    super('the identity provider does not answer', { cause });
    this.name = 'ProviderAway';
  }
}

/** What the library calls an answer that is none: too late, no JSON, of the wrong kind or status, about no address. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);
const TOO_MANY = 429;
const SERVER_FAULT = 500;

/** Whether an answer is JSON and tells nothing of what was asked: the library gives it along as the reason. */
const isAboutItsBody = ({ code, cause }: client.ClientError): boolean =>
  code === 'OAUTH_INVALID_RESPONSE' && cause instanceof Error && cause.cause instanceof Object && 'body' in cause.cause;

/** Whether an error says that the provider is away, and not that it said no, or that what it said does not fit. */
const isAway = (error: unknown): boolean => {
  if (error instanceof client.ResponseBodyError) return error.status >= SERVER_FAULT || error.status === TOO_MANY;
  if (error instanceof client.AuthorizationResponseError) return /^(server_error|temporarily_unavailable)$/.test(error.error);
  // a connection that fails is a plain TypeError of `fetch`, a body that breaks off one within a ClientError
  if (error instanceof TypeError) return !('code' in error);
  return error instanceof client.ClientError && (NO_ANSWER.has(error.code ?? '') || isAboutItsBody(error));
};

/** What must be known of a provider before it is believed, and kept: where people sign in and where codes are told. */
function withItsAddresses(found: client.Configuration): client.Configuration {
  const { authorization_endpoint: signIn, token_endpoint: codes } = found.serverMetadata();
  for (const one of [signIn, codes]) {
    const url = one !== undefined && URL.canParse(one) ? new URL(one) : undefined;
    if (!url || (url.protocol !== 'https:' && !isLoopback(url))) throw new Error(`no address of a provider: ${String(one)}`);
  }
  return found;
}

/** The platform as a relying party: it sends people to a provider, and reads what the provider says of them. */
export class RelyingParty {
  private found: Promise<client.Configuration> | undefined;

  private readonly settings: ProviderSettings;
  private readonly callback: string;
  private readonly waitMs: number;
  /** `callback`: where the provider sends people back to; `waitMs`: how long it is waited for. */
  constructor(settings: ProviderSettings, callback: string, waitMs = WAIT_MS) {
    this.settings = settings;
    this.callback = callback;
    this.waitMs = waitMs;
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  /** What the provider says of itself, asked when it is needed first; again after it was away. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    this.found ??= client
      .discovery(url, clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: this.waitMs / SECONDS,
        execute: [
          // what it says of a person counts by its signature, and not only because it came from its address
          client.enableNonRepudiationChecks,
          // oxlint-disable-next-line typescript/no-deprecated -- marked so that it is not used beyond one machine
          ...(isLoopback(url) && url.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      })
      .then(withItsAddresses)
      .catch((error: unknown) => {
        this.found = undefined;
        throw new ProviderAway(error);
      });
    return this.found;
  }

  async begin({ goesTo, stepUp, hint }: Wanted): Promise<Begun> {
    const configuration = await this.configuration();
    const attempt = { nonce: newSecret(), verifier: client.randomPKCECodeVerifier(), goesTo, stepUp };
    const challenge = await client.calculatePKCECodeChallenge(attempt.verifier);
    const second = { acr_values: this.settings.secondFactor.join(' '), prompt: 'login' };
    const address = (state: string): string =>
      client.buildAuthorizationUrl(configuration, {
        redirect_uri: this.callback,
        scope: 'openid',
        state,
        nonce: attempt.nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        max_age: String(stepUp ? STEP_UP_SECONDS : AGE_SECONDS),
        ...(stepUp ? second : {}),
        ...(hint === undefined ? {} : { login_hint: hint }),
        ...(configuration.serverMetadata().claims_parameter_supported === true ? { claims: CLAIMS } : {}),
      }).href;
    return { attempt, address };
  }

  private acrOf(said: unknown): Acr {
    return typeof said === 'string' && this.settings.secondFactor.includes(said) ? 'mfa' : 'pwd';
  }

  /**
   * Who has signed in, by what the provider sent back. Throws `ProviderAway` where it does not answer, and something else where
   * any of it does not fit: state, nonce, PKCE, issuer, signature.
   */
  async finish(query: string, state: string, { nonce, verifier, stepUp }: Attempt): Promise<SignedIn> {
    const configuration = await this.configuration();
    const back = new URL(this.callback);
    back.search = query;
    const tokens = await client
      .authorizationCodeGrant(configuration, back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        maxAge: stepUp ? STEP_UP_SECONDS : AGE_SECONDS,
      })
      .catch((error: unknown) => {
        if (!isAway(error)) throw error;
        // it may come back with other addresses
        this.found = undefined;
        throw new ProviderAway(error);
      });
    const claims = tokens.claims();
    if (claims?.auth_time === undefined) throw new Error('the provider does not say when the person signed in');
    const { iss, sub, sid, acr, auth_time: signedInAt } = claims;
    const authTime: Instant = signedInAt * SECONDS;
    return { issuer: iss, subject: sub, sid: typeof sid === 'string' ? sid : newSecret(), acr: this.acrOf(acr), authTime };
  }

  /** Where a person signs out at the provider too, if it has such a page. */
  async signOutAddress(goesTo: string): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    // the client is named instead of an ID token: nothing that tells of a person stands in an address
    const told = { post_logout_redirect_uri: goesTo, client_id: this.settings.clientId };
    return client.buildEndSessionUrl(configuration, told).href;
  }
}

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
const WAIT_SECONDS = 10;
/** What the provider is told to tell: which sign-in it was, when and how. */
const CLAIMS = JSON.stringify({ id_token: { sid: null, acr: null, auth_time: { essential: true } } });

/** The platform as a relying party: it sends people to a provider, and reads what the provider says of them. */
export class RelyingParty {
  private found: Promise<client.Configuration> | undefined;

  private readonly settings: ProviderSettings;
  private readonly callback: string;
  /** `callback`: where the provider sends people back to. */
  constructor(settings: ProviderSettings, callback: string) {
    this.settings = settings;
    this.callback = callback;
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
        timeout: WAIT_SECONDS,
        // oxlint-disable-next-line typescript/no-deprecated -- marked so that it is not used beyond one machine
        execute: isLoopback(url) && url.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.found = undefined;
        throw error;
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

  /** Who has signed in, by what the provider sent back. Throws where any of it does not fit: state, nonce, PKCE, issuer, signature. */
  async finish(query: string, state: string, { nonce, verifier, stepUp }: Attempt): Promise<SignedIn> {
    const configuration = await this.configuration();
    const back = new URL(this.callback);
    back.search = query;
    const tokens = await client.authorizationCodeGrant(configuration, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      maxAge: stepUp ? STEP_UP_SECONDS : AGE_SECONDS,
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

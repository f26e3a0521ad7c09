import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Instant } from '../domain/model/instant.js';
import type { Acr } from '../parties/sessions.js';
import { isNo, no, type No } from './no.js';
import type { Subject } from './port.js';

/** Whom access tokens are for. */
export const AUDIENCE = 'luyue-api';
/** For how long one holds, in seconds. */
export const TOKEN_SECONDS = 600;
/** `acr` of somebody who has shown a second factor at `auth_time`. */
export const TWO_FACTORS = 'mfa' satisfies Acr;
/** The one way in which tokens are signed. */
export const ALGORITHM = 'ES256';

/** What a token says that holds: who asks, a person or a machine client as itself. */
export interface Bearer extends Subject {
  readonly client?: string;
  /** Of a person: which sign-in, when, and how. */
  readonly signIn?: { readonly sid: string; readonly acr: Acr; readonly authTime: Instant };
}

/** Whether a sign-in has been ended since a token was issued: what is stolen is worth nothing after signing out. */
export type IsEnded = (token: { readonly issuer: string; readonly sid: string; readonly issuedAt: Instant }) => Promise<boolean>;

type Keys = Parameters<typeof jwtVerify>[1] & ((...args: never[]) => unknown);

/** Somebody whose tokens are taken: by whose keys they are checked. */
export interface Issuer {
  readonly issuer: string;
  readonly keys: Keys;
  /** How it may sign; `ALGORITHM` where nothing is said. */
  readonly algorithms?: readonly string[];
  /** The values of `acr` by which it says that a second factor was shown; `TWO_FACTORS` where nothing is said. */
  readonly secondFactor?: readonly string[];
}

/** An issuer whose keys are at hand. */
export const issuerWith = (issuer: string, keys: JSONWebKeySet): Issuer => ({
  issuer,
  keys: createLocalJWKSet(keys),
});

const DISCOVERY = z.object({ issuer: z.string(), jwks_uri: z.url() });
const FETCH_MS = 5_000;

/** Whether keys were at hand and none was the token's; everything else says that they cannot be had. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** An issuer that tells its keys by discovery, once they are needed. */
export function issuerAt(issuer: string, waitMs = FETCH_MS): Issuer {
  let known: ReturnType<typeof createRemoteJWKSet> | undefined;
  const discover = async (): Promise<ReturnType<typeof createRemoteJWKSet>> => {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(waitMs),
      redirect: 'error',
    });
    if (!answer.ok) throw new IssuerAway(`discovery answers ${String(answer.status)}`);
    const told = DISCOVERY.parse(await answer.json());
    if (told.issuer !== issuer) throw new IssuerAway(`discovery is of ${told.issuer}`);
    return createRemoteJWKSet(new URL(told.jwks_uri), { timeoutDuration: waitMs });
  };
  const keys = async (...args: Parameters<ReturnType<typeof createRemoteJWKSet>>) => {
    try {
      known ??= await discover();
    } catch (error) {
      throw error instanceof IssuerAway ? error : new IssuerAway(error instanceof Error ? error.message : String(error));
    }
    try {
      return await known(...args);
    } catch (error) {
      if (isOfTheToken(error)) throw error;
      // keys that are still good are kept, whatever a token of an unknown key made us ask
      if (!known.fresh) known = undefined;
      throw new IssuerAway(error instanceof Error ? error.message : String(error));
    }
  };
  return { issuer, keys };
}

/** Thrown where the keys of an issuer cannot be had: nothing can be said of its tokens. */
class IssuerAway extends Error {
  constructor(why: string) {
    super(`the issuer's keys cannot be had: ${why}`);
    this.name = 'IssuerAway';
  }
}

const SECOND = 1_000;
const LONGEST = 4_096;
const TOLERANCE_SECONDS = 5;
const NAME_MOST = 255;
const name = z.string().min(1).max(NAME_MOST);
const CLAIMS = z.object({
  sub: name,
  iat: z.number(),
  client_id: name.optional(),
  sid: name.optional(),
  auth_time: z.number().optional(),
  acr: z.string().optional(),
});

const notSignedIn = (why: readonly [zh: string, en: string]): No =>
  no('not-signed-in', `未登录：${why[0]}`, `not signed in: ${why[1]}`);

export const NO_TOKEN = notSignedIn(['请出示访问令牌', 'bring an access token (Authorization: Bearer …)']);
const INVALID = notSignedIn(['令牌无效', 'the token is not valid here']);
const EXPIRED = notSignedIn(['令牌已过期', 'the token has expired']);
const ENDED = notSignedIn(['此次登录已退出', 'this session has been ended']);
export const NOBODY = notSignedIn(['令牌所指的人员不在册', 'nobody here is who the token is for']);
const AWAY = no('stored-nothing', '身份服务没有答复，请稍后再试', 'the identity provider does not answer: try again later');

const issuerOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

/** The token of an `Authorization` header. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/-]{1,4096}=*)$/i.exec(header ?? '')?.[1];

/** What a token says, as far as its signature, its time, its audience and its issuer hold. */
async function claimsOf(token: string, known: Issuer, now: Instant): Promise<JWTPayload | No> {
  try {
    const { payload } = await jwtVerify(token, known.keys as never, {
      issuer: known.issuer,
      audience: AUDIENCE,
      typ: 'at+jwt',
      maxTokenAge: TOKEN_SECONDS,
      algorithms: [...(known.algorithms ?? [ALGORITHM])],
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: new Date(now),
      clockTolerance: TOLERANCE_SECONDS,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return EXPIRED;
    // a key that cannot be fetched is not the asker's fault
    if (error instanceof IssuerAway) return AWAY;
    if (error instanceof errors.JOSEError || error instanceof TypeError) return INVALID;
    throw error;
  }
}

/** Who asks by a token, or why nobody does. */
export type ReadToken = (token: string) => Promise<Bearer | No>;

/** Checks access tokens: signature, issuer, audience, time, and that the sign-in has not ended. */
export function tokenReader(issuers: readonly Issuer[], isEnded: IsEnded, clock: () => Instant = Date.now): ReadToken {
  return async (token) => {
    if (token.length > LONGEST) return INVALID;
    const claimed = issuerOf(token);
    const known = issuers.find(({ issuer }) => issuer === claimed);
    if (!known) return INVALID;
    const payload = await claimsOf(token, known, clock());
    if (isNo(payload)) return payload;
    const read = CLAIMS.safeParse(payload);
    if (!read.success) return INVALID;
    const { issuer, secondFactor = [TWO_FACTORS] } = known;
    const { sub: subject, client_id: client, sid, iat, acr = '', auth_time: authTime } = read.data;
    const who = { issuer, subject, ...(client === undefined ? {} : { client }) };
    // without a sign-in only a machine client speaks, for itself
    if (sid === undefined || authTime === undefined) return subject === client ? who : INVALID;
    if (await isEnded({ issuer, sid, issuedAt: iat * SECOND })) return ENDED;
    const signIn = { sid, acr: secondFactor.includes(acr) ? TWO_FACTORS : 'pwd', authTime: authTime * SECOND } as const;
    return { ...who, signIn };
  };
}

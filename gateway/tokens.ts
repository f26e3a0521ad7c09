import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Instant } from '../domain/model/instant.js';
import { no, type No } from './no.js';
import type { Subject } from './port.js';

/** Whom access tokens are for. */
export const AUDIENCE = 'luyue-api';
/** For how long one holds, in seconds. */
export const TOKEN_SECONDS = 600;
/** `acr` of somebody who has shown a second factor at `auth_time`. */
export const TWO_FACTORS = 'mfa';
/** The one way in which tokens are signed. */
export const ALGORITHM = 'ES256';

/** What a token says that holds. */
export interface SignedIn extends Subject {
  /** None of a program, which signs in for itself. */
  readonly session?: string;
  /** When a second factor was last shown. */
  readonly steppedUpAt?: Instant;
  /** The machine client that asks for the person. */
  readonly client?: string;
}

/** Whether a sign-in has been ended since a token was issued: what is stolen is worth nothing after signing out. */
export type IsEnded = (token: { readonly issuer: string; readonly sid: string; readonly issuedAt: Instant }) => Promise<boolean>;

type Keys = Parameters<typeof jwtVerify>[1] & ((...args: never[]) => unknown);

/** Somebody whose tokens are taken: by whose keys they are checked. */
export interface Issuer {
  readonly issuer: string;
  readonly keys: Keys;
}

/** An issuer whose keys are at hand. */
export const issuerWith = (issuer: string, keys: JSONWebKeySet): Issuer => ({
  issuer,
  keys: createLocalJWKSet(keys),
});

const DISCOVERY = z.object({ issuer: z.string(), jwks_uri: z.url() });
const FETCH_MS = 5_000;

/** An issuer that tells its keys by discovery, once they are needed. */
export function issuerAt(issuer: string): Issuer {
  let known: ReturnType<typeof createRemoteJWKSet> | undefined;
  const discover = async (): Promise<ReturnType<typeof createRemoteJWKSet>> => {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      ...{ signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' },
    });
    if (!answer.ok) throw new IssuerAway(`discovery answers ${String(answer.status)}`);
    const told = DISCOVERY.parse(await answer.json());
    if (told.issuer !== issuer) throw new IssuerAway(`discovery is of ${told.issuer}`);
    return createRemoteJWKSet(new URL(told.jwks_uri), { timeoutDuration: FETCH_MS });
  };
  const keys = async (...args: Parameters<ReturnType<typeof createRemoteJWKSet>>) => {
    try {
      known ??= await discover();
    } catch (error) {
      throw error instanceof IssuerAway ? error : new IssuerAway(error instanceof Error ? error.message : String(error));
    }
    return known(...args);
  };
  return { issuer, keys: keys };
}

/** Thrown where the keys of an issuer cannot be had: nothing can be said of its tokens. */
export class IssuerAway extends Error {
  constructor(why: string) {
    super(`the issuer's keys cannot be had: ${why}`);
    this.name = 'IssuerAway';
  }
}

const SECOND = 1_000;
const CLAIMS = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(200),
  sid: z.string().min(1).max(200),
  auth_time: z.number(),
  iat: z.number(),
  acr: z.string().optional(),
});

const notSignedIn = (why: readonly [zh: string, en: string]): No =>
  no('not-signed-in', `未登录：${why[0]}`, `not signed in: ${why[1]}`);

export const NO_TOKEN = notSignedIn(['请出示访问令牌', 'bring an access token (Authorization: Bearer …)']);
export const INVALID = notSignedIn(['令牌无效', 'the token is not valid here']);
const EXPIRED = notSignedIn(['令牌已过期', 'the token has expired']);
const ENDED = notSignedIn(['此次登录已退出', 'this session has been ended']);
export const NOBODY = notSignedIn(['令牌所指的人员不在册', 'nobody here is who the token is for']);
export const AWAY = no(
  'stored-nothing',
  '身份服务没有答复，请稍后再试',
  'the identity provider does not answer: try again later',
);

export const issuerOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

/** What a token says, as far as its signature, its time, its audience and its issuer hold. */
async function claimsOf(token: string, issuers: readonly Issuer[]): Promise<JWTPayload | No> {
  const claimed = issuerOf(token);
  const known = issuers.find(({ issuer }) => issuer === claimed);
  if (!known) return INVALID;
  try {
    const { payload } = await jwtVerify(token, known.keys as never, {
      ...{ issuer: known.issuer, audience: AUDIENCE, algorithms: [ALGORITHM], typ: 'at+jwt', maxTokenAge: TOKEN_SECONDS },
      requiredClaims: ['exp', 'iat', 'sub', 'sid', 'auth_time'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return EXPIRED;
    if (error instanceof IssuerAway || error instanceof errors.JWKSTimeout) return AWAY;
    if (error instanceof errors.JOSEError || error instanceof TypeError) return INVALID;
    throw error;
  }
}

/** Checks access tokens: whose they are, or why they are nobody's. */
export function tokenReader(issuers: readonly Issuer[], isEnded: IsEnded): (token: string) => Promise<SignedIn | No> {
  return async (token) => {
    const payload = await claimsOf(token, issuers);
    if ('code' in payload && 'zh' in payload) return payload as unknown as No;
    const read = CLAIMS.safeParse(payload);
    if (!read.success) return INVALID;
    const { iss, sub, sid, auth_time: at, iat, acr } = read.data;
    if (await isEnded({ issuer: iss, sid, issuedAt: iat * SECOND })) return ENDED;
    return {
      ...{ issuer: iss, subject: sub, session: sid },
      ...(acr === TWO_FACTORS ? { steppedUpAt: at * SECOND } : {}),
    };
  };
}

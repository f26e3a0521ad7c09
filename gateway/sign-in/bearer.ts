import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { isEnded, type Acr } from '../../parties/sessions.js';

/** For whom an access token must be. */
export const AUDIENCE = 'luyue-api';
const LONGEST = 4_096;
const SECONDS = 1_000;

/** Who asks with an access token: a person, or a machine client as itself. */
export interface Bearer {
  readonly issuer: string;
  readonly subject: string;
  readonly client: string;
  /** Of a person: which sign-in, when, and how. */
  readonly signIn?: { readonly sid: string; readonly acr: Acr; readonly authTime: Instant };
  readonly issuedAt: Instant;
}

/** The issuer's public keys, fetched when they are needed and again when one is unknown. */
export const keysAt = (jwks: URL): JWTVerifyGetKey =>
  createRemoteJWKSet(jwks, { timeoutDuration: 5_000, cooldownDuration: 10_000, cacheMaxAge: 600_000 });

export interface BearerDeps {
  readonly pool: pg.Pool;
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  /** The values of `acr` by which the issuer says that a second factor was shown; `mfa` where nothing is said. */
  readonly secondFactor?: readonly string[];
  readonly now: () => Instant;
}

/** Reads an access token: signature, issuer, audience, time, and that its sign-in has not ended. Nothing where any of it is wrong. */
export async function readBearer(deps: BearerDeps, token: string): Promise<Bearer | undefined> {
  const { pool, issuer, keys, now, secondFactor = ['mfa'] } = deps;
  if (token.length > LONGEST) return undefined;
  const verified = await jwtVerify(token, keys, {
    issuer,
    audience: AUDIENCE,
    typ: 'at+jwt',
    algorithms: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'],
    requiredClaims: ['sub', 'client_id', 'iat', 'exp'],
    currentDate: new Date(now()),
    clockTolerance: 5,
  }).catch((error: unknown) => {
    // a key that cannot be fetched is not the asker's fault
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
    throw error;
  });
  if (!verified) return undefined;
  const { sub = '', client_id: client, iat = 0, sid, acr, auth_time: authTime } = verified.payload;
  if (typeof client !== 'string') return undefined;
  const issuedAt = iat * SECONDS;
  const asked = { issuer, subject: sub, client, issuedAt };
  if (typeof sid !== 'string' || typeof authTime !== 'number')
    // without a sign-in only a machine client speaks, for itself
    return sub === client ? asked : undefined;
  if (await isEnded(pool, { issuer, sid, issuedAt })) return undefined;
  const second = typeof acr === 'string' && secondFactor.includes(acr);
  return { ...asked, signIn: { sid, acr: second ? 'mfa' : 'pwd', authTime: authTime * SECONDS } };
}

/** The token of an `Authorization` header. */
export const bearerToken = (header: string | undefined): string | undefined => /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];

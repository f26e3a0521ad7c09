import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import { readWhole, writeWhole } from '../records/whole-file.js';
import { issuerFile } from './issuer-file.js';
import { ALGORITHM, AUDIENCE, issuerWith, TOKEN_SECONDS, TWO_FACTORS, type Issuer } from './tokens.js';

/** The platform's own issuer, for test persons of one machine and of rehearsals. It does not exist in service. */
export const TEST_ISSUER = 'urn:luyue:test-issuer';

const KEY = z.looseObject({ kid: z.string(), kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });
const FILE = z.object({
  /** The first signs; those before it are kept, without what signs, for as long as their tokens hold. */
  keys: z.array(KEY.extend({ madeAt: z.number(), d: z.string().optional() })).min(1),
});
type File = z.infer<typeof FILE>;
type Key = File['keys'][number];

const KEPT = 3;
const DAY_MS = 86_400_000;
/** After so long another key signs. */
const KEY_DAYS = 30;

const read = (folder: string): File | undefined => {
  const file = issuerFile(folder);
  return existsSync(file) ? FILE.parse(readWhole(file)) : undefined;
};

const write = (folder: string, content: File): void => writeWhole(issuerFile(folder), `${JSON.stringify(content, null, 2)}\n`);

async function newKey(madeAt: number): Promise<Key> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return KEY.extend({ madeAt: z.number(), d: z.string() }).parse({
    ...(await exportJWK(privateKey)),
    kid: randomUUID(),
    madeAt,
  });
}

const withoutSecret = ({ d: _, ...key }: Key): Key => key;

/** Has another key sign from now on; tokens of the ones before it hold until they expire. */
export async function rotate(folder: string, now = Date.now()): Promise<void> {
  const before = read(folder)?.keys ?? [];
  write(folder, { keys: [await newKey(now), ...before.slice(0, KEPT - 1).map(withoutSecret)] });
}

/** Makes the key with which tokens for test persons are signed, where there is none, or none that is young enough. */
export async function makeTestIssuer(folder: string, now = Date.now()): Promise<void> {
  const [current] = read(folder)?.keys ?? [];
  if (!current || now - current.madeAt > KEY_DAYS * DAY_MS) await rotate(folder, now);
}

/** The platform's own issuer as those know it who check its tokens; none where nobody has made it. */
export function testIssuer(folder: string): Issuer | undefined {
  const keys = read(folder)?.keys;
  if (!keys) return undefined;
  const shown = keys.map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y, alg: ALGORITHM, use: 'sig' }));
  return issuerWith(TEST_ISSUER, { keys: shown });
}

/** Whom a token is for, and how long it holds. */
export interface TokenWanted {
  readonly actor: string;
  readonly seconds?: number;
  readonly now?: number;
}

/** A token for a test person, as if it had just shown both factors. Throws where the platform has no issuer of its own. */
export async function testToken(
  folder: string,
  { actor, seconds = TOKEN_SECONDS, now = Date.now() }: TokenWanted,
): Promise<string> {
  const [current] = read(folder)?.keys ?? [];
  if (current?.d === undefined) throw new Error(`${issuerFile(folder)} has no key to sign with`);
  const at = Math.floor(now / 1_000);
  return new SignJWT({ sid: `test/${actor}`, auth_time: at, acr: TWO_FACTORS })
    .setProtectedHeader({ alg: ALGORITHM, kid: current.kid, typ: 'at+jwt' })
    .setIssuer(TEST_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(actor)
    .setJti(randomUUID())
    .setIssuedAt(at)
    .setExpirationTime(at + seconds)
    .sign(await importJWK(current as JWK, ALGORITHM));
}

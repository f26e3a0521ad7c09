import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';
import { newSecret } from '../../parties/secret.js';
import { AUDIENCE, COMMAND_LINE, SCOPE } from './clients.js';
import { dueKeys, SIGNS_WITH } from './keys.js';
import type { TestPerson } from './people.js';
import { ACCESS_SECONDS, PREFIX } from './provider.js';
import { refuseService } from './refuse-service.js';

/** A bearer token of a test person, as if signed in just now with a second factor. Throws on a platform in service. */
export async function testToken(pool: pg.Pool, origin: string, person: TestPerson, now: Instant): Promise<string> {
  await refuseService(pool);
  const [key] = await dueKeys(pool, now);
  if (key?.kid === undefined) throw new Error('the embedded provider has no key that signs');
  const at = Math.floor(now / 1_000);
  return new SignJWT({ sid: newSecret(), auth_time: at, acr: 'mfa', scope: SCOPE, client_id: COMMAND_LINE })
    .setProtectedHeader({ alg: SIGNS_WITH, typ: 'at+jwt', kid: key.kid })
    .setIssuer(`${new URL(origin).origin}${PREFIX}`)
    .setAudience(AUDIENCE)
    .setSubject(person.subject)
    .setJti(randomUUID())
    .setIssuedAt(at)
    .setExpirationTime(at + ACCESS_SECONDS)
    .sign(await importJWK(key, SIGNS_WITH));
}

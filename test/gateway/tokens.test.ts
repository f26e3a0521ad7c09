import { stat, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isNo } from '../../gateway/no.js';
import { issuerFile } from '../../gateway/issuer-file.js';
import { makeTestIssuer, rotate, TEST_ISSUER, testIssuer, testToken } from '../../gateway/test-issuer.js';
import { AUDIENCE, issuerAt, tokenReader, TWO_FACTORS, type Issuer, type IsEnded } from '../../gateway/tokens.js';
import { goneAfterTest, issuerFolder } from './house.js';

const DAY_MS = 86_400_000;
const now = (): number => Math.floor(Date.now() / 1_000);
const NEVER: IsEnded = () => Promise.resolve(false);

/** The reader of a folder's tokens, as a platform started now has it. */
const readerIn = (folder: string, isEnded = NEVER) => {
  const issuer = testIssuer(folder);
  if (!issuer) throw new Error('no issuer');
  return tokenReader([issuer], isEnded);
};
const codeOf = async (read: Promise<unknown>): Promise<string> => {
  const answer = await read;
  return isNo(answer) ? answer.code : 'taken';
};

let folder: string;
let key: CryptoKey;
let kid: string;
beforeAll(async () => {
  folder = await issuerFolder();
  const { keys } = JSON.parse(await readFile(issuerFile(folder), 'utf8')) as { keys: (JWK & { kid: string })[] };
  kid = keys[0]!.kid;
  key = (await importJWK(keys[0]!, 'ES256')) as CryptoKey;
});

interface Forged {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, string>;
  readonly with?: CryptoKey;
}
/** A token that would be taken, but for what is changed in it. */
const forged = ({ claims = {}, header = {}, with: signer = key }: Forged = {}): Promise<string> =>
  new SignJWT({
    iss: TEST_ISSUER,
    aud: AUDIENCE,
    sub: 'city/a',
    sid: 's-1',
    auth_time: now(),
    acr: TWO_FACTORS,
    iat: now(),
    exp: now() + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt', ...header })
    .sign(signer);

describe('access tokens', () => {
  it('a token says who, in which session, and when a second factor was shown', async () => {
    const before = now() * 1_000;
    const read = await readerIn(folder)(await testToken(folder, { actor: 'city/a' }));
    expect(read).toMatchObject({ issuer: TEST_ISSUER, subject: 'city/a', signIn: { sid: 'test/city/a', acr: 'mfa' } });
    expect((read as { signIn: { authTime: number } }).signIn.authTime).toBeGreaterThanOrEqual(before);
    expect(await readerIn(folder)(await forged({ claims: { acr: 'one-factor' } }))).toMatchObject({ signIn: { acr: 'pwd' } });
  });

  it('the key is for its owner’s eyes only', async () => {
    expect((await stat(issuerFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('taken as forged here is what is unchanged alone', async () => {
    expect(await codeOf(readerIn(folder)(await forged()))).toBe('taken');
  });

  it.each([
    ['another audience', { claims: { aud: 'another-api' } }],
    ['no audience', { claims: { aud: undefined } }],
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['expired', { claims: { iat: now() - 700, exp: now() - 100 } }],
    ['older than tokens may be, whatever its end', { claims: { iat: now() - 700, exp: now() + 600 } }],
    ['not valid yet', { claims: { nbf: now() + 120 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['without a session', { claims: { sid: undefined } }],
    ['without a session, by a program that speaks for somebody else', { claims: { sid: undefined, client_id: 'c-0001' } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['without a time of sign-in', { claims: { auth_time: undefined } }],
    ['a key that nobody has', { header: { kid: 'another' } }],
    ['of another kind, such as one that tells an application who signed in', { header: { typ: 'JWT' } }],
  ] as const)('refused: %s', async (_, change) => {
    expect(await codeOf(readerIn(folder)(await forged(change)))).toBe('not-signed-in');
  });

  it('refused: signed with another key under the same name', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect(await codeOf(readerIn(folder)(await forged({ with: privateKey })))).toBe('not-signed-in');
  });

  it('refused: alg none, and the public key taken for a secret of HS256', async () => {
    const [, payload = ''] = (await forged()).split('.');
    const headed = (header: object): string => `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
    expect(await codeOf(readerIn(folder)(`${headed({ alg: 'none', typ: 'at+jwt' })}.`))).toBe('not-signed-in');
    const { keys } = JSON.parse(await readFile(issuerFile(folder), 'utf8')) as { keys: JWK[] };
    const head = headed({ alg: 'HS256', kid, typ: 'at+jwt' });
    const { d: _, ...shown } = keys[0]!;
    const mac = createHmac('sha256', JSON.stringify(shown)).update(head).digest('base64url');
    expect(await codeOf(readerIn(folder)(`${head}.${mac}`))).toBe('not-signed-in');
  });

  it('refused: a changed letter anywhere, and what is no token', async () => {
    const token = await forged();
    const half = Math.floor(token.length / 2);
    const changed = `${token.slice(0, half)}${token[half] === 'A' ? 'B' : 'A'}${token.slice(half + 1)}`;
    for (const bad of [changed, '', 'a.b.c', '…', 'x'.repeat(5_000)])
      expect(await codeOf(readerIn(folder)(bad))).toBe('not-signed-in');
  });

  it('a session that was ended is signed in no more, though its token has time left', async () => {
    const token = await forged();
    const ended = new Set<string>();
    const read = readerIn(folder, ({ sid }) => Promise.resolve(ended.has(sid)));
    expect(await codeOf(read(token))).toBe('taken');
    ended.add('s-1');
    expect(await codeOf(read(token))).toBe('not-signed-in');
  });

  it('keys rotate: the old key’s tokens hold until they expire, and its secret is gone', async () => {
    const own = await issuerFolder();
    goneAfterTest(own);
    const before = await testToken(own, { actor: 'city/a' });
    await rotate(own);
    const after = await testToken(own, { actor: 'city/a' });
    for (const token of [before, after]) expect(await codeOf(readerIn(own)(token))).toBe('taken');
    const { keys } = JSON.parse(await readFile(issuerFile(own), 'utf8')) as { keys: JWK[] };
    expect(keys.map(({ d }) => d !== undefined)).toEqual([true, false]);
  });

  it('a start makes another key once the last is a month old, and not before', async () => {
    const own = await issuerFolder();
    goneAfterTest(own);
    const kids = async (): Promise<number> =>
      (JSON.parse(await readFile(issuerFile(own), 'utf8')) as { keys: JWK[] }).keys.length;
    await makeTestIssuer(own, Date.now() + 29 * DAY_MS);
    expect(await kids()).toBe(1);
    await makeTestIssuer(own, Date.now() + 31 * DAY_MS);
    expect(await kids()).toBe(2);
  });

  it('a provider tells its keys by discovery; one that is away is 503, one that says it is another is never believed', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    let told = '';
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/moved')) response.writeHead(302, { location: `${at}/.well-known/openid-configuration` });
      else response.setHeader('content-type', 'application/json');
      const jwks = { keys: [{ ...own, kid: 'p-1', alg: 'ES256', use: 'sig' }] };
      response.end(JSON.stringify(request.url === '/jwks' ? jwks : { issuer: told, jwks_uri: `${at}/jwks` }));
    });
    const own = await exportJWK(publicKey);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const at = `http://127.0.0.1:${String((server.address() as { port: number }).port)}`;
    told = at;
    const token = await forged({ claims: { iss: at }, header: { kid: 'p-1' }, with: privateKey });
    const read = (issuer: Issuer) => codeOf(tokenReader([issuer], NEVER)(token));
    expect(await read(issuerAt(at))).toBe('taken');
    // it is asked at its own address and nowhere that it sends us to
    told = `${at}/moved`;
    const moved = await forged({ claims: { iss: told }, header: { kid: 'p-1' }, with: privateKey });
    expect(await codeOf(tokenReader([issuerAt(told)], NEVER)(moved))).toBe('stored-nothing');
    told = 'https://elsewhere.example';
    expect(await read(issuerAt(at))).toBe('stored-nothing');
    expect(
      await codeOf(tokenReader([issuerAt('http://127.0.0.1:9')], NEVER)(await forged({ claims: { iss: 'http://127.0.0.1:9' } }))),
    ).toBe('stored-nothing');
  });
});

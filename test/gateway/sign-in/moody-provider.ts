import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a provider may be asked for. */
type Place = 'discovery' | 'token' | 'keys';
/** How it answers instead of as it should. */
export type Mood = (response: ServerResponse, right: object) => void;

/** A mood that answers with a status, a type and a body. */
export const says =
  (status: number, type: string, body: string): Mood =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
/** The right answer but for these parts. */
export const saysBut =
  (parts: object): Mood =>
  (response, right) => {
    says(200, 'application/json', JSON.stringify({ ...right, ...parts }))(response, right);
  };

export const MOODS: Readonly<Record<string, Mood>> = {
  'never answers': () => undefined,
  'closes the connection': (response) => void response.destroy(),
  'a page of a proxy': says(502, 'text/html', '<h1>Bad Gateway</h1>'),
  'a page where JSON was due': says(200, 'text/html', '<h1>welcome</h1>'),
  'half a JSON': says(200, 'application/json', '{"issuer":"htt'),
  'a JSON that is nothing': says(200, 'application/json', 'null'),
  'an error of its own': says(503, 'application/json', '{"error":"temporarily_unavailable"}'),
  'too many': says(429, 'application/json', '{"error":"slow_down"}'),
};

export interface Moody {
  readonly issuer: string;
  /** How it answers where it is not as it should be. */
  readonly moods: Map<Place, Mood>;
  /** The claims of its next identity token that are other than they should be. */
  claims: Record<string, unknown>;
  /** Signs with a key that it does not publish. */
  forges: boolean;
  token(): Promise<string>;
  /** Where it sends somebody back to who has signed in: to this end it is told how it was asked. */
  signIn(asked: URL): string;
  stop(): void;
}

/** An identity provider that signs one person in, and answers badly where it is told to. */
export async function startMoody(): Promise<Moody> {
  const [own, other] = await Promise.all([1, 2].map(() => generateKeyPair('ES256', { extractable: true })));
  if (!own || !other) throw new Error('two keys were made');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k-1', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, string>();
  const signed = (type: string, claims: Record<string, unknown>): Promise<string> =>
    new SignJWT({ sub: 's-1', sid: 'sid-1', auth_time: Math.floor(Date.now() / 1_000), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k-1', typ: type })
      .setIssuer(at)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(moody.forges ? other.privateKey : own.privateKey);
  const rightOf = async (place: Place, code: string): Promise<object> => {
    if (place === 'keys') return { keys: [jwk] };
    if (place === 'discovery')
      return {
        issuer: at,
        authorization_endpoint: `${at}/auth`,
        token_endpoint: `${at}/token`,
        jwks_uri: `${at}/keys`,
        id_token_signing_alg_values_supported: ['ES256'],
      };
    const claims = { aud: 'console', nonce: codes.get(code), ...moody.claims };
    return { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: await signed('JWT', claims) };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const place: Place = request.url?.endsWith('/keys') ? 'keys' : request.url?.endsWith('/token') ? 'token' : 'discovery';
      let body = '';
      for await (const piece of request) body += String(piece);
      const right = await rightOf(place, new URLSearchParams(body).get('code') ?? '');
      (moody.moods.get(place) ?? saysBut({}))(response, right);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const moody: Moody = {
    issuer: at,
    moods: new Map(),
    claims: {},
    forges: false,
    token: () => signed('at+jwt', { aud: 'luyue-api', sub: 's-1', client_id: 's-1' }),
    signIn(asked) {
      const nonce = asked.searchParams.get('nonce') ?? '';
      const code = createHash('sha256').update(nonce).digest('base64url');
      codes.set(code, nonce);
      const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: asked.searchParams.get('state') ?? '', iss: at }).toString();
      return back.href;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  return moody;
}

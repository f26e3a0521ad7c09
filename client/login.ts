import { existsSync } from 'node:fs';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { textOfFile } from '../records/bounded-file.js';
import { UsageError } from './failure.js';
import { withKeptSignIn, type KeptSignIn } from './kept-sign-in.js';
import { DONE, REFUSED, STREAMS, type Streams } from './print.js';
import { FOLDER, serviceFile } from './service.js';

/** Where the platform is reached: by `LUYUE_URL`, else the one of this folder. Throws where neither says. */
export function platformUrl(env: NodeJS.ProcessEnv, folder: string = FOLDER): string {
  const file = serviceFile(folder);
  const left: unknown = existsSync(file) ? JSON.parse(textOfFile(file)) : {};
  const said = env['LUYUE_URL'] ?? z.object({ url: z.string().optional() }).parse(left).url;
  if (said === undefined)
    throw new UsageError('没有平台地址：请设置 LUYUE_URL / no platform to sign in at: set LUYUE_URL', 'no-platform');
  if (!URL.canParse(said) || !/^https?:$/.test(new URL(said).protocol))
    throw new UsageError(`LUYUE_URL 不是网址 / LUYUE_URL is no web address: ${said}`, 'bad-input', ['LUYUE_URL']);
  const url = new URL(said);
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new UsageError('LUYUE_URL 须为 https / LUYUE_URL must be https beyond this machine', 'bad-input', ['LUYUE_URL']);
  return url.origin;
}

const isLoopback = ({ hostname }: URL): boolean => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);

const PROVIDER = z.object({ issuer: z.url(), clientId: z.string(), resource: z.string().optional(), scope: z.string() });
const WAIT_MS = 10_000;

/** What a platform says about where a command line signs in. */
async function providerOf(url: string): Promise<z.infer<typeof PROVIDER>> {
  const answer = await fetch(`${url}/sign-in/provider`, { signal: AbortSignal.timeout(WAIT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`${url} 不提供命令行登录 / ${url} lets no command line sign in (${String(answer.status)})`);
  return PROVIDER.parse(await answer.json());
}

const discover = (issuer: string, clientId: string): Promise<oidc.Configuration> => {
  const url = new URL(issuer);
  return oidc.discovery(url, clientId, undefined, oidc.None(), {
    timeout: WAIT_MS / 1_000,
    // oxlint-disable-next-line typescript/no-deprecated -- marked so that it is not used beyond one machine
    execute: url.protocol === 'http:' && isLoopback(url) ? [oidc.allowInsecureRequests] : [],
  });
};

type Tokens = Awaited<ReturnType<typeof oidc.refreshTokenGrant>>;

const keptOf = (tokens: Tokens, { issuer, clientId }: Pick<KeptSignIn, 'issuer' | 'clientId'>): KeptSignIn => ({
  issuer,
  clientId,
  accessToken: tokens.access_token,
  expiresAt: Date.now() + (tokens.expiresIn() ?? 0) * 1_000,
  ...(tokens.refresh_token === undefined ? {} : { refreshToken: tokens.refresh_token }),
});

export interface LoginOptions {
  /** A second factor too, for what must be sealed or approved within the next five minutes. */
  readonly stepUp: boolean;
  readonly json: boolean;
}

/** Tells the provider to say which sign-in it was. */
const CLAIMS = JSON.stringify({ id_token: { sid: null } });

/** `luyue login`: a person signs this command line in on a page of the identity provider (device flow). */
export async function login({ stepUp, json }: LoginOptions, streams: Streams = STREAMS, env = process.env): Promise<number> {
  const url = platformUrl(env);
  const { issuer, clientId, resource, scope } = await providerOf(url);
  const configuration = await discover(issuer, clientId);
  const device = await oidc.initiateDeviceAuthorization(configuration, {
    scope,
    ...(configuration.serverMetadata().claims_parameter_supported === true ? { claims: CLAIMS } : {}),
    ...(resource === undefined ? {} : { resource }),
    ...(stepUp ? { acr_values: 'mfa', max_age: '0' } : {}),
  });
  streams.err(
    `请在浏览器中打开 / open in a browser:\n  ${device.verification_uri}\n输入代码 / and enter:\n  ${device.user_code}\n`,
  );
  let tokens: Tokens;
  try {
    tokens = await oidc.pollDeviceAuthorizationGrant(configuration, device);
  } catch (thrown) {
    const why = thrown instanceof oidc.ResponseBodyError ? thrown.error : undefined;
    if (why !== 'access_denied' && why !== 'expired_token') throw thrown;
    const said = why === 'access_denied' ? '登录已取消 / the sign-in was cancelled' : '代码已过期 / the code has expired';
    if (json) streams.out(`${JSON.stringify({ error: { code: 'not-signed-in', message: said, path: [] } }, null, 2)}\n`);
    else streams.err(`luyue: not-signed-in: ${said}\n`);
    return REFUSED;
  }
  await withKeptSignIn(url, env, () => Promise.resolve({ keep: keptOf(tokens, { issuer, clientId }), answer: undefined }));
  streams.out(json ? `${JSON.stringify({ signedIn: url }, null, 2)}\n` : `已登录 / signed in at ${url}\n`);
  return DONE;
}

/** `luyue logout`: ends the sign-in at the platform and at the provider, and forgets its tokens. */
export async function logout(
  { json }: { readonly json: boolean },
  streams: Streams = STREAMS,
  env = process.env,
): Promise<number> {
  const url = platformUrl(env);
  const was = await withKeptSignIn(url, env, async (kept) => {
    if (!kept) return { keep: undefined, answer: false };
    const { issuer, clientId, refreshToken } = kept;
    const configuration = await discover(issuer, clientId);
    const fresh = (await refreshed(kept, configuration)) ?? kept;
    const headers = { authorization: `Bearer ${fresh.accessToken}` };
    await fetch(`${url}/sign-out/token`, { method: 'POST', headers, signal: AbortSignal.timeout(WAIT_MS), redirect: 'error' });
    await oidc.tokenRevocation(configuration, fresh.refreshToken ?? refreshToken ?? fresh.accessToken).catch(() => undefined);
    return { keep: undefined, answer: true };
  });
  const said = was ? `已退出 / signed out of ${url}` : `未登录 / nobody was signed in at ${url}`;
  streams.out(json ? `${JSON.stringify({ signedOut: was ? url : null }, null, 2)}\n` : `${said}\n`);
  return DONE;
}

/** How long before its end a token is renewed. */
const EARLY_MS = 30_000;

/** The sign-in with a token that still lasts; none where the provider gives no other any more. */
async function refreshed(kept: KeptSignIn, found?: oidc.Configuration): Promise<KeptSignIn | undefined> {
  if (kept.expiresAt - Date.now() > EARLY_MS) return kept;
  if (kept.refreshToken === undefined) return undefined;
  const configuration = found ?? (await discover(kept.issuer, kept.clientId));
  try {
    return keptOf(await oidc.refreshTokenGrant(configuration, kept.refreshToken), kept);
  } catch (thrown) {
    if (thrown instanceof oidc.ResponseBodyError && thrown.error === 'invalid_grant') return undefined;
    throw thrown;
  }
}

/** The access token of the person signed in at a platform, renewed where its time is nearly over; none where nobody is. */
export const keptToken = (url: string, env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> =>
  withKeptSignIn(url, env, async (kept) => {
    const fresh = kept && (await refreshed(kept));
    return { keep: fresh, answer: fresh?.accessToken };
  });

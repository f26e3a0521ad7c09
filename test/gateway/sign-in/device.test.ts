import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from './browser.js';
import { codeNow, PASSWORD, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

type Said = Record<string, string>;
const post = async (path: string, form: Said): Promise<{ status: number; said: Said }> => {
  const answer = await fetch(`${site.origin}${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, said: (await answer.json().catch(() => ({}))) as Said };
};
const begin = async (more: Said = {}): Promise<Said> => {
  const { clientId, scope } = site.identity.commandLine;
  const { said } = await post('/oidc/device/auth', {
    client_id: clientId,
    scope,
    claims: '{"id_token":{"sid":null}}',
    ...more,
  });
  return said;
};
const poll = (code = ''): Promise<{ status: number; said: Said }> =>
  post('/oidc/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: site.identity.commandLine.clientId,
    device_code: code,
  });
const refresh = (token = ''): Promise<{ status: number; said: Said }> =>
  post('/oidc/token', {
    grant_type: 'refresh_token',
    client_id: site.identity.commandLine.clientId,
    refresh_token: token,
  });
const who = (token = '', method = 'GET', path = '/api/who'): Promise<Response> =>
  fetch(`${site.origin}${path}`, { method, headers: { authorization: `Bearer ${token}` } });

/** A person reads the code off the command line, enters it, and confirms. */
const confirm = async (code = '', button: Said = { confirm: 'yes' }): Promise<Browser> => {
  const browser = await new Browser(site.origin).go('/oidc/device');
  await browser.send('/device', { user_code: code.toLowerCase() });
  expect(browser.text).toContain(code);
  return browser.send('/device', button);
};

describe('front.md 4: a command line signs in by the device flow', () => {
  it('waits until a person has signed in and confirmed; then it has a token of that person', async () => {
    const device = await begin();
    expect(device['verification_uri']).toBe(`${site.origin}/oidc/device`);
    expect((await poll(device['device_code'])).said['error']).toBe('authorization_pending');
    const browser = await confirm(device['user_code']);
    await browser.send('/password', { login: 'wang', password: PASSWORD });
    expect(browser.text).toContain('命令行已登录');
    const { said } = await poll(device['device_code']);
    expect(await (await who(said['access_token'])).json()).toMatchObject({
      subject: 's-wang',
      client: 'luyue-cli',
      signIn: { acr: 'pwd' },
    });
    expect((await poll(device['device_code'])).status).toBe(400);
  });

  it('is refreshed, each refresh token good once; one used again ends them all', async () => {
    const device = await begin();
    await (await confirm(device['user_code'])).send('/password', { login: 'li', password: PASSWORD });
    const first = (await poll(device['device_code'])).said;
    const second = await refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    expect(await (await who(second.said['access_token'])).json()).toMatchObject({ subject: 's-li', signIn: { acr: 'pwd' } });
    expect((await refresh(first['refresh_token'])).said['error']).toBe('invalid_grant');
    expect((await refresh(second.said['refresh_token'])).said['error']).toBe('invalid_grant');
  });

  it('asks for a second factor where one is wanted', async () => {
    const device = await begin({ acr_values: 'mfa', max_age: '0' });
    const browser = await confirm(device['user_code']);
    await browser.send('/password', { login: 'wang', password: PASSWORD });
    await browser.send('/totp', { code: codeNow() });
    expect(browser.text).toContain('命令行已登录');
    const { said } = await poll(device['device_code']);
    expect(await (await who(said['access_token'])).json()).toMatchObject({ signIn: { acr: 'mfa' } });
  });

  it('a person who did not start it cancels it', async () => {
    const device = await begin();
    await confirm(device['user_code'], { abort: 'yes' });
    expect((await poll(device['device_code'])).said['error']).toBe('access_denied');
  });

  it('a link with the code in it fills in nothing: who is sent one lets no stranger in', async () => {
    const device = await begin();
    const browser = await new Browser(site.origin).go(device['verification_uri_complete'] ?? '');
    expect(browser.text).not.toContain(device['user_code']);
    expect(browser.text).not.toContain('<script');
    await browser.send('/device', { user_code: 'WRONG-CODE' });
    expect(browser.text).toContain('role="alert"');
  });

  it('its tokens are refused after it has signed out', async () => {
    const device = await begin();
    await (await confirm(device['user_code'])).send('/password', { login: 'li', password: PASSWORD });
    const { said } = await poll(device['device_code']);
    expect((await who(said['access_token'])).status).toBe(200);
    expect((await who(said['access_token'], 'POST', '/sign-out/token')).status).toBe(204);
    expect((await who(said['access_token'])).status).toBe(401);
    expect((await refresh(said['refresh_token'])).said['error']).toBe('invalid_grant');
    expect((await who(said['access_token'], 'POST', '/sign-out/token')).status).toBe(401);
  });
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptToken, login, logout, platformUrl } from '../../../client/login.js';
import { Browser } from './browser.js';
import { codeNow, PASSWORD, startSite, type Site } from './site.js';

let site: Site;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-login-'));
  env = { LUYUE_URL: site.origin, XDG_CONFIG_HOME: folder };
  return () => rm(folder, { recursive: true });
});
const file = (): string => join(folder, 'luyue', 'sign-ins.json');

/** Plays the person before the browser, once the command line has printed its code. */
const signIn = async (stepUp = false, button: Record<string, string> = { confirm: 'yes' }): Promise<[number, string]> => {
  let out = '';
  let person: Promise<unknown> | undefined;
  const act = async (page: string, code: string): Promise<void> => {
    const browser = await new Browser(site.origin).go(page);
    await browser.send('/device', { user_code: code });
    await browser.send('/device', button);
    if (!('confirm' in button)) return;
    await browser.send('/password', { login: 'wang', password: PASSWORD });
    if (stepUp) await browser.send('/totp', { code: codeNow() });
  };
  const streams = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => {
      const [page = '', code = ''] = text.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));
      person = act(page, code);
    },
  };
  const status = await login({ stepUp, json: true }, streams, env);
  await person;
  return [status, out];
};
const who = async (): Promise<unknown> => {
  const token = await keptToken(site.origin, env);
  const answer = await fetch(`${site.origin}/api/who`, { headers: { authorization: `Bearer ${String(token)}` } });
  return answer.ok ? answer.json() : answer.status;
};

describe('luyue login', () => {
  it('keeps a token that only the user can read, and logout ends it there and here', async () => {
    expect(await signIn()).toEqual([0, `${JSON.stringify({ signedIn: site.origin }, null, 2)}\n`]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await who()).toMatchObject({ subject: 's-wang', client: 'luyue-cli', signIn: { acr: 'pwd' } });
    const before = String(await keptToken(site.origin, env));
    let said = '';
    await logout({ json: true }, { out: (text) => void (said += text), err: () => undefined }, env);
    expect(JSON.parse(said)).toEqual({ signedOut: site.origin });
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({});
    expect(await keptToken(site.origin, env)).toBeUndefined();
    const answer = await fetch(`${site.origin}/api/who`, { headers: { authorization: `Bearer ${before}` } });
    expect(answer.status).toBe(401);
  });

  it('renews a token that is nearly over, once, also where several commands ask at the same time', async () => {
    await signIn();
    const kept = JSON.parse(await readFile(file(), 'utf8')) as Record<string, { expiresAt: number; accessToken: string }>;
    const old = kept[site.origin]!;
    await writeFile(file(), JSON.stringify({ [site.origin]: { ...old, expiresAt: Date.now() + 20_000 } }));
    const tokens = await Promise.all(Array.from({ length: 4 }, () => keptToken(site.origin, env)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(old.accessToken);
    expect(await who()).toMatchObject({ subject: 's-wang' });
  });

  it('brings a second factor where it is asked to', async () => {
    await signIn(true);
    expect(await who()).toMatchObject({ signIn: { acr: 'mfa' } });
  });

  it('a person who cancels: refused, and nothing is kept', async () => {
    const [status, out] = await signIn(false, { abort: 'yes' });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await keptToken(site.origin, env)).toBeUndefined();
  });

  it('speaks to a platform beyond this machine by https only', () => {
    expect(platformUrl({ LUYUE_URL: 'https://luyue.example/x' })).toBe('https://luyue.example');
    for (const url of ['http://luyue.example', 'ftp://127.0.0.1', 'luyue.example'])
      expect(() => platformUrl({ LUYUE_URL: url })).toThrow(/LUYUE_URL/);
    expect(() => platformUrl({}, folder)).toThrow(/LUYUE_URL/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from './browser.js';
import { codeNow, PASSWORD, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const atPassword = (address: string): Promise<Browser> => new Browser(site.origin, address).go('/sign-in/start?to=/app/me');

describe('front.md 4: five failures lock the pair of account and address, and nobody else', () => {
  it('the sixth try of the pair is not looked at, even with the right password', async () => {
    const guesser = await atPassword('203.0.113.5');
    for (let n = 1; n <= 5; n += 1) {
      await guesser.send('/password', { login: 'wang', password: `guess ${String(n)}` });
      expect([n, guesser.status]).toEqual([n, 400]);
    }
    await guesser.send('/password', { login: 'wang', password: PASSWORD });
    expect(guesser.status).toBe(429);
    expect(guesser.text).toContain('十五分钟');

    const person = await atPassword('198.51.100.1');
    await person.send('/password', { login: 'wang', password: PASSWORD });
    expect(person.url).toBe(`${site.origin}/app/me`);
    const neighbour = await atPassword('203.0.113.5');
    await neighbour.send('/password', { login: 'li', password: PASSWORD });
    expect(neighbour.url).toBe(`${site.origin}/app/me`);
  });

  it('tries at the same time are counted too', async () => {
    const guessers = await Promise.all(Array.from({ length: 9 }, () => atPassword('203.0.113.6')));
    const statuses = await Promise.all(
      guessers.map(async (one) => (await one.send('/password', { login: 'li', password: 'guess' })).status),
    );
    expect(statuses.sort()).toEqual([400, 400, 400, 400, 400, 429, 429, 429, 429]);
  });

  it('four failures and the right password: nothing is held against one', async () => {
    for (let round = 0; round < 2; round += 1) {
      const person = await atPassword('203.0.113.7');
      for (let n = 0; n < 4; n += 1) await person.send('/password', { login: 'wang', password: 'mistyped' });
      await person.send('/password', { login: 'wang', password: PASSWORD });
      expect([round, person.url]).toEqual([round, `${site.origin}/app/me`]);
    }
  });

  it('an unknown name answers in the same words as a wrong password', async () => {
    const said = async (login: string): Promise<string> => {
      const page = await atPassword('203.0.113.8');
      const { text } = await page.send('/password', { login, password: 'x' });
      return text.replaceAll(/interaction\/[\w-]+/g, '');
    };
    expect(await said('nobody-of-that-name')).toBe(await said('li'));
  });

  it('a password far too long is refused before it is worked on', async () => {
    const page = await atPassword('203.0.113.9');
    await page.send('/password', { login: 'li', password: 'x'.repeat(201) });
    expect(page.status).toBe(400);
    const [, action = ''] = /action="([^"]*\/password)"/.exec(page.text) ?? [];
    expect((await page.once(action, { password: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

describe('a one-time code is good once', () => {
  const atCode = async (login: string): Promise<Browser> => {
    const page = await atPassword('192.0.2.1');
    await page.send('/password', { login, password: PASSWORD });
    await page.go('/sign-in/step-up?to=/app/seal');
    return page.send('/password', { login, password: PASSWORD });
  };

  it('the same one again, and an earlier one, are refused; the next is taken', async () => {
    const first = await atCode('wang');
    const code = codeNow();
    await first.send('/totp', { code });
    expect(first.text).toBe('sealed');
    const second = await atCode('wang');
    for (const used of [code, codeNow(-1)]) {
      await second.send('/totp', { code: used });
      expect(second.status).toBe(400);
    }
    await second.send('/totp', { code: codeNow(1) });
    expect(second.text).toBe('sealed');
  });

  it('of two who send it at the same time, one is let in', async () => {
    const [one, two] = [await atCode('li'), await atCode('li')];
    const code = codeNow();
    await Promise.all([one.send('/totp', { code }), two.send('/totp', { code })]);
    expect([one.text, two.text].filter((text) => text === 'sealed')).toHaveLength(1);
  });

  it('no code goes without a password shown first', async () => {
    const page = await atPassword('192.0.2.2');
    const [, base = ''] = /action="([^"]*)\/password"/.exec(page.text) ?? [];
    await page.go(`${base}/totp`, { code: codeNow(2) });
    expect(page.text).toContain('name="password"');
  });
});

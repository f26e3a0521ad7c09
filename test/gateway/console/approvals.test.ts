import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
let [a, b]: [Browser?, Browser?] = [];
beforeAll(async () => {
  site = await openConsole();
  [a, b] = [await site.as('city/a'), await site.as('city/b')];
});
afterAll(() => site.close());

const proposed = async (unit: string, amount = '700'): Promise<string> => {
  const act = { do: 'pre-allocate', for: unit, with: { amount, basis: '预发方案' } };
  return (await (await site.api('city/a')).post('/api/v1/acts', act)).body['approval'] as string;
};

let waiting = '';

describe('two officers of the city decide by form', () => {
  it('whoever proposed sees it as their own, and why they cannot approve, in place of the button', async () => {
    const id = await proposed('BJ-0001');
    await a!.go('/');
    expect(a!.text).toMatch(new RegExp(`本人提出、待他人批准[^]*${id}`));
    await a!.go(`/approvals/${id}`);
    expect(a!.text).toContain('由您本人提出');
    expect(a!.text).not.toContain(`/approvals/${id}/approve`);
    expect(a!.text).toContain(`/approvals/${id}/withdraw`);
  });

  it('another sees what it would do, and approves what was seen', async () => {
    const id = await proposed('BJ-0002');
    await b!.go(`/approvals/${id}`);
    expect(b!.text).toMatch(/共 1 项，可办理 1 项/);
    expect(b!.text).toContain('0 → 700');
    expect(b!.text).toContain('BJ-0002</a> 示例热力有限公司');
    await b!.send(`/approvals/${id}/approve`, {});
    expect([b!.url, b!.status]).toEqual([`${site.origin}/approvals/${id}`, 200]);
    expect(b!.text).toContain('已批准');
    expect(b!.text).toContain('已办结');
    expect((await b!.go('/units/BJ-0002')).text).toContain('700');
  });

  it('an approval of something else than what is shown is not taken; the page comes again with what changed on top', async () => {
    const id = await proposed('BJ-0003');
    await b!.go(`/approvals/${id}`);
    await b!.send(`/approvals/${id}/approve`, { digest: `sha256:${'0'.repeat(64)}` });
    expect(b!.status).toBe(409);
    expect(b!.text).toContain('<title>错误：');
    expect(b!.text).toContain(`action="/approvals/${id}/approve"`);
    // a session that ends meanwhile keeps the reason on the page
    const page = b!.text;
    b!.cookies.clear();
    await b!.send(`/approvals/${id}/return`, { reason: '依据不足' });
    expect([b!.status, b!.text]).toEqual([401, expect.stringContaining('value="依据不足"')]);
    b = await site.as('city/b');
    await b.go(`/approvals/${id}`);
    b.text = page.replace(/name="csrf" value="[^"]*"/g, /name="csrf" value="[^"]*"/.exec(b.text)?.[0] ?? '');
    await b.send(`/approvals/${id}/return`, { reason: '依据不足' });
    expect(b.text).toContain('已退回');
    expect(b.text).toContain('依据不足');
  });

  it('a return needs its reason', async () => {
    const id = await proposed('BJ-0003', '10');
    await b!.go(`/approvals/${id}`);
    await b!.send(`/approvals/${id}/return`, { reason: ' ' });
    expect([b!.status, b!.text.includes('退回须写明理由')]).toEqual([400, true]);
    await a!.go(`/approvals/${id}`);
    await a!.send(`/approvals/${id}/withdraw`, {});
    expect(a!.text).toContain('已撤回');
  });

  it('all of them are listed with what became of each, the newest on top; of many lines how many', async () => {
    const lines = ['BJ-0002', 'BJ-0003'].map((unit) => ({ do: 'freeze-account', for: unit, with: { basis: '司法协助' } }));
    expect((await (await site.api('city/a')).post('/api/v1/batches', { lines })).body).toMatchObject({ state: 'proposed' });
    const listed = async (path: string): Promise<string[]> => {
      await b!.go(path);
      return [...b!.text.matchAll(/<tr><td[^>]*>.*?<\/tr>/g)].map(([row]) =>
        row
          .replace(/<[^>]+>/g, ' ')
          .replace(/ +/g, ' ')
          .trim(),
      );
    };
    const [newest = '', ...others] = await listed('/approvals?all');
    expect(newest).toMatch(/^AP-000005 冻结账户 2 项 .* 待批$/);
    expect(others.map((one) => one.split(' ').at(-1))).toEqual(['已撤回', '已退回', '已批准', '待批']);
    expect((await listed('/approvals')).map((one) => one.slice(0, 9))).toEqual(['AP-000001', 'AP-000005']);
  });

  it('without the token of the session nothing is approved', async () => {
    const id = await proposed('BJ-0003', '20');
    waiting = id;
    await b!.go(`/approvals/${id}`);
    const [, digest = ''] = /name="digest" value="([^"]*)"/.exec(b!.text) ?? [];
    expect((await b!.once(`/approvals/${id}/approve`, { digest, request: 'r-1' })).status).toBe(403);
    expect((await (await site.api('city/b')).get(`/api/v1/approvals/${id}`)).body).toMatchObject({ state: 'waiting' });
  });

  it('front.md 4: after five minutes the button is a link to the second factor, which leads back', async () => {
    const id = waiting;
    await site.house.theatre.book.pool.query('update sessions set auth_time = auth_time - 400000');
    await b!.go(`/approvals/${id}`);
    expect(b!.text).toContain(`href="/sign-in/step-up?to=${encodeURIComponent(`/approvals/${id}`)}"`);
    expect(b!.text).not.toContain(`/approvals/${id}/approve`);
  });

  it('auditors read it, and are told that they are no approvers', async () => {
    const id = waiting;
    const auditor = await site.as('auditor/x');
    await auditor.go(`/approvals/${id}`);
    expect([auditor.status, auditor.text.includes('您不是此类事项的批准人')]).toEqual([200, true]);
  });
});

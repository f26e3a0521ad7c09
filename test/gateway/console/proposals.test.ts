import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  site = await openConsole();
  [a, b] = [await site.as('city/a'), await site.as('city/b')];
});
afterAll(() => site.close());

/** Fills in the form on a page and goes on as its button does. */
const fill = async (who: Browser, act: string, fields: Readonly<Record<string, string>>): Promise<void> => {
  await who.go(`/propose/${act}?for=${fields['for'] ?? ''}`);
  const look = new URL(who.url);
  look.pathname += '/look';
  for (const [name, value] of Object.entries(fields)) look.searchParams.set(name, value);
  await who.go(`${look.pathname}${look.search}`);
};

describe('the city proposes by form', () => {
  it("from a unit's page: its fields, what it would do, the proposal, and another who approves it", async () => {
    await a.go('/units/BJ-0001');
    expect(a.text).toContain('href="/propose/pre-allocate?for=BJ-0001"');
    await fill(a, 'pre-allocate', { for: 'BJ-0001', 'with.amount': '700', 'with.basis': '预发方案' });
    expect(a.text).toContain('可办理 1 项');
    expect(a.text).toContain('0 → 700');
    expect(a.text).toContain('尚未提出');
    await a.send('/propose/pre-allocate', {});
    expect(a.url).toMatch(/\/approvals\/AP-\d+$/);
    expect(a.text).toContain('由您本人提出');
    await b.go(new URL(a.url).pathname);
    await b.send(`${new URL(a.url).pathname}/approve`, {});
    expect(b.text).toContain('已办结');
  });

  it('what is wrong is said at its field, by its own words, and nothing that was entered is lost', async () => {
    await fill(a, 'pre-allocate', { for: 'BJ-0002', 'with.amount': '7.5', 'with.basis': '预发方案' });
    expect(a.text).toContain('<title>错误：');
    expect(a.text).toContain('数量（吨）：应为大于零的整数');
    expect(a.text).toContain('value="7.5"');
    expect(a.text).toContain('预发方案');
    expect(a.status).toBe(400);
  });

  it('what would be refused says so before it is proposed', async () => {
    await fill(a, 'decide-offsets', { for: 'BJ-0002', 'with.result': 'accept' });
    expect(a.text).toContain('将被拒绝 1 项');
    expect(a.text).toContain('按现在的情况会被拒绝');
  });

  it('rows are added, and the fields of a choice shown, without script', async () => {
    await a.go('/propose/allocate?for=BJ-0001&more=with.parts');
    expect(a.text).toContain('name="with.parts.0.method"');
    await a.go('/propose/allocate?for=BJ-0001&with.parts.0.method=benchmark&more=with.parts.0.products&request=r');
    expect(a.text).toContain('name="with.parts.0.products.1.activity"');
    expect(a.text).not.toContain('name="with.parts.0.baseEmissions"');
  });

  it('a registrar proposes an appointment after a second factor; a district, an approver alone and an auditor are told why not', async () => {
    await a.go('/propose/appoint');
    expect(a.status).toBe(200);
    for (const actor of ['chaoyang/x', 'auditor/x', 'BJ-0001']) {
      const other = await site.as(actor);
      await other.go('/propose/appoint');
      expect([actor, other.status, other.text.includes('不由您所任角色提出')]).toEqual([actor, 403, true]);
    }
  });
});

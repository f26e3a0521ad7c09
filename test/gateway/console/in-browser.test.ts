import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportValues } from '../filings.js';
import type { ConsoleSite } from './console-site.js';
import { everyLook, openLookedAt } from './every-look.js';
import { goIn, lookAt, roundsOf } from './in-browser.js';
import { ALL, WAYS } from './looked-at.js';
import { seen } from '../../seen.js';

let site: ConsoleSite;
let browser: Browser;
beforeAll(async () => {
  ({ site, browser } = await openLookedAt());
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

// all of them are looked at side by side in files of their own
if (!ALL) everyLook(WAYS, () => ({ site, browser }));

const pressed = async (page: Page, name: RegExp): Promise<void> => {
  for (let n = 0; n < 160; n += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate<string>(`document.activeElement?.textContent ?? ''`);
    if (name.test(text.trim())) return page.keyboard.press('Enter');
  }
  throw new Error(`the keyboard does not come to ${String(name)} on ${page.url()}`);
};

describe('by keyboard alone', () => {
  it('a unit files its first report, from its year to its receipt', async () => {
    const asUnit = await site.api('BJ-0001');
    const { statedTotal: _, ...values } = reportValues();
    await asUnit.post('/api/v1/documents', { form: 'first-report', values });
    const page = await goIn(await lookAt(browser, site.origin, { width: 768 }), 'BJ-0001');
    await pressed(page, /^报送初次碳排放报告$/);
    await page.waitForURL(/\/fill$/);
    await page.locator('[name="f.statedTotal"]').focus();
    await page.keyboard.type('2766.19');
    await pressed(page, /^保存并继续/);
    await page.waitForURL(/\/files$/);
    await pressed(page, /^下一步：检查$/);
    await page.waitForURL(/\/check$/);
    await pressed(page, /^下一步：核对$/);
    await page.waitForURL(/\/submit\?request=/);
    await pressed(page, /^提交：/);
    await page.waitForURL(/\/acts\/[0-9a-f-]{36}$/);
    await page.getByText('已办结，记录在案').waitFor();
    await page.context().close();
  });

  it('an officer approves what another proposed', async () => {
    const asA = await site.api('city/a');
    const proposed = await asA.post('/api/v1/acts', {
      do: 'pre-allocate',
      for: 'BJ-0003',
      with: { amount: '700', basis: '预发方案' },
    });
    expect(proposed.status).toBe(202);
    const page = await goIn(await lookAt(browser, site.origin, { width: 1400 }), 'city/b');
    await page.goto(`/approvals/${String(proposed.body['approval'])}`);
    await pressed(page, /^批准：/);
    await page.getByText('已办结').first().waitFor();
    await page.context().close();
  });
});

describe('what the script adds to a form', () => {
  it('rows come from a spreadsheet by one paste; the draft is saved as it is typed, and a wrong number told at its field', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 1400 }), 'BJ-0002');
    await page.goto('/documents/new/monthly-evidence?for=BJ-0002&month=2024-05');
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL(/\/fill$/);
    const id = /DOC-\d+/.exec(page.url())?.[0] ?? '';
    await page.locator('[name="t.fuels.0.fuel"]').focus();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '天然气\\t1,234.5\\n柴油\\t2\\ngasoline\\t3x\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    const amounts = `[...document.querySelectorAll('[name^="t.fuels."][name$=".consumption"]')].map(({ value }) => value)`;
    expect(await page.evaluate<string[]>(amounts)).toEqual(['1234.5', '2', '3x']);
    await page.getByText('草稿已保存').waitFor();
    await page.locator('[id="t.fuels.2.consumption-wrong"]').waitFor();
    const kept = await (await site.api('BJ-0002')).get(`/api/v1/documents/${id}`);
    expect(kept.body['values'].fuels).toEqual([
      { fuel: 'natural-gas', consumption: '1234.5' },
      { fuel: 'diesel', consumption: '2' },
      { fuel: 'gasoline', consumption: '3x' },
    ]);
    // saved by itself, the page is as new as its draft: pressing the button is no conflict
    await page.locator('[name="f.electricityMWh"]').fill('12.5');
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.waitForURL(/\/files$/);
    expect((await (await site.api('BJ-0002')).get(`/api/v1/documents/${id}`)).body['values'].electricityMWh).toBe('12.5');
    await page.context().close();
  });

  it('whoever leaves the moment after typing finds it when they come back', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 1400 }), 'BJ-0003');
    await page.goto('/documents/new/monthly-evidence?for=BJ-0003&month=2024-05');
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL(/\/fill$/);
    const here = page.url();
    await page.locator('[name="f.electricityMWh"]').fill('1,234.5');
    await page.goto('/');
    const kept = (): Promise<string> => page.goto(here).then(() => page.locator('[name="f.electricityMWh"]').inputValue());
    await seen('what was typed last is saved', async () => (await kept()) === '1234.5');
    await page.context().close();
  });

  it('front.md 7: over 200 ms of delay a year can be read once two answers have come, one after the other: the page, then what it is shown with', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 1400 }), 'BJ-0003');
    expect(await roundsOf(page, '/')).toEqual({ '/': 1, '/console.css': 2, '/console.js': 2 });
    await page.context().close();
  });
});

describe('what people do to pages', () => {
  it('two tabs and a second press are one act; back leads to what was entered', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 1400 }), 'BJ-0002');
    await page.goto('/acts/new/submit-first-report?for=BJ-0002');
    await page.locator('#emissions').fill('51000');
    await page.locator('[name=sealed]').check();
    await page.getByRole('button', { name: '下一步' }).click();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL(/\/acts\/[0-9a-f-]{36}$/);
    await other.getByRole('button', { name: '提交' }).click();
    await other.waitForURL(page.url());
    await page.goBack();
    await page.getByText('51,000').waitFor();
    const filed = await site.house.theatre.book.pool.query(
      `select 1 from events where body ->> 'type' = 'first-report-filed' and case_id like '%BJ-0002%'`,
    );
    expect(filed.rows).toHaveLength(1);
    await page.context().close();
  });

  it('a session that ends in the middle loses nothing: one signs in and is where one was', async () => {
    const context = await lookAt(browser, site.origin, { width: 1400, script: false });
    const page = await goIn(context, 'BJ-0001');
    await page.goto('/acts/new/submit-first-report?for=BJ-0001&emissions=77000');
    const here = page.url();
    await site.house.theatre.book.pool.query('update sessions set ended_at = seen_at where ended_at is null');
    await page.reload();
    expect(page.url()).toContain('/sign-in?ended');
    expect(decodeURIComponent(page.url())).toContain(new URL(here).pathname);
    await context.close();
  });

  it('without script a year is as whole as with it: the dates open, the forms lead on', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 360, script: false }), 'BJ-0003');
    await page.locator('details.why summary').first().click();
    expect(await page.locator('details.why[open] q').first().innerText()).toContain('2024年6月15日');
    await page.context().close();
  });

  it('larger text is kept from page to page', async () => {
    const page = await goIn(await lookAt(browser, site.origin, { width: 360 }), 'chaoyang/x');
    await page.getByRole('link', { name: '大字' }).click();
    await page.goto('/inbox');
    expect(await page.evaluate<string>('getComputedStyle(document.documentElement).fontSize')).toBe('20px');
    await page.context().close();
  });
});

describe('nothing of another party can be seen or guessed by address', () => {
  const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
    'BJ-0001': [
      ...['/units/BJ-0002', '/units/BJ-0002/account', '/season', '/attention', '/approvals', '/verify', '/inbox?of=chaoyang'],
    ],
    'haidian/x': ['/units/BJ-0001', '/check?unit=BJ-0001&duty=monthly-check%2F2024-05', '/season', '/verify'],
    'V-02': ['/units/BJ-0001', '/units/BJ-0001/letters', '/season', '/attention'],
  };
  it('every one of these is refused, with why', async () => {
    for (const [actor, paths] of Object.entries(FORBIDDEN)) {
      const who = await site.as(actor);
      for (const path of paths) {
        await who.go(path);
        expect([actor, path, who.status]).toEqual([actor, path, expect.toBeOneOf([403, 404])]);
        expect(who.text).toContain('role="alert"');
      }
    }
  });
});

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seen } from '../../seen.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How wide a window is, and in which colours. */
export interface View {
  readonly width: 360 | 768 | 1400;
  readonly dark?: boolean;
}

/** How somebody looks at pages. */
export interface Look extends View {
  readonly lang?: 'zh' | 'en';
  readonly script?: boolean;
  readonly large?: boolean;
}

const HEIGHT = 900;

export async function lookAt(browser: Browser, origin: string, look: Look): Promise<BrowserContext> {
  const { width, dark = false, lang = 'zh', script = true, large = false } = look;
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    baseURL: origin,
  });
  const cookie = (name: string, value: string) => ({ name, value, url: origin });
  await context.addCookies([cookie('luyue-lang', lang), ...(large ? [cookie('luyue-size', 'large')] : [])]);
  return context;
}

/** Signs a test person in by one click on the start page. */
export async function goIn(context: BrowserContext, actor: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  await page.locator(`a[href="/sign-in/start?as=${encodeURIComponent(actor)}&to=/"]`).click();
  await page.locator('form[action="/sign-out"]').waitFor();
  return page;
}

/** Whether anything bursts the page, and dates and numbers of things that are broken over two lines. */
const BURSTS_OR_BROKEN = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth + 1 ? ['wider than the window'] : [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const { index, 0: one } of node.data.matchAll(/\\d{4}-\\d{2}(-\\d{2})?|\\b[A-Z]{1,4}-\\d{2,6}\\b/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + one.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(one + ' is broken over two lines');
    }
  return found;
})()`;

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those of them that look at colours. The style sheet knows of light and dark in colours alone, which is tested. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const axeFinds = (
  runOnly: readonly string[],
): string => `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`;

/** What is wrong with the page that is open, in any of these views of it: what bursts or breaks, and what axe finds. */
export async function faultsOf(page: Page, views: readonly View[], script = true): Promise<string[]> {
  // axe waits by timers, which do not run where script is off; the page is the same
  const session = script ? await page.context().newCDPSession(page) : undefined;
  // the page's policy lets no foreign script in: what looks at it is put in by the debugger
  await session?.send('Runtime.evaluate', { expression: AXE });
  const faults: string[] = [];
  const widths = new Set<number>();
  for (const { width, dark = false } of views) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const found = await page.evaluate<string[]>(BURSTS_OR_BROKEN);
    const expression = axeFinds(widths.has(width) ? OF_COLOURS : ALL_RULES);
    widths.add(width);
    const answer = await session?.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer?.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    for (const fault of [...found, ...((answer?.result.value ?? []) as string[])])
      faults.push(`${String(width)} px, ${dark ? 'dark' : 'light'}: ${fault}`);
  }
  await session?.detach();
  return faults;
}

/** Opens a page over 200 ms of delay, with nothing kept from before, until something is seen: what was asked for, after how many answers. */
export async function roundsOf(page: Page, path: string): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const slow = { offline: false, latency: 200, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', slow);
  const [rounds, over] = [new Map<string, number>(), [0]];
  page.on('request', (asked) => rounds.set(new URL(asked.url()).pathname, 1 + Math.max(...over)));
  page.on('response', (answer) => void over.push(rounds.get(new URL(answer.url()).pathname) ?? 0));
  await page.goto(path);
  // asked anew each time: a page of ours lets nobody ask it again from within
  const painted = () => page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint').length`);
  await seen('the page is painted', async () => (await painted()) > 0);
  return Object.fromEntries(rounds);
}

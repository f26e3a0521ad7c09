import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAtWork } from './at-work.js';
import { openChromium } from './chromium.js';
import type { ConsoleSite } from './console-site.js';
import { faultsOf, goIn, lookAt } from './in-browser.js';
import { ALL, PAGES, WAYS, type Way } from './looked-at.js';

/** Pages with something on them, and a browser to look at them with. */
export interface LookedAt {
  readonly site: ConsoleSite;
  readonly browser: Browser;
}

export async function openLookedAt(): Promise<LookedAt> {
  const [site, browser] = await Promise.all([openAtWork(), openChromium()]);
  return { site, browser };
}

const named = ({ lang, script, views }: Way): string => {
  const seen = views.map(({ width, dark }) => `${String(width)} px ${dark ? 'dark' : 'light'}`).join(', ');
  return `${lang}, ${script ? 'with script' : 'without script'}: ${seen}`;
};

/** The pages of one who goes in, of those that are looked at in this way. */
function pagesOf(paths: readonly string[], nth: number, way: Way): readonly string[] {
  if (ALL) return paths;
  const at = WAYS.indexOf(way);
  // in the common run each party's pages are looked at in one way; the units' in all
  if (nth > 0 && nth % WAYS.length !== at) return [];
  // and of many pages of one party a quarter, others in each way
  return paths.filter((_, m) => paths.length <= 8 || m % (2 * WAYS.length) === at);
}

/** Looks at every page in these ways. */
export function everyLook(ways: readonly Way[], opened: () => LookedAt): void {
  describe('front.md 7: every page is whole and has nothing that axe finds (WCAG 2.2 AA)', () => {
    for (const way of ways)
      for (const [nth, [actor, all]] of Object.entries(PAGES).entries()) {
        const paths = pagesOf(all, nth, way);
        if (paths.length === 0) continue;
        it(`${actor}, ${named(way)}`, async () => {
          const { site, browser } = opened();
          const [first = { width: 1400 }] = way.views;
          const context = await lookAt(browser, site.origin, { ...first, lang: way.lang, script: way.script });
          const page = await goIn(context, actor);
          const found: Record<string, string[]> = {};
          for (const path of paths) {
            await page.goto(path);
            const faults = await faultsOf(page, way.views, way.script);
            if (faults.length > 0) found[`${actor} ${path}`] = faults;
          }
          await context.close();
          expect(found).toEqual({});
        });
      }
  });
}

/** Every page in every look in one language, in a file of its own. */
export function everyLookIn(lang: Way['lang']): void {
  let opened: LookedAt;
  beforeAll(async () => {
    opened = await openLookedAt();
  });
  afterAll(async () => {
    await opened.browser.close();
    await opened.site.close();
  });
  const ways = WAYS.filter((way) => way.lang === lang);
  everyLook(ways, () => opened);
}

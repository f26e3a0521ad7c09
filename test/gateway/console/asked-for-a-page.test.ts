import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shipped } from '../../../regulation/source.js';
import type { Browser } from '../sign-in/browser.js';
import { openAtWork } from './at-work.js';
import type { ConsoleSite } from './console-site.js';
import { PAGES } from './looked-at.js';

/** Statements that the dearest page asks of the book, who has signed in included; and pages on an average. */
const MOST = 14;
const ON_AVERAGE = 7;

/** What would come of an act is decided by what the desk reads itself. */
const FORETOLD = /\/look\?|\/check\b/;

let site: ConsoleSite;
beforeAll(async () => {
  site = await openAtWork();
});
afterAll(() => site.close());

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** Looks at every page twice; `between` is told before the second look at each. */
async function lookTwice(between: () => void, seen: (page: string) => void): Promise<void> {
  for (const [actor, paths] of Object.entries(PAGES)) {
    const browser: Browser = await site.as(actor);
    for (const path of paths) {
      await browser.once(path).then((answer) => answer.text());
      between();
      const answer = await browser.once(path);
      await answer.text();
      expect([path, answer.status < 500]).toEqual([path, true]);
      seen(`${actor} ${path}`);
    }
  }
}

const nameOf = (asked: unknown): string | undefined =>
  typeof asked === 'object' && asked !== null && 'name' in asked ? String(asked.name) : undefined;

describe('what a page costs the server', () => {
  it(`a page asks at most ${String(MOST)} things of the book, ${String(ON_AVERAGE)} on an average, each by its name, and none twice but what the desk foretells by`, async () => {
    const asked = vi.spyOn(site.house.theatre.book.pool, 'query');
    const counts: number[] = [];
    const wrong: Record<string, unknown> = {};
    await lookTwice(
      () => asked.mockClear(),
      (page) => {
        const all = asked.mock.calls.map(([one]: unknown[]) => one);
        counts.push(all.length);
        const keys = all.map((one) => JSON.stringify(one));
        const again = keys.filter((key, n) => keys.indexOf(key) !== n);
        const twice = FORETOLD.test(page) ? [] : again;
        if (all.length > MOST || twice.length > 0 || all.some((one) => nameOf(one) === undefined))
          wrong[page] = { names: all.map(nameOf), twice };
      },
    );
    expect(wrong).toEqual({});
    expect(counts.reduce((sum, one) => sum + one, 0) / counts.length).toBeLessThanOrEqual(ON_AVERAGE);
  });

  it('a second look reads no file of the regulation, and lists no folder of it but that of the revisions', async () => {
    const read = vi.spyOn(fs, 'readFileSync');
    const listed = vi.spyOn(fs, 'readdirSync');
    syncBuiltinESMExports();
    const found: Record<string, string[]> = {};
    await lookTwice(
      () => {
        read.mockClear();
        listed.mockClear();
      },
      (page) => {
        const paths = [...read.mock.calls, ...listed.mock.calls].map(([path]) => String(path));
        const its = paths.filter((path) => path.startsWith(shipped()) && !path.endsWith('/cycles'));
        if (its.length > 0) found[page] = its;
      },
    );
    expect(found).toEqual({});
  });
});

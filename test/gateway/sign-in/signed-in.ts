import { Browser } from './browser.js';
import { PASSWORD } from './site.js';

/** A browser in which somebody has signed in with their password, on the page that tells who. */
export async function signedInAt(origin: string, login = 'wang', browser = new Browser(origin)): Promise<Browser> {
  await browser.go('/sign-in/start?to=/app/me');
  return browser.send('/password', { login, password: PASSWORD });
}

/** What that page tells. */
export const me = (browser: Browser): Record<string, unknown> => JSON.parse(browser.text) as Record<string, unknown>;

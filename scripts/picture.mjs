// Takes a picture of a page: node scripts/picture.mjs URL FILE [SECONDS]. Needs a Chromium and a Chinese font on the machine.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [url, file, seconds = '6'] = process.argv.slice(2);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!url || !file || !executablePath) {
  console.error('node scripts/picture.mjs URL FILE [SECONDS]; needs Chromium (Debian: apt-get install chromium fonts-noto-cjk)');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
await page.goto(url, { waitUntil: 'domcontentloaded' });
// a workflow's page streams for ever: wait a while, not for idle
await page.waitForTimeout(Number(seconds) * 1000);
await page.screenshot({ path: file });
await browser.close();

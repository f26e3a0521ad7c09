// Takes the pictures of docs/pages anew: node scripts/pictures.mjs URL, where URL is the start page of a demonstration on its first morning
// (`npm start`). Needs a Chinese font on the machine; the browser is the machine's own, or the one that came with the packages.
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const [origin] = process.argv.slice(2);
if (!origin) {
  console.error('node scripts/pictures.mjs URL; needs a Chinese font (Debian: apt-get install fonts-noto-cjk)');
  process.exit(2);
}
const own = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
/** Made for one page in a small room: the browser would be gone with the first page that is closed. */
const ONE_PROCESS = ['--single-process', '--no-zygote'];
const launched = own
  ? { executablePath: own, args: ['--no-sandbox'] }
  : { executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter((one) => !ONE_PROCESS.includes(one)) };
const FOLDER = new URL('../docs/pages/', import.meta.url).pathname;
/** As much of a long page as a picture shows. */
const HEIGHT_MAX = 1_600;

const PHONE = { width: 360 };
/** What is only looked at: the picture, who looks, at what, how. */
const PAGES = [
  ['start', undefined, '/'],
  ['timetable', undefined, '/timetable'],
  ['receipt-check', undefined, '/receipts'],
  ['year', 'BJ-0001', '/'],
  ['year-phone-dark', 'BJ-0001', '/', { ...PHONE, dark: true }],
  ['year-english', 'BJ-0002', '/', { lang: 'en' }],
  ['account', 'BJ-0002', '/units/BJ-0002/account'],
  ['letters', 'BJ-0002', '/units/BJ-0002/letters'],
  ['year-overdue', 'BJ-0024', '/'],
  ['surrender-form', 'BJ-0002', '/acts/new/surrender?for=BJ-0002'],
  ['district-inbox', 'fengtai/x', '/inbox'],
  ['bulk', 'fengtai/x', '/inbox/bulk', { dark: true, width: 768 }],
  ['check', 'fengtai/x', '/check?unit=BJ-0020&duty=monthly-check%2F2024-09'],
  ['punctuality', 'city/a', '/punctuality'],
  ['decisions', 'city/b', '/'],
  ['approvals', 'city/b', '/approvals'],
  ['approval', 'city/b', '/approvals/AP-000002'],
  ['proposing', 'city/a', '/propose'],
  ['confirm-many', 'city/a', '/confirm'],
  ['amendments', 'city/a', '/amendments'],
  ['people', 'city/a', '/people'],
  ['certificates', 'city/a', '/certificates'],
  ['auctions', 'city/a', '/auctions'],
  ['season', 'city/a', '/season'],
  ['season-phone', 'city/a', '/season', PHONE],
  ['refused-season', 'BJ-0001', '/season'],
  ['running', 'operator/x', '/attention'],
  ['twin', 'operator/x', '/twin'],
  ['letters-effect', 'auditor/x', '/letters/effect'],
  ['compare', 'auditor/x', '/compare?unit=BJ-0001&a=2024-07-01&b=2024-11-01'],
  ['verify', 'auditor/x', '/verify'],
];

const browser = await chromium.launch(launched);
const states = new Map();

/** A page of somebody who has signed in by one click, or of nobody. */
async function pageOf(actor, { width = 1_400, dark = false, lang = 'zh' } = {}) {
  const storageState = states.get(actor);
  const context = await browser.newContext({
    ...{ baseURL: origin, viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' },
    ...(storageState ? { storageState } : {}),
  });
  await context.addCookies([{ name: 'luyue-lang', value: lang, url: origin }]);
  const page = await context.newPage();
  if (actor !== undefined && !storageState) {
    await page.goto('/');
    await page.locator(`a[href="/sign-in/start?as=${encodeURIComponent(actor)}&to=/"]`).click();
    await page.locator('form[action="/sign-out"]').waitFor();
    states.set(actor, await context.storageState());
  }
  return page;
}

async function taken(page, name) {
  const all = await page.evaluate('document.documentElement.scrollHeight');
  const { width } = page.viewportSize();
  await page.screenshot({
    path: `${FOLDER}${name}.png`,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(all, HEIGHT_MAX) },
  });
  console.log(name);
}

for (const [name, actor, path, look] of PAGES) {
  const page = await pageOf(actor, look);
  await page.goto(path);
  await taken(page, name);
  await page.context().close();
}

/** A month, from its form to its receipt, at a desk and on a phone. */
async function month() {
  const page = await pageOf('BJ-0003');
  await page.goto('/documents/new/monthly-evidence?for=BJ-0003&month=2024-10');
  if (!page.url().endsWith('/fill')) await page.getByRole('button', { name: '开始填报' }).click();
  await page.waitForURL(/\/fill$/);
  const at = page.url().replace(/\/fill$/, '');
  await page.locator('[name="f.electricityMWh"]').fill('1,20');
  await page.locator('[name="t.fuels.0.fuel"]').selectOption('natural-gas');
  await page.locator('[name="t.fuels.0.consumption"]').fill('320');
  await page.getByText('草稿已保存').waitFor();
  await taken(page, 'month');
  const phone = await pageOf('BJ-0003', PHONE);
  await phone.goto(page.url());
  await taken(phone, 'month-phone');
  await phone.context().close();
  await page.locator('[name="f.electricityMWh"]').fill('1200');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.waitForURL(/\/files$/);
  await page.goto(`${at}/check`);
  await taken(page, 'month-check');
  await page.goto(`${at}/submit`);
  await taken(page, 'month-submit');
  await page.getByRole('button', { name: /^提交：/ }).click();
  await page.waitForURL(/\/acts\//);
  await taken(page, 'receipt');
  await page.goto('/units/BJ-0003/documents');
  await taken(page, 'documents');
  await page.context().close();
}

/** A letter, from the list in which it stands. */
async function letter() {
  const page = await pageOf('BJ-0024', PHONE);
  await page.goto('/units/BJ-0024/letters');
  await page.getByRole('link', { name: '逾期通知' }).first().click();
  await page.waitForURL(/\/letter\?/);
  await taken(page, 'letter-phone');
  await page.context().close();
}

/** What a surrender looks like before it is sent, and a verifier's page once a unit has engaged it. */
async function acts() {
  const unit = await pageOf('BJ-0002');
  await unit.goto('/acts/new/surrender?for=BJ-0002');
  await unit.locator('#quantity').fill('100000');
  await unit.getByRole('button', { name: '下一步' }).click();
  await taken(unit, 'surrender-check');
  await unit.context().close();
  const other = await pageOf('BJ-0009');
  await other.goto('/acts/new/engage-verifier?for=BJ-0009');
  await other.locator('#verifier').fill('V-01');
  await other.getByRole('button', { name: '下一步' }).click();
  await other.getByRole('button', { name: /^提交：/ }).click();
  await other.waitForURL(/\/acts\//);
  await other.context().close();
  const verifier = await pageOf('V-01');
  await verifier.goto('/');
  await taken(verifier, 'verifier');
  await verifier.goto('/verifications/2024:BJ-0009:V-01');
  await taken(verifier, 'verification');
  await verifier.context().close();
}

await letter();
await month();
await acts();
await browser.close();

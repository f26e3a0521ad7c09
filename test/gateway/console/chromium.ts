import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const ON_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Made for one page in a small room: in a process of one, the browser is gone with the first page that is closed. */
const ONE_PROCESS = ['--single-process', '--no-zygote'];

/** A real browser: the machine's own where it has one, else the one that came with the packages, so that nobody has to install any. */
export async function openChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM'] ?? ON_THE_MACHINE.find((path) => existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((one) => !ONE_PROCESS.includes(one)),
  });
}

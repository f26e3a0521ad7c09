import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, dayOf, type Day } from '../../domain/model/instant.js';

const HERE = fileURLToPath(new URL('../..', import.meta.url));
/** What the program does not need to run. */
const LEFT_OUT = ['node_modules', '.git', '.luyue', 'test', 'docs', 'bench', '.ci'];

/** Days from today on which the duties of the cycle fall whose text is not in hand. */
const DUE_IN: Readonly<Record<string, number>> = {
  'first-report.due': 5,
  'general-report.due': 6,
  'verified-report.due': 6,
  'adjustment-application.due': 6,
  'confirmation.due': 10,
  'final-allocation.due': 10,
  'offset-application.due': 20,
  'surrender.due': 30,
};

const known = (name: string, due: Day): string =>
  [
    `  - name: ${name}`,
    `    value: ${due}`,
    '    unit: day',
    '    status: expected',
    '    cite: notice-2026 全文',
    `    verified: ${due}`,
  ].join('\n');

/**
 * A copy of the program in a folder, to which the missing dates of cycle 2026 have come: what the sketch of that cycle says is to be
 * done when its notice is in hand. Its surrender deadline lies ahead, so an auction can be in service there.
 */
export async function programWithKnownCycle(folder: string): Promise<void> {
  await cp(HERE, folder, {
    recursive: true,
    filter: (from) => from === HERE || !LEFT_OUT.includes(basename(from)) || basename(join(from, '..')) !== basename(HERE),
  });
  await symlink(join(HERE, 'node_modules'), join(folder, 'node_modules'));
  const today = dayOf(Date.now());
  for (const regulation of ['regulation', 'dist/regulation'].map((name) => join(folder, name))) {
    const file = join(regulation, 'cycles/2026.yaml');
    if (!existsSync(file)) continue;
    const [before = ''] = (await readFile(file, 'utf8')).split(/^unknown:$/m);
    const dates = Object.entries(DUE_IN).map(([name, days]) => known(name, addDays(today, days)));
    await writeFile(file, before.replace(/^takes-over:$/m, `${dates.join('\n')}\ntakes-over:`));
  }
}

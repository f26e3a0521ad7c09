import { readFileSync } from 'node:fs';
import { format, type FormatConfig } from 'oxfmt';
import { matrix } from '../../regulation/matrix.js';
import { dutyMatrix } from './duty-matrix.js';
import { glossary } from './glossary.js';
import { ledgerChecks } from './ledger-checks.js';
import { openapi } from './openapi.js';
import { permissions } from './permissions.js';
import { refusals } from './refusals.js';

/** The pages that are written from the code, by path from the root. */
const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/duty-matrix.md': dutyMatrix,
  'docs/glossary.md': glossary,
  'docs/ledger-checks.md': ledgerChecks,
  'docs/openapi.json': openapi,
  'docs/permissions.md': permissions,
  'docs/refusals.md': refusals,
  'docs/rulebook-matrix.md': matrix,
};

/** Every generated page as it must stand in the repository. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const style = JSON.parse(readFileSync(new URL('../../.oxfmtrc.json', import.meta.url), 'utf8')) as FormatConfig;
  const made = Object.entries(PAGES).map(
    async ([path, write]) => [path, (await format(path, await write(), style)).code] as const,
  );
  return new Map(await Promise.all(made));
}

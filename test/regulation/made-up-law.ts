import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument, type Document } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MADE_UP = join(ROOT, 'test/regulation/made-up-2025');

/** The instruments with the made-up notice in the place of the one that is not in hand. */
function withNotice(instruments: string): string {
  const [all, notice] = [instruments, readFileSync(join(MADE_UP, 'instrument.yaml'), 'utf8')].map((text): Document =>
    parseDocument(text, { schema: 'failsafe' }),
  ) as [Document, Document];
  const list = (all.toJS() as { instruments: { id: string }[] }).instruments;
  const made = notice.toJS() as { id: string };
  all.setIn(['instruments', list.findIndex(({ id }) => id === made.id)], made);
  return all.toString();
}

/** The regulation as it would stand once the made-up notice of 2025 is adopted: nothing but data is put beside the shipped one. */
export function regulationWithMadeUpNotice(): { readonly folder: string; remove(): void } {
  const above = mkdtempSync(join(tmpdir(), 'luyue-made-up-'));
  const folder = join(above, 'regulation');
  cpSync(join(ROOT, 'regulation'), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  for (const part of ['cycles', 'forms', 'texts']) cpSync(join(MADE_UP, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'instruments.yaml'), withNotice(readFileSync(join(folder, 'instruments.yaml'), 'utf8')));
  return { folder, remove: () => rmSync(above, { recursive: true }) };
}

import type pg from 'pg';
import { beginVersion, keepFindings, makeDocument, readDocument } from '../../documents/drafts/rows.js';
import type { MadeVersion } from '../../simulator/documents.js';

/** Enters the documents of a play, so that they are numbered as the play numbers them. Throws where the book has some already. */
export async function enterDocuments(pool: pg.Pool, made: readonly MadeVersion[]): Promise<void> {
  const entered = new Set<string>();
  for (const { id, form, party, unit, cycle, month, by, at } of made) {
    if (entered.has(id)) continue;
    entered.add(id);
    const document = await makeDocument(pool, { form: form.name, party, unit, cycle, month }, by, at);
    if (document !== id) throw new Error(`document ${id} of the play was entered as ${String(document)}: the book is not new`);
  }
}

/** Enters a version as it is filed; entered before, it is left. Throws where the book finds another hash. */
export async function enterVersion(pool: pg.Pool, made: MadeVersion): Promise<void> {
  const { id, version, form, values, totals, files, sha256, findings, by, at } = made;
  const saved = { values, totals, files, sha256, by, at, formVersion: form.version, formDigest: form.digest };
  if (!(await beginVersion(pool, id, version, saved))) return;
  const row = await readDocument(pool, id, version);
  if (!row || !(await keepFindings(pool, row, findings)))
    throw new Error(`document ${id} version ${String(version)} was not entered`);
}

import type pg from 'pg';
import { manifestFor } from '../drafts/filing.js';
import { canonicalOf, formOf } from '../drafts/reading.js';
import type { DocumentRow } from '../drafts/rows.js';
import { documentText } from '../forms/canonical.js';
import { manifestHash } from '../manifest.js';
import { sealsOf } from '../../records/seals.js';
import type { Exported, ExportedFile } from './export.js';

/** A version of a document as it is exported, with its seals; `open` gives the bytes of a file that it names. */
export async function exportedOf(
  pool: pg.Pool,
  row: DocumentRow,
  open: (file: { readonly name: string; readonly sha256: string }) => Promise<AsyncIterable<Uint8Array>>,
): Promise<Exported> {
  const files = row.files.map((file): ExportedFile => ({
    name: file.name,
    sha256: file.sha256,
    size: file.size,
    open: () => open(file),
  }));
  const { act } = formOf(row);
  const seals = act === undefined ? [] : await sealsOf(pool, manifestHash(manifestFor(row, act)));
  return { id: row.document, version: row.version, text: documentText(canonicalOf(row)), files, seals };
}

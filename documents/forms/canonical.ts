import type { Month } from '../../domain/model/instant.js';
import { canonical, sha256 } from '../../records/chain.js';
import type { NamedFile } from './brings.js';
import type { Computed } from './totals.js';
import type { Values } from './values.js';

/** A document as it is hashed and signed: nothing in it that a later look could change. */
export interface Canonical {
  readonly id: string;
  readonly version: number;
  readonly form: { readonly name: string; readonly version: number; readonly digest: string };
  readonly party: string;
  readonly unit: string;
  readonly cycle: number;
  readonly month?: Month | undefined;
  readonly values: Values;
  readonly files: readonly NamedFile[];
  readonly totals?: Computed | undefined;
}

/** The bytes of a document, RFC 8785, with nothing in it but what stands in `Canonical`. */
export function documentText(of: Canonical): string {
  const { id, version, form, party, unit, cycle, month, values, files, totals } = of;
  return canonical({
    id,
    version,
    party,
    unit,
    cycle,
    month,
    values,
    totals,
    form: { name: form.name, version: form.version, digest: form.digest },
    files: files.map((file) => ({ name: file.name, sha256: file.sha256, size: file.size })),
  });
}

/** The SHA-256 of a document. */
export const documentHash = (of: Canonical): string => sha256(documentText(of));

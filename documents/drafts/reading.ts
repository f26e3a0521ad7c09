import type { Rulebook } from '../../domain/model/rulebook.js';
import type { Form } from '../../regulation/forms/form.js';
import { formWithDigest, loadForm } from '../../regulation/forms/load.js';
import { rulebookNamed } from '../../regulation/named.js';
import type { NamedFile } from '../forms/brings.js';
import { documentHash, type Canonical } from '../forms/canonical.js';
import { computeTotals, type Computed } from '../forms/totals.js';
import type { Before, Looked } from '../forms/looked.js';
import type { Values } from '../forms/values.js';
import type { DocumentRow } from './rows.js';

/** The form under which a version was filled in. */
export const formOf = (row: Pick<DocumentRow, 'form' | 'cycle' | 'formVersion' | 'formDigest'>, folder?: string): Form =>
  formWithDigest(row.form, row.formDigest, folder) ??
  loadForm({ name: row.form, cycle: row.cycle, version: row.formVersion }, folder);

/** The form under which it would be saved now. */
export const latestFormOf = ({ form: name, cycle }: Pick<DocumentRow, 'form' | 'cycle'>, folder?: string): Form =>
  loadForm({ name, cycle }, folder);

/** The rulebook by which documents of a cycle are computed. */
export const rulebookFor = (cycle: number, folder?: string): Rulebook => rulebookNamed(String(cycle), folder);

/** A version as it is hashed: by the digest under which it was filled in, whatever its form's file says by now. */
export const canonicalOf = (row: DocumentRow): Canonical => ({
  id: row.document,
  version: row.version,
  party: row.party,
  unit: row.unit,
  cycle: row.cycle,
  values: row.values,
  ...(row.month === null ? {} : { month: row.month }),
  form: { name: row.form, version: row.formVersion, digest: row.formDigest },
  files: row.files,
  ...(row.totals === null ? {} : { totals: row.totals }),
});

export const lookedOf = (row: DocumentRow, folder?: string): Looked => ({
  form: formOf(row, folder),
  values: row.values,
  files: row.files,
  cycle: row.cycle,
  party: row.party,
  ...(row.month === null ? {} : { month: row.month }),
});
export const beforeOf = (row: DocumentRow, folder?: string): Before => ({
  ...lookedOf(row, folder),
  ...(row.totals === null ? {} : { totals: row.totals }),
});

/** What stands in a version before it is saved. */
export interface Composed {
  readonly id: string;
  readonly version: number;
  readonly party: string;
  readonly unit: string;
  readonly cycle: number;
  readonly month?: string | undefined;
  readonly form: Form;
  readonly values: Values;
  readonly files: readonly NamedFile[];
}

/** With its totals and its hash. */
export function composed(of: Composed, rulebook: Rulebook): { readonly totals: Computed | undefined; readonly sha256: string } {
  const totals = computeTotals(of.form, of.values, rulebook)?.totals;
  return { totals, sha256: documentHash({ ...of, totals }) };
}

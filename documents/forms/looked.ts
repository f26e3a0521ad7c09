import type { Month } from '../../domain/model/instant.js';
import type { Form } from '../../regulation/forms/form.js';
import type { NamedFile } from './brings.js';
import type { Computed } from './totals.js';
import type { Values } from './values.js';

/** What is looked at: values with their files, about which unit and time. */
export interface Looked {
  readonly form: Form;
  readonly values: Values;
  readonly files: readonly Pick<NamedFile, 'name' | 'sha256'>[];
  readonly cycle: number;
  readonly month?: Month | undefined;
  /** Who makes it. */
  readonly party?: string | undefined;
}
/** What was filed of the same unit before, the latest version of each document. */
export interface Before extends Looked {
  readonly totals?: Computed | undefined;
}

import type { Json } from '../../domain/model/json.js';
import type { Month } from '../../domain/model/instant.js';
import type { Brought, Form } from '../../regulation/forms/form.js';
import { comparedIn } from './sources.js';
import { activityOf, type Computed } from './totals.js';
import { rowsOf, textOf, type Values } from './values.js';

/** A file that a document names. */
export interface NamedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

interface Source {
  readonly values: Values;
  readonly totals?: Computed | undefined;
  readonly month?: Month | undefined;
  readonly files: readonly NamedFile[];
}

/** A table of two columns, as what is said under each name; said twice, both. */
const pairsOf = (form: Form, values: Values, table: string): Readonly<Record<string, string>> => {
  const columns = form.sections.flatMap(({ tables }) => tables).find(({ name }) => name === table)?.columns ?? [];
  const [key = '', value = ''] = columns.map(({ name }) => name);
  const pairs = new Map<string, string>();
  for (const row of rowsOf(values, table)) {
    const [name, said] = [row[key], row[value]];
    if (name === undefined || said === undefined) continue;
    const before = pairs.get(name);
    pairs.set(name, before === undefined ? said : `${before}；${said}`);
  }
  return Object.fromEntries(pairs);
};

function valueOf(
  form: Form,
  { field, total, month, term, fuels, yes, table, compared }: Brought,
  source: Source,
): Json | undefined {
  if (yes) return true;
  if (field !== undefined) return textOf(source.values, field);
  if (total !== undefined) return source.totals?.[total];
  if (month) return source.month;
  if (table !== undefined) {
    const pairs = pairsOf(form, source.values, table);
    return Object.keys(pairs).length > 0 ? pairs : undefined;
  }
  if (compared) return source.totals && comparedIn(form, source.values, source.totals).map(({ about: _about, ...one }) => one);
  const activity = activityOf(form, source.values);
  if (term !== undefined) return activity[term];
  return fuels ? activity.fuels.map(({ fuel, consumption }) => ({ fuel, consumption })) : undefined;
}

/** The short form of the act that files a document: what the case needs of it, computed; without the seal. */
export function shortFormOf(form: Form, source: Source): Readonly<Record<string, Json>> {
  const made: Record<string, Json> = {};
  for (const one of form.brings) {
    const value = valueOf(form, one, source);
    if (value === undefined) continue;
    const [name = '', inner] = one.to.split('.');
    made[name] = inner === undefined ? value : { ...(made[name] as Record<string, Json> | undefined), [inner]: value };
  }
  return { ...made, files: source.files.map(({ name, sha256 }) => ({ name, sha256 })) };
}

import { ungrouped } from '../../domain/model/grouped.js';
import type { Json } from '../../domain/model/json.js';
import type { Field } from './fields.js';

/** What was entered in a form, by the path of each field: `parts.0.products.1.activity`. */
export type Entered = ReadonlyMap<string, string>;

/** As many rows as one form has. */
const ROWS_MAX = 50;

const textAt = (entered: Entered, path: string): string => (entered.get(path) ?? '').trim();

/** How many rows of a list are there, filled in or empty. */
export function rowsAt(entered: Entered, path: string): number {
  let rows = 0;
  for (const name of entered.keys()) {
    if (!name.startsWith(`${path}.`)) continue;
    const n = Number(/^\d+/.exec(name.slice(path.length + 1))?.[0] ?? -1);
    if (n >= rows && n < ROWS_MAX) rows = n + 1;
  }
  return rows;
}

const WHOLE = /^\d{1,15}$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** A browser tells an instant without seconds and offset; ours are of Beijing. */
const instantOf = (text: string): string => (LOCAL.test(text) ? `${text.length === 16 ? `${text}:00` : text}+08:00` : text);

const linesOf = (text: string): string[] => text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** Whether anything of it was filled in: a tick that is not set and a choice among variants say nothing by themselves. */
const saysSomething = (field: Field, path: string, entered: Entered): boolean => {
  switch (field.as) {
    case 'tick':
      return textAt(entered, path) === 'yes';
    case 'group':
      return field.fields.some((one) => saysSomething(one, `${path}.${one.name}`, entered));
    case 'variants':
      return (field.variants.get(textAt(entered, `${path}.${field.by}`)) ?? []).some((one) =>
        saysSomething(one, `${path}.${one.name}`, entered),
      );
    case 'rows':
      return Array.from({ length: rowsAt(entered, path) }, (_, n) => n).some((n) =>
        saysSomething(field.row, `${path}.${String(n)}`, entered),
      );
    default:
      return textAt(entered, path) !== '';
  }
};

function rowsOf(field: Field & { as: 'rows' }, path: string, entered: Entered): Json | undefined {
  const rows = Array.from({ length: rowsAt(entered, path) }, (_, n) => `${path}.${String(n)}`)
    .filter((row) => saysSomething(field.row, row, entered))
    .flatMap((row) => valueAt(field.row, row, entered) ?? []);
  return rows.length > 0 || field.required ? rows : undefined;
}

/** One text as the act brings it. */
function textOf(field: Field, text: string): Json | undefined {
  if (field.as === 'lines') {
    const lines = linesOf(text);
    return lines.length > 0 || field.required ? lines : undefined;
  }
  if (text === '') return undefined;
  if (field.as === 'decimal' || field.as === 'tonnes') return ungrouped(text);
  if (field.as === 'whole') return WHOLE.test(ungrouped(text)) ? Number(ungrouped(text)) : text;
  return field.as === 'instant' ? instantOf(text) : text;
}

function valueAt(field: Field, path: string, entered: Entered): Json | undefined {
  const text = textAt(entered, path);
  switch (field.as) {
    case 'tick':
      return text === 'yes' ? field.brings : field.required ? !field.brings : undefined;
    case 'group':
      return field.required || saysSomething(field, path, entered) ? objectAt(field.fields, path, entered) : undefined;
    case 'variants': {
      const chosen = textAt(entered, `${path}.${field.by}`);
      return { [field.by]: chosen, ...objectAt(field.variants.get(chosen) ?? [], path, entered) };
    }
    case 'rows':
      return rowsOf(field, path, entered);
    default:
      return textOf(field, text);
  }
}

function objectAt(fields: readonly Field[], path: string, entered: Entered): Readonly<Record<string, Json>> {
  const brings: Record<string, Json> = {};
  for (const field of fields) {
    const value = valueAt(field, path === '' ? field.name : `${path}.${field.name}`, entered);
    if (value !== undefined) brings[field.name] = value;
  }
  return brings;
}

/** What was entered, as the act brings it. What is wrong with it is said at the door, in its own words. */
export const bringsOf = (fields: readonly Field[], entered: Entered): Readonly<Record<string, Json>> =>
  objectAt(fields, 'with', entered);

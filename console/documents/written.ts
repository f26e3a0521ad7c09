import { entered, rowsOf, textOf, tidy, type Row, type Values } from '../../documents/forms/values.js';
import { fieldsOf, tablesOf, type Form } from '../../regulation/forms/form.js';

/** Under which name a field, or a cell of a table, is sent. */
export const fieldName = (name: string): string => `f.${name}`;
export const cellName = (table: string, row: number, column: string): string => `t.${table}.${String(row)}.${column}`;

/** Rows of a page at most, whatever a table may have. */
const ROWS_MAX = 200;

/** What was entered into the page of a form, as its values. */
export function valuesIn(form: Form, sent: ReadonlyMap<string, string>): Values {
  const values: Record<string, string | readonly Row[]> = {};
  for (const { name } of fieldsOf(form)) {
    const said = sent.get(fieldName(name));
    if (said !== undefined) values[name] = said;
  }
  const rows = new Map<string, Record<string, string>[]>();
  for (const [key, said] of sent) {
    const [mark, table = '', n = '', column = ''] = key.split('.');
    if (mark !== 't' || !/^\d{1,3}$/.test(n) || Number(n) >= ROWS_MAX) continue;
    const all = rows.get(table) ?? [];
    rows.set(table, all);
    (all[Number(n)] ??= {})[column] = said;
  }
  for (const { name, columns } of tablesOf(form)) {
    const found = rows.get(name) ?? [];
    const known = (row: Record<string, string>): Row =>
      Object.fromEntries(
        columns.flatMap((column) => (row[column.name] === undefined ? [] : [[column.name, row[column.name] ?? '']])),
      );
    values[name] = Array.from({ length: found.length }, (_, n) => known(found[n] ?? {}));
  }
  return entered(form, values);
}

/** Every pair that a page of the form would send for these values. */
export function sentFor(form: Form, values: Values): [string, string][] {
  const fields = fieldsOf(form).flatMap(({ name }): [string, string][] => {
    const said = textOf(values, name);
    return said === undefined ? [] : [[fieldName(name), said]];
  });
  const cells = tablesOf(form).flatMap(({ name, columns }) =>
    rowsOf(values, name).flatMap((row, n) =>
      columns.flatMap((column): [string, string][] => {
        const said = row[column.name];
        return said === undefined ? [] : [[cellName(name, n, column.name), said]];
      }),
    ),
  );
  return [...fields, ...cells];
}

/** Whether two say the same, however it was typed. */
export const saysTheSame = (form: Form, one: Values, other: Values): boolean =>
  JSON.stringify(sentFor(form, tidy(one))) === JSON.stringify(sentFor(form, tidy(other)));

/** Under which name it is said which of two is kept, where they differ. */
export const takeName = (path: string): string => `take.${path}`;

/** What was entered, with what is saved in those places where that was chosen. */
export function asChosen(
  form: Form,
  { mine, saved }: Readonly<Record<'mine' | 'saved', Values>>,
  sent: ReadonlyMap<string, string>,
): Values {
  const names = new Set([...fieldsOf(form), ...tablesOf(form)].map(({ name }) => name));
  const kept: Record<string, string | readonly Row[]> = { ...mine };
  for (const [key, chosen] of sent) {
    const [mark, name = '', n, column] = key.split('.');
    if (mark !== 'take' || chosen !== 'saved' || !names.has(name)) continue;
    if (n === undefined || column === undefined) kept[name] = textOf(saved, name) ?? '';
    else {
      const [rows, theirs] = [rowsOf(kept, name), rowsOf(saved, name)];
      const at = Number(n);
      kept[name] = Array.from({ length: Math.max(rows.length, Math.min(at + 1, theirs.length)) }, (_, m) =>
        m === at ? { ...rows[m], [column]: theirs[m]?.[column] ?? '' } : (rows[m] ?? {}),
      );
    }
  }
  return kept;
}

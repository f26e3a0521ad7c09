import { z } from 'zod';
import { ungrouped } from '../../domain/model/grouped.js';
import { withLineFeeds } from '../../domain/model/text.js';
import { fieldsOf, tablesOf, type Field, type Form } from '../../regulation/forms/form.js';

/** One row of a table, by column. */
export type Row = Readonly<Record<string, string>>;
/** What is written in a form: text by field, rows by table; what is not filled in is not there. */
export type Values = Readonly<Record<string, string | readonly Row[]>>;

const CHARACTERS_MAX = 4_000;
const text = z.string().max(CHARACTERS_MAX);

const makeDraftShape = (form: Form): z.ZodType<Values> =>
  z.strictObject(
    Object.fromEntries([
      ...fieldsOf(form).map(({ name }) => [name, text.optional()] as const),
      ...tablesOf(form).map(({ name, most, columns }) => {
        const row = z.strictObject(Object.fromEntries(columns.map((column) => [column.name, text.optional()])));
        return [name, z.array(row).max(most).optional()] as const;
      }),
    ]),
  ) as z.ZodType<Values>;

const draftShapes = new WeakMap<Form, z.ZodType<Values>>();

/** The shape of a draft: names that the form has, texts of a bounded size, whatever they say. */
export function draftShape(form: Form): z.ZodType<Values> {
  const made = draftShapes.get(form) ?? makeDraftShape(form);
  draftShapes.set(form, made);
  return made;
}

const tidied = (said: string | undefined): string => withLineFeeds(said ?? '').trim();

const tidiedRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, said]) => {
      const kept = tidied(said);
      return kept === '' ? [] : [[name, kept]];
    }),
  );

/** Values in their one spelling: without the white space around them, without what is empty, rows that say nothing left out. */
export function tidy(values: Values): Values {
  const kept: Record<string, string | readonly Row[]> = {};
  for (const [name, said] of Object.entries(values)) {
    if (typeof said === 'string') {
      const one = tidied(said);
      if (one !== '') kept[name] = one;
      continue;
    }
    const rows = said.map(tidiedRow).filter((row) => Object.keys(row).length > 0);
    if (rows.length > 0) kept[name] = rows;
  }
  return kept;
}

export const textOf = (values: Values, name: string): string | undefined => {
  const said = values[name];
  return typeof said === 'string' ? said : undefined;
};
export const rowsOf = (values: Values, name: string): readonly Row[] => {
  const said = values[name];
  return typeof said === 'object' ? said : [];
};

const isNumber = ({ type }: Field): boolean => type === 'amount' || type === 'whole';

const readAs = (field: Field | undefined, said: string): string => (field && isNumber(field) ? ungrouped(said.trim()) : said);

/** What people entered in a page or a workbook: numbers may have their thousands apart. */
export function entered(form: Form, values: Values): Values {
  const among = (fields: readonly Field[], name: string): Field | undefined => fields.find((one) => one.name === name);
  const read = (fields: readonly Field[], row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, said]) => [name, readAs(among(fields, name), said)]));
  const columnsOf = new Map(tablesOf(form).map(({ name, columns }) => [name, columns]));
  return Object.fromEntries(
    Object.entries(values).map(([name, said]) => [
      name,
      typeof said === 'string'
        ? readAs(among(fieldsOf(form), name), said)
        : said.map((row) => read(columnsOf.get(name) ?? [], row)),
    ]),
  );
}

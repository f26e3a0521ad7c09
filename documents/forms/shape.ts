import { z } from 'zod';
import type { Field, Form, Table } from '../../regulation/forms/form.js';
import { fieldsOf, tablesOf } from '../../regulation/forms/form.js';
import type { Values } from './values.js';
import { wrongIn } from './written.js';

/** What keeps a document from being filed: where, and what to write there. */
export interface ShapeError {
  readonly path: readonly (string | number)[];
  readonly zh: string;
  readonly en: string;
}

const BAR = ' | ';
const REQUIRED = `必填${BAR}is missing`;

const fieldShape = (field: Field) => {
  const read = z.string({ error: REQUIRED }).superRefine((text, context) => {
    const wrong = wrongIn(text, field);
    if (wrong) context.addIssue({ code: 'custom', message: wrong.join(BAR) });
  });
  return field.required ? read : read.optional();
};

type Written = Readonly<Record<string, unknown>>;

/** A field that is required only where another one says so. */
const conditions = (fields: readonly Field[]) => (values: Written, context: z.RefinementCtx) => {
  for (const { name, requiredWhen: when } of fields)
    if (when && values[when.field] === when.is && values[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: REQUIRED });
};

const entries = (fields: readonly Field[]) => fields.map((field) => [field.name, fieldShape(field)] as const);

const tableShape = ({ columns, least, most }: Table) => {
  const row = z.strictObject(Object.fromEntries(entries(columns))).superRefine(conditions(columns));
  const rows = z
    .array(row, { error: `至少填写 ${String(least)} 行${BAR}has at least ${String(least)} rows` })
    .min(least, `至少填写 ${String(least)} 行${BAR}has at least ${String(least)} rows`)
    .max(most, `至多 ${String(most)} 行${BAR}has at most ${String(most)} rows`);
  return least > 0 ? rows : rows.optional();
};

const make = (form: Form): z.ZodType<Values> =>
  z
    .strictObject(
      Object.fromEntries([
        ...entries(fieldsOf(form)),
        ...tablesOf(form).map((table) => [table.name, tableShape(table)] as const),
      ]),
    )
    .superRefine(conditions(fieldsOf(form))) as z.ZodType<Values>;

const shapes = new WeakMap<Form, z.ZodType<Values>>();

/** The shape that the values of a document must have to be filed, made of its form. */
function shapeOf(form: Form): z.ZodType<Values> {
  const made = shapes.get(form) ?? make(form);
  shapes.set(form, made);
  return made;
}

const errorOf = ({ path, message, code }: z.core.$ZodIssue): ShapeError => {
  const at = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (code === 'unrecognized_keys') return { path: at, zh: '没有此项', en: 'is no field of the form' };
  const [zh = message, en = message] = message.split(BAR);
  return { path: at, zh, en };
};

const ERRORS_MAX = 200;

/** Everything that keeps values from being filed, in the order of the form; values that were not tidied are not read. */
export function shapeErrors(form: Form, values: Values): ShapeError[] {
  const read = shapeOf(form).safeParse(values);
  return read.success ? [] : read.error.issues.slice(0, ERRORS_MAX).map(errorOf);
}

import type { Status } from '../../domain/model/rulebook.js';
import { loadLibrary } from '../../regulation/instruments.js';
import type { Field, Form, Sourced } from '../../regulation/forms/form.js';
import { rowsOf, textOf, type Values } from './values.js';

/** Where something in a form is from, as people read it: 京环发〔2024〕8号 三(一)1. */
interface PageSource {
  readonly status: Status;
  readonly cite: string;
  readonly title: string;
  readonly reading?: string;
}
export interface PageField extends PageSource {
  readonly name: string;
  /** Where it stands in the values: `boundary`, `fuels.2.consumption`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly type: Field['type'];
  readonly unit?: string;
  readonly options?: Field['options'];
  readonly least?: string;
  readonly most?: string;
  readonly required: boolean;
  readonly requiredWhen?: Field['requiredWhen'];
  readonly help?: Field['help'];
  readonly value?: string;
}
export interface PageTable extends PageSource {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly least: number;
  readonly most: number;
  /** The columns, without a value. */
  readonly columns: readonly PageField[];
  readonly rows: readonly (readonly PageField[])[];
}
/** A form as a page shows it: everything it needs, and no markup. */
export interface FormPage extends PageSource {
  readonly form: string;
  readonly version: number;
  readonly digest: string;
  readonly zh: string;
  readonly en: string;
  readonly sections: readonly {
    readonly name: string;
    readonly zh: string;
    readonly en: string;
    readonly fields: readonly PageField[];
    readonly tables: readonly PageTable[];
  }[];
}

const sourceOf = ({ status, cite, reading }: Sourced): PageSource => {
  const instrument = loadLibrary().instruments.find(({ id }) => id === cite.instrument);
  return {
    status,
    cite: `${instrument?.number ?? cite.instrument} ${cite.clause}`,
    title: instrument?.title ?? cite.instrument,
    ...(reading === undefined ? {} : { reading }),
  };
};

const fieldOf = (field: Field, path: string, value?: string): PageField => {
  const { status: _status, cite: _cite, quote: _quote, reading: _reading, ...shown } = field;
  return { ...shown, path, ...sourceOf(field), ...(value === undefined ? {} : { value }) };
};

/** A form as data for a page, filled in as far as something is written. */
export function pageOf(form: Form, values: Values = {}): FormPage {
  const { name, version, digest, zh, en } = form;
  return {
    form: name,
    version,
    digest,
    zh,
    en,
    ...sourceOf(form),
    sections: form.sections.map((section) => ({
      name: section.name,
      zh: section.zh,
      en: section.en,
      fields: section.fields.map((field) => fieldOf(field, field.name, textOf(values, field.name))),
      tables: section.tables.map((table) => {
        const { columns, least, most } = table;
        return {
          name: table.name,
          zh: table.zh,
          en: table.en,
          least,
          most,
          ...sourceOf(table),
          columns: columns.map((column) => fieldOf(column, `${table.name}.*.${column.name}`)),
          rows: rowsOf(values, table.name).map((row, n) =>
            columns.map((column) => fieldOf(column, `${table.name}.${String(n)}.${column.name}`, row[column.name])),
          ),
        };
      }),
    })),
  };
}

/** A form in brief, for a list of them. */
export const briefOf = ({ name, version, digest, zh, en, by, act, status, monthly }: Form) => ({
  form: name,
  version,
  digest,
  zh,
  en,
  by,
  status,
  monthly,
  ...(act === undefined ? {} : { act }),
});

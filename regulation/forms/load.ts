import { join } from 'node:path';
import { digestOf } from '../digest.js';
import { RegulationError } from '../errors.js';
import { loadLibrary, type Library } from '../instruments.js';
import { oncePerFolder } from '../once.js';
import { readYaml, shipped, type Source } from '../source.js';
import { folderOf, onFile, type OnFile } from './on-file.js';
import { checkReferences } from './references.js';
import {
  FUEL_OPTIONS,
  YES_NO,
  type Brought,
  type Check,
  type Field,
  type Form,
  type Section,
  type Sourced,
  type Table,
  type Totals,
} from './form.js';
import { formShape, type FieldEntry, type FormFile, type SectionEntry, type TableEntry } from './shape.js';

type Place = readonly (string | number)[];
type Said = { readonly [N in 'status' | 'cite' | 'quote' | 'reading']?: string | undefined };

/** Leaves out what is undefined: an absent member is absent. */
const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

const CHOSEN: Readonly<Partial<Record<string, Field['options']>>> = { fuel: FUEL_OPTIONS, 'yes-no': YES_NO };

/** Reads what a file says with the sources that stand above each thing. */
class Reader {
  private readonly source: Source<FormFile>;
  private readonly library: Library;

  constructor(source: Source<FormFile>, library: Library) {
    this.source = source;
    this.library = library;
  }

  /** Where a thing is from: as it says itself, or as what it stands in says. */
  sourced(said: Said, above: Said, at: Place): Sourced {
    const { status, cite } = { status: said.status ?? above.status, cite: said.cite ?? above.cite };
    const [instrument = '', clause = ''] = (cite ?? '').split(' ');
    if (!this.library.clauseOf(instrument, clause))
      this.source.fail(
        'dead-citation',
        said.cite === undefined ? at : [...at, 'cite'],
        `instruments.yaml 中没有 ${String(cite)}`,
        `${String(cite)} is no clause of instruments.yaml`,
      );
    if (status === 'decided' && said.quote === undefined)
      this.source.fail(
        'decided-without-quote',
        at,
        '标为 decided 的，须引用作出规定的原文',
        'what is called decided quotes the words that decide it',
      );
    if (said.quote !== undefined && !this.library.says(instrument, said.quote))
      this.source.fail(
        'quote-not-in-text',
        [...at, 'quote'],
        `${instrument} 的文本中没有这段原文`,
        `these words do not stand in the text of ${instrument}`,
      );
    return plain({ status, cite: { instrument, clause }, quote: said.quote, reading: said.reading }) as Sourced;
  }

  section(entry: SectionEntry, form: Said, index: number): Section {
    const at = ['sections', index];
    const above = { status: entry.status ?? form.status, cite: entry.cite ?? form.cite };
    return {
      name: entry.name,
      zh: entry.zh,
      en: entry.en,
      fields: entry.fields.map((field, n) => this.field(field, above, [...at, 'fields', n])),
      tables: entry.tables.map((table, n) => this.table(table, above, [...at, 'tables', n])),
    };
  }

  private table(entry: TableEntry, section: Said, at: Place): Table {
    const sourced = this.sourced(entry, section, at);
    const above = { status: entry.status ?? section.status, cite: entry.cite ?? section.cite };
    const { name, zh, en } = entry;
    const [least, most] = [Number(entry.least), Number(entry.most)];
    if (least > most || most === 0 || most > ROWS_MAX)
      this.source.fail(
        'bad-value',
        [...at, 'most'],
        `${name} 的行数为 0 至 ${String(ROWS_MAX)}，最少不多于最多`,
        `${name} has from 0 to ${String(ROWS_MAX)} rows, the least not above the most`,
      );
    return {
      name,
      zh,
      en,
      least,
      most,
      ...sourced,
      columns: entry.columns.map((column, n) => this.field(column, above, [...at, 'columns', n])),
    };
  }

  private field(entry: FieldEntry, section: Said, at: Place): Field {
    const { options, required, 'required-when': when, status: _s, cite: _c, quote: _q, reading: _r, ...rest } = entry;
    const { type, name } = entry;
    if ((type === 'choice') !== (options !== undefined))
      this.source.fail(
        'bad-shape',
        at,
        `${name}：选择项有选项，其他的没有`,
        `${name}: a choice has options, and nothing else has`,
      );
    if (
      options &&
      new Set(options.flatMap(({ value, zh, en }) => [value, zh, en].filter((one, n, all) => all.indexOf(one) === n))).size <
        options.length
    )
      this.source.fail('duplicate-field', [...at, 'options'], `${name}：有一个选项重复`, `${name}: an option stands there twice`);
    if (['amount', 'whole'].includes(type) && entry.unit === undefined)
      this.source.fail('missing-key', at, `${name} 是数值：请注明单位`, `${name} is a number: say in which unit`);
    if (when && required === 'no')
      this.source.fail(
        'bad-shape',
        at,
        `${name}：已由 required-when 说明，请去掉 required`,
        `${name}: required-when says when; leave required out`,
      );
    return plain({
      ...rest,
      options: options ?? CHOSEN[type],
      required: required === 'yes' && !when,
      requiredWhen: when,
      ...this.sourced(entry, section, at),
    }) as Field;
  }
}
const ROWS_MAX = 200;

const formFrom = (source: Source<FormFile>, library: Library): Form => {
  const { content } = source;
  const reader = new Reader(source, library);
  const own = reader.sourced(content, content, []);
  const content2: Omit<Form, 'digest'> = {
    name: content.form,
    version: Number(content.version),
    cycle: Number(content.cycle),
    zh: content.zh,
    en: content.en,
    by: content.by,
    concerns: content.concerns,
    monthly: content.monthly === 'yes',
    files: content.files,
    ...own,
    ...(content.act === undefined ? {} : { act: content.act }),
    ...(content.filing === undefined ? {} : { filing: content.filing }),
    verified: content.verified,
    sections: content.sections.map((section, index) => reader.section(section, content, index)),
    ...(content.totals ? { totals: plain(content.totals) as Totals } : {}),
    brings: content.brings.map((one) => plain(one) as Brought),
    checks: content.checks.map((one) => plain(one) as Check),
  };
  checkReferences(content2, source);
  return { ...content2, digest: digestOf(content2) };
};

const read = oncePerFolder((folder, name: string, version: number, year: number): Form => {
  const file = join(folderOf(year), version === 1 ? `${name}.yaml` : `${name}.v${String(version)}.yaml`);
  const source = readYaml(folder, file, formShape);
  const { form, version: said, cycle } = source.content;
  if (form !== name || Number(said) !== version || Number(cycle) !== year)
    source.fail('wrong-name', ['form'], `文件名为 ${file}`, `the file is named ${file}`);
  return formFrom(source, loadLibrary(folder));
});

const readForm = (folder: string, { name, version, year }: OnFile): Form => read(folder, name, version, year);

/** Why there is no such form, with what there is. */
const missing = (asked: string, folder: string): RegulationError => {
  const there = [...new Set(onFile(folder).map((one) => one.name))].join(', ');
  return new RegulationError(
    'not-found',
    { file: 'regulation/forms' },
    `没有表单 ${asked}；现有 ${there}`,
    `there is no form ${asked}; there are ${there}`,
  );
};

/** The year of the latest notice up to a cycle's that came with a form; of the first one that did, for a cycle before it. */
const yearFor = (name: string, cycle: number, folder: string): number | undefined => {
  const years = onFile(folder).flatMap((one) => (one.name === name ? [one.year] : []));
  const before = years.filter((year) => year <= cycle);
  return before.length > 0 ? Math.max(...before) : years.length > 0 ? Math.min(...years) : undefined;
};

export interface FormAsked {
  readonly name: string;
  /** The cycle of the filing. */
  readonly cycle: number;
  /** The latest, where none is named. */
  readonly version?: number;
}

/** A form by its name, for a cycle, read once and checked. Throws a RegulationError that names file and line, or `not-found` with what there is. */
export function loadForm({ name, cycle, version }: FormAsked, folder: string = shipped()): Form {
  const year = yearFor(name, cycle, folder);
  const versions = onFile(folder).filter((one) => one.name === name && one.year === year);
  const wanted = version ?? Math.max(...versions.map((one) => one.version));
  const found = versions.find((one) => one.version === wanted);
  if (!found) throw missing(version === undefined ? name : `${name} version ${String(version)}`, folder);
  return readForm(folder, found);
}

/** The form of that name whose content has a digest, whichever year and version it is of; none where no file says it any more. */
export const formWithDigest = (name: string, digest: string, folder: string = shipped()): Form | undefined =>
  onFile(folder)
    .filter((one) => one.name === name)
    .map((one) => readForm(folder, one))
    .find((form) => form.digest === digest);

/** The forms of a cycle, each in its latest version, by name. */
export const formsOf = (cycle: number, folder: string = shipped()): Form[] =>
  [...new Set(onFile(folder).map(({ name }) => name))].sort().map((name) => loadForm({ name, cycle }, folder));

/** The form of what a notice asks besides, by the notice's own name of it; none where the regulation has none. */
export const formOfFiling = (act: string, filing: string, cycle: number, folder?: string): Form | undefined =>
  formsOf(cycle, folder).find((form) => form.act === act && form.filing === filing);

/** Loads every form on file, for a check of the whole regulation. */
export const everyForm = (folder: string = shipped()): readonly (() => Form)[] =>
  onFile(folder).map((one) => () => readForm(folder, one));

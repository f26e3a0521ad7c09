import { writeFileSync } from 'node:fs';
import { briefOf, pageOf, type PageField } from '../documents/forms/page.js';
import type { Form } from '../regulation/forms/form.js';
import { formsOf, loadForm } from '../regulation/forms/load.js';
import { RegulationError } from '../regulation/errors.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';

/** `luyue form list | show NAME | template NAME` */
export interface FormOptions {
  readonly cycle?: string;
  readonly formVersion?: string;
  readonly json?: boolean;
}
export interface FormTemplateOptions extends FormOptions {
  readonly out?: string;
}

/** A form by its name. Throws a UsageError that names the forms there are. */
export function formNamed(name: string, { cycle, formVersion }: FormOptions): Form {
  if (formVersion !== undefined && !/^[1-9]\d{0,2}$/.test(formVersion))
    throw new UsageError(
      `--form-version ${formVersion} 不是版本号 / --form-version ${formVersion} is no version: write a whole number`,
      'bad-input',
      ['form-version'],
    );
  try {
    const version = formVersion === undefined ? {} : { version: Number(formVersion) };
    return loadForm({ name, cycle: cycleNamed(cycle), ...version });
  } catch (error) {
    if (error instanceof RegulationError && error.fault === 'not-found')
      throw new UsageError(error.message, 'unknown-form', ['name']);
    throw error;
  }
}

export async function formList({ cycle, json = false }: FormOptions = {}, streams: Streams = STREAMS): Promise<number> {
  const forms = formsOf(cycleNamed(cycle)).map(briefOf);
  const lines = forms.map(
    ({ form, version, zh, en, status, digest }) =>
      `${form.padEnd(24)} v${String(version)}  ${zh} ${en}  [${status}]  ${digest.slice(0, 19)}…`,
  );
  return Promise.resolve(printAnswer({ forms }, lines, json, streams));
}

const sayField = ({ name, zh, en, type, unit, required, requiredWhen, status, cite }: PageField): string => {
  const when = requiredWhen ? `需要 when ${requiredWhen.field}=${requiredWhen.is}` : required ? '必填 required' : '';
  return `${name.padEnd(22)} ${zh} ${en} · ${type}${unit === undefined ? '' : ` ${unit}`} ${when} [${status}] ${cite}`;
};

export async function formShow(name: string, options: FormOptions = {}, streams: Streams = STREAMS): Promise<number> {
  const form = formNamed(name, options);
  const page = pageOf(form);
  const lines = [
    `${page.zh} ${page.en} · ${page.form} v${String(page.version)} · ${page.digest}`,
    page.reading ?? '',
    ...page.sections.flatMap(({ zh, en, fields, tables }) => [
      '',
      `${zh} ${en}`,
      ...fields.map((field) => `  ${sayField(field)}`),
      ...tables.flatMap((table) => [
        `  ${table.name}: ${table.zh} ${table.en} (${String(table.least)}–${String(table.most)})`,
        ...table.columns.map((column) => `    ${sayField(column)}`),
      ]),
    ]),
  ];
  return Promise.resolve(printAnswer({ ...page, totals: form.totals, checks: form.checks }, lines, options.json, streams));
}

/** Writes a workbook to fill in, in a new file: one that somebody has filled in is not to be lost. */
export async function formTemplate(name: string, options: FormTemplateOptions = {}, streams: Streams = STREAMS): Promise<number> {
  const form = formNamed(name, options);
  const { out = `${form.name}.xlsx`, json = false } = options;
  if (!/\.xlsx$/i.test(out))
    throw new UsageError(`${out} 不是 .xlsx 文件名 / ${out} is no .xlsx: name the file after what it is to be`, 'bad-file-name', [
      'out',
    ]);
  const { formWorkbook } = await import('../city/forms/workbook.js');
  try {
    writeFileSync(out, await formWorkbook(form), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`无法写入 ${out} / ${out} cannot be written: ${(error as Error).message}`, 'cannot-write', ['out']);
  }
  const told = { file: out, form: form.name, version: form.version, digest: form.digest };
  if (json) return printAnswer(told, [], json, streams);
  streams.err(`已写入 · written: ${out}\n填好后 · then: luyue document import ${out} --as UNIT\n`);
  return DONE;
}

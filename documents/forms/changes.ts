import { fieldsOf, tablesOf, type Field, type Form } from '../../regulation/forms/form.js';
import { rowsOf, textOf, type Values } from './values.js';

/** What changed between two versions: where, and what stands there before and after. */
export interface Change {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly before?: string;
  readonly after?: string;
}

interface File {
  readonly name: string;
  readonly sha256: string;
}
export interface Version {
  readonly values: Values;
  readonly files: readonly File[];
}

const changed = (path: string, { zh, en }: Pick<Field, 'zh' | 'en'>, before?: string, after?: string): Change[] =>
  before === after
    ? []
    : [{ path, zh, en, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];

const filesChanged = (before: readonly File[], after: readonly File[]): Change[] => {
  const words = { zh: '文件', en: 'file' };
  const lacks = (files: readonly File[], one: File): boolean =>
    !files.some(({ name, sha256 }) => name === one.name && sha256 === one.sha256);
  return [
    ...before.filter((one) => lacks(after, one)).flatMap((one) => changed(`files.${one.name}`, words, one.sha256)),
    ...after.filter((one) => lacks(before, one)).flatMap((one) => changed(`files.${one.name}`, words, undefined, one.sha256)),
  ];
};

/** What changed from one version to another, field by field in the form's order; rows are compared by their place. */
export function changesBetween(form: Form, before: Version, after: Version): Change[] {
  const fields = fieldsOf(form).flatMap((field) =>
    changed(field.name, field, textOf(before.values, field.name), textOf(after.values, field.name)),
  );
  const rows = tablesOf(form).flatMap(({ name, columns, zh, en }) => {
    const [old, now] = [rowsOf(before.values, name), rowsOf(after.values, name)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, n) =>
      columns.flatMap((column) =>
        changed(
          `${name}.${String(n)}.${column.name}`,
          { zh: `${zh} ${String(n + 1)} ${column.zh}`, en: `${en} ${String(n + 1)} ${column.en}` },
          old[n]?.[column.name],
          now[n]?.[column.name],
        ),
      ),
    ).flat();
  });
  return [...fields, ...rows, ...filesChanged(before.files, after.files)];
}

import { TOTALS, type Field, type Form } from '../../regulation/forms/form.js';
import type { Computed } from './totals.js';
import { rowsOf, textOf, type Values } from './values.js';

/** One line of a printed document: cells of text, by what they are. */
export interface PrintLine {
  readonly kind: 'title' | 'note' | 'section' | 'field' | 'head' | 'row' | 'total';
  readonly cells: readonly string[];
}

export interface Printed {
  readonly id: string;
  readonly version: number;
  readonly party: string;
  readonly unit: string;
  readonly cycle: number;
  readonly month?: string | undefined;
  readonly values: Values;
  readonly totals?: Computed | undefined;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
  readonly sha256: string;
}

const shown = (said: string | undefined, { options }: Field): string =>
  said === undefined ? '—' : (options?.find(({ value }) => value === said)?.zh ?? said);

const labelled = ({ zh, unit }: Field): string => (unit === undefined ? zh : `${zh}（${unit}）`);

const TOTAL_WORDS = { fossil: '化石燃料', electricity: '电力', heat: '热力', process: '过程', total: '合计' } as const;
const UNSURE: Readonly<Record<string, string>> = {
  expected: '本表样依据已公布的模板编制，通知附件未在手',
  placeholder: '本表样为平台假设，通知附件未在手',
};

/** A document as it is printed: lines of text, from which a page or a PDF is set. */
export function printOf(form: Form, document: Printed): PrintLine[] {
  const { values, totals, files } = document;
  const unsure = UNSURE[form.status];
  const head: PrintLine[] = [
    { kind: 'title', cells: [form.zh] },
    { kind: 'note', cells: ['文件号', `${document.id} 第 ${String(document.version)} 版`] },
    { kind: 'note', cells: ['单位', document.unit] },
    { kind: 'note', cells: ['周期', [String(document.cycle), document.month ?? ''].join(' ').trim()] },
    { kind: 'note', cells: ['表单', `${form.name} 第 ${String(form.version)} 版 ${form.digest}`] },
    ...(unsure === undefined ? [] : [{ kind: 'note' as const, cells: ['说明', unsure] }]),
  ];
  const body = form.sections.flatMap((section): PrintLine[] => [
    { kind: 'section', cells: [section.zh] },
    ...section.fields.map((field): PrintLine => ({
      kind: 'field',
      cells: [labelled(field), shown(textOf(values, field.name), field)],
    })),
    ...section.tables.flatMap(({ name, zh, columns }): PrintLine[] => [
      { kind: 'head', cells: [zh, ...columns.map(labelled)] },
      ...rowsOf(values, name).map((row, n): PrintLine => ({
        kind: 'row',
        cells: [String(n + 1), ...columns.map((column) => shown(row[column.name], column))],
      })),
    ]),
  ]);
  const computed: PrintLine[] = totals
    ? [
        { kind: 'section', cells: ['按活动数据计算的排放量（吨二氧化碳）'] },
        ...TOTALS.map((name): PrintLine => ({ kind: 'total', cells: [TOTAL_WORDS[name], totals[name]] })),
      ]
    : [];
  const proofs: PrintLine[] = [
    { kind: 'head', cells: ['文件', '名称', '字节数', 'SHA-256'] },
    ...files.map(({ name, size, sha256 }, n): PrintLine => ({ kind: 'row', cells: [String(n + 1), name, String(size), sha256] })),
    { kind: 'note', cells: ['文件摘要 SHA-256', document.sha256] },
  ];
  return [...head, ...body, ...computed, ...proofs];
}

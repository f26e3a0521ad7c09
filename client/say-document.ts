import { type z } from 'zod';
import type { briefOut, changesOut, checkedOut, documentOut, findingOut } from '../gateway/document-shapes.js';
import { shownValue } from './print.js';

type Brief = z.output<typeof briefOut>;
type Whole = z.output<typeof documentOut>;

/** A document in one line. */
export const sayBrief = ({ id, form, unit, cycle, month, version, state, savedAt, savedBy, counts, filed }: Brief): string => {
  const of = [String(cycle), ...(month === undefined ? [] : [month])].join(' ');
  const when = filed ? `报送 filed ${filed.at} ${filed.outcome}` : `保存 saved ${savedAt} ${savedBy}`;
  const found = `${String(counts.error)}/${String(counts.warning)}/${String(counts.question)}`;
  return `${id}  ${form} ${unit} ${of}  v${String(version)} ${state}  提示 findings ${found}  ${when}`;
};

const sayFinding = ({ key, severity, zh, en, explanation }: z.output<typeof findingOut>): string =>
  `  ${severity.padEnd(8)} ${key}  ${zh} / ${en}${explanation === undefined ? '' : `  说明 explained: ${explanation}`}`;

export const sayWhole = (document: Whole): string =>
  [
    sayBrief(document),
    `  版本标记 revision ${String(document.revision)}  sha256 ${document.sha256}`,
    ...Object.entries(document.values).map(([name, value]) => `  ${name.padEnd(22)} ${shownValue(value)}`),
    ...document.files.map(({ name, sha256, size }) => `  文件 file ${name} ${String(size)} ${sha256}`),
    ...(document.totals ? [`  计算 computed  ${shownValue(document.totals)}`] : []),
    ...document.findings.map(sayFinding),
  ].join('\n');

/** What a check came to: what keeps it from being filed first. */
export const sayChecked = (checked: z.output<typeof checkedOut>): string =>
  [
    sayBrief(checked),
    ...checked.errors.map(({ path, zh, en }) => `  须更正 must be corrected  ${path.join('.')}: ${zh} / ${en}`),
    ...checked.findings.map(sayFinding),
    ...(checked.errors.length > 0
      ? ['不能报送 · cannot be filed as it stands']
      : [`可以报送 · can be filed: luyue document file ${checked.id}`]),
  ].join('\n');

export const sayChanges = ({ id, from, to, changes }: z.output<typeof changesOut>): string =>
  [
    `${id}  v${String(from)} → v${String(to)}  ${String(changes.length)} 处变化 changes`,
    ...changes.map(({ path, zh, before, after }) => `  ${zh} ${path}: ${before ?? '—'} → ${after ?? '—'}`),
  ].join('\n');

import { isAmount, isEqual, isLess, minus, sum } from '../../domain/model/amount.js';
import type { Month } from '../../domain/model/instant.js';
import type { Finding } from '../../domain/rules/finding.js';
import type { SlipValues } from '../../domain/rules/slips.js';
import type { Check } from '../../regulation/forms/form.js';
import type { Looked } from './looked.js';
import { withSlip } from './slipped.js';
import { rowsOf, textOf, type Values } from './values.js';

const wordsOf = ({ zh = '', en = '' }: Check): Pick<Finding, 'zh' | 'en'> => ({ zh, en });

/** A column that should add up to a field; nothing where no row is filled in. */
export function addsUp(values: Values, check: Check, slips: SlipValues): Finding[] {
  const { table = '', column = '', field = '', severity } = check;
  const rows = rowsOf(values, table).flatMap((row) => (isAmount(row[column] ?? '') ? [row[column] ?? ''] : []));
  const stated = textOf(values, field);
  if (rows.length === 0 || stated === undefined || !isAmount(stated)) return [];
  const added = sum(rows);
  if (isEqual(added, stated)) return [];
  const numbers = { rows: added, [field]: stated };
  return [withSlip({ code: 'does-not-add-up', severity, about: table, ...wordsOf(check), numbers }, added, stated, slips)];
}

/** Rows that are of another month than the document. */
export function ofTheMonth(values: Values, month: Month | undefined, check: Check): Finding[] {
  const { table = '', column = '', severity } = check;
  return rowsOf(values, table).flatMap((row, n): Finding[] => {
    const said = row[column];
    if (said === undefined || said === month) return [];
    const numbers = { row: String(n + 1), [column]: said, month: month ?? '' };
    return [{ code: 'other-month', severity, about: `${table}.${String(n)}`, ...wordsOf(check), numbers }];
  });
}

/** Rows in which what was used is not one reading less the other: the reading itself was filled in, or a factor forgotten. */
export function readOff(values: Values, check: Check, slips: SlipValues): Finding[] {
  const { table = '', column = '', severity } = check;
  return rowsOf(values, table).flatMap(({ from = '', to = '', [column]: used = '' }, n): Finding[] => {
    if (![from, to, used].every(isAmount) || (!isLess(to, from) && isEqual(minus(to, from), used))) return [];
    const numbers = { row: String(n + 1), from, to, [column]: used };
    const finding: Finding = { code: 'not-read-off', severity, about: `${table}.${String(n)}`, ...wordsOf(check), numbers };
    return [isLess(to, from) ? finding : withSlip(finding, used, minus(to, from), slips)];
  });
}

/** Rows that name again what a row before them names: a meter, a contract, a proof that counts twice. */
export function namedTwice(values: Values, check: Check): Finding[] {
  const { table = '', column = '', severity } = check;
  const rows = rowsOf(values, table);
  return rows.flatMap((row, n): Finding[] => {
    const said = row[column];
    const first = rows.findIndex((one) => one[column] === said);
    if (said === undefined || first === n) return [];
    const numbers = { row: String(n + 1), before: String(first + 1), [column]: said };
    return [{ code: 'named-twice', severity, about: `${table}.${String(n)}`, ...wordsOf(check), numbers }];
  });
}

/** The same file under two names, or sent twice. */
export const sameFileTwice = (files: Looked['files']): Finding[] =>
  files.flatMap(({ name, sha256 }, n): Finding[] => {
    const first = files.findIndex((one) => one.sha256 === sha256);
    if (first === n) return [];
    const before = files[first]?.name ?? '';
    return [
      {
        code: 'file-twice',
        severity: 'error',
        about: name,
        zh: `文件 ${name} 与本次提交的 ${before} 内容相同`,
        en: `${name} is the same file as ${before}, which came with it`,
        numbers: { sha256 },
      },
    ];
  });

/** A field that should not be above another. */
export function notAbove(values: Values, check: Check): Finding[] {
  const { field = '', than = '', severity } = check;
  const [one, other] = [textOf(values, field) ?? '', textOf(values, than) ?? ''];
  if (!isAmount(one) || !isAmount(other) || !isLess(other, one)) return [];
  return [{ code: 'above', severity, about: field, ...wordsOf(check), numbers: { [field]: one, [than]: other } }];
}

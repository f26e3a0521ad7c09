import { writeFileSync } from 'node:fs';
import { writeCsv } from '../city/table/csv.js';
import { writeXlsx } from '../city/table/xlsx.js';
import { isoOf } from '../domain/model/instant.js';
import type { StatementLine } from '../ledger/statement.js';
import { UsageError } from './failure.js';

const HEAD = [
  '业务时间 at',
  '批次 lot',
  '产品 product',
  '数量 quantity',
  '余额 balance',
  '经办 by',
  '案件 case',
  '事件 event',
  '交易 transaction',
  '入账时间 recorded at',
];

const fieldsOf = (line: StatementLine): string[] => [
  isoOf(line.at),
  line.lot,
  line.product,
  line.quantity,
  line.balance,
  line.by,
  line.caseId,
  String(line.seq),
  line.transaction,
  isoOf(line.recordedAt.getTime()),
];

/** Writes a statement to a file. Throws a UsageError where the file cannot be written. */
export async function writeStatement(
  file: string,
  as: 'csv' | 'xlsx',
  account: string,
  lines: readonly StatementLine[],
): Promise<void> {
  const rows = lines.map(fieldsOf);
  // a sheet's name may not hold a slash, nor be longer than this
  const sheet = account.replaceAll('/', ' ').slice(0, 31);
  const content = as === 'csv' ? writeCsv(HEAD, rows) : await writeXlsx(sheet, HEAD, rows);
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(`无法写入 ${file} / ${file} cannot be written: ${(error as Error).message}`, 'cannot-write', [as]);
  }
}

import type { Unit } from '../../domain/model/case.js';
import type { District } from '../../regulation/districts.js';
import { error, warning, type Finding } from '../finding.js';
import { readColumns } from '../table/columns.js';
import { readTable } from '../table/read-table.js';
import { isSheet } from '../table/sheet.js';
import { REGISTER_COLUMNS } from './columns.js';
import { readUnit } from './read-unit.js';

/** A unit of the register with the line that lists it. */
export interface Listed {
  readonly line: number;
  readonly unit: Unit;
}

/** A register as read: its units, and everything found. Units of lines with errors are left out. */
export interface Register {
  readonly lines: number;
  readonly units: readonly Listed[];
  readonly findings: readonly Finding[];
}

/** Whom the register lists twice, and addresses that serve more than one unit. */
function findTwins(units: readonly Listed[]): Finding[] {
  const findings: Finding[] = [];
  const [ids, mails] = [new Map<string, number>(), new Map<string, string>()];
  for (const { line, unit } of units) {
    // the same letters in another case would be another unit nobody can tell apart
    const key = unit.id.toLowerCase();
    const before = ids.get(key);
    if (before === undefined) ids.set(key, line);
    else
      findings.push(
        error(
          'duplicate-id',
          { line, column: 'id' },
          `单位编号 ${unit.id} 已在第 ${String(before)} 行`,
          `${unit.id} stands in line ${String(before)} already`,
        ),
      );
    const owner = mails.get(unit.mail.toLowerCase());
    if (owner === undefined) mails.set(unit.mail.toLowerCase(), unit.id);
    else if (owner !== unit.id)
      findings.push(
        warning('shared-mail', { line, column: 'mail' }, `与 ${owner} 的电子邮箱相同`, `is the address of ${owner} too`),
      );
  }
  return findings;
}

const inOrder = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** Reads a register from the bytes of a file: CSV (UTF-8 or GB18030) or xlsx. Never throws for what the file says. */
export async function readRegister(bytes: Uint8Array, districts: readonly District[]): Promise<Register> {
  const sheet = await readTable(bytes);
  if (!isSheet(sheet)) return { lines: 0, units: [], findings: sheet.findings };
  const { lines, findings } = readColumns(sheet, REGISTER_COLUMNS);
  const missing = findings.some(({ code }) => code === 'missing-column' || code === 'duplicate-column');
  if (missing) return { lines: lines.length, units: [], findings: [...sheet.findings, ...findings] };
  const read = lines.map((fields) => readUnit(fields, districts));
  const units = read.flatMap(({ line, unit }) => (unit ? [{ line, unit }] : []));
  return {
    lines: lines.length,
    units,
    findings: inOrder([...sheet.findings, ...findings, ...read.flatMap((one) => one.findings), ...findTwins(units)]),
  };
}

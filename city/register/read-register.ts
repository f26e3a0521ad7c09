import type { Unit } from '../../domain/model/case.js';
import type { District } from '../../regulation/districts.js';
import { error, warning, type Finding } from '../finding.js';
import { readColumns, type Fields } from '../table/columns.js';
import { readTable } from '../table/read-table.js';
import { isSheet } from '../table/sheet.js';
import { REGISTER_COLUMNS, type RegisterColumn } from './columns.js';
import { readUnit, type UnitContact } from './read-unit.js';

/** A unit of the register with the line that lists it. */
export interface Listed {
  readonly line: number;
  readonly unit: Unit;
  /** Where it is reached: no part of its case. */
  readonly contact: UnitContact;
}

/** A register as read: its units, and everything found. Units of lines with errors are left out. */
export interface Register {
  readonly lines: number;
  readonly units: readonly Listed[];
  readonly findings: readonly Finding[];
}

/** Whom the register lists twice, whatever else is wrong with the lines. */
function findTwins(lines: readonly Fields<RegisterColumn>[]): Finding[] {
  const before = new Map<string, number>();
  return lines.flatMap(({ line, of: { id } }) => {
    // the same letters in another case would be another unit that nobody can tell apart
    const key = id.toLowerCase();
    const first = before.get(key);
    if (key === '') return [];
    if (first === undefined) {
      before.set(key, line);
      return [];
    }
    const place = { line, column: 'id' };
    return [
      error('duplicate-id', place, `单位编号 ${id} 已在第 ${String(first)} 行`, `${id} stands in line ${String(first)} already`),
    ];
  });
}

/** Addresses that serve more than one unit. */
function findSharedMails(units: readonly Listed[]): Finding[] {
  const owners = new Map<string, string>();
  return units.flatMap(({ line, unit, contact }) => {
    const mail = contact.mail.toLowerCase();
    const owner = owners.get(mail) ?? unit.id;
    owners.set(mail, owner);
    if (owner.toLowerCase() === unit.id.toLowerCase()) return [];
    return [warning('shared-mail', { line, column: 'mail' }, `与 ${owner} 的电子邮箱相同`, `is the address of ${owner} too`)];
  });
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
  // a unit is left out where a cell of its line does not say what it seems to
  const wrong = new Set(findings.flatMap(({ level, line }) => (level === 'error' ? [line] : [])));
  const units = read.flatMap(({ line, unit, contact }) => (unit && contact && !wrong.has(line) ? [{ line, unit, contact }] : []));
  return {
    lines: lines.length,
    units,
    findings: inOrder([
      ...sheet.findings,
      ...findings,
      ...read.flatMap((one) => one.findings),
      ...findTwins(lines),
      ...findSharedMails(units),
    ]),
  };
}

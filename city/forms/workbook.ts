import {
  formNamed,
  readSheet,
  sheetLines,
  type ReadLine,
  type ReadSheet,
  type SheetProblem,
} from '../../documents/forms/sheet.js';
import { entered, tidy, type Values } from '../../documents/forms/values.js';
import type { Form } from '../../regulation/forms/form.js';
import { hasErrors, warning, type Finding } from '../finding.js';
import { findInCell } from '../table/cell-findings.js';
import { readTable } from '../table/read-table.js';
import { hiddenIn } from '../table/hidden.js';
import { isSheet, type Line, type Sheet } from '../table/sheet.js';
import { writeFormSheet } from '../table/form-sheet.js';

/** The workbook of a form (xlsx), to fill in or filled in. */
export const formWorkbook = (form: Form, values?: Values): Promise<Uint8Array> =>
  writeFormSheet(form.zh, sheetLines(form, values));

/** What a workbook of a form holds, or why it cannot be read. */
export type ReadForm =
  | { readonly form: Form; readonly values: Values; readonly warnings: readonly Finding[] }
  | { readonly findings: readonly Finding[]; readonly problems: readonly SheetProblem[] };

const LETTERS = 26;
const FIRST_LETTER = 65;
/** A column as a spreadsheet names it, from 0: `D`, `AB`. */
const lettersOf = (at: number): string =>
  (at < LETTERS ? '' : lettersOf(Math.floor(at / LETTERS) - 1)) + String.fromCharCode(FIRST_LETTER + (at % LETTERS));

/** Where what a person sees in a cell is not what is read from it, by the cell's name. */
const inCells = ({ line, cells }: Line): Finding[] =>
  cells.flatMap((cell, at) => findInCell(cell, { line, column: `${lettersOf(at)}${String(line)}` }, false));

/** What is found in the cells that are read, and what of them nobody sees. */
function findingsIn({ lines, hiddenColumns, findings }: Sheet): Finding[] {
  const read = lines.filter(({ cells }) => cells[0]?.text.startsWith('#') !== true);
  // the names of the lines, in the first column, may be out of sight
  const hidden = hiddenColumns.filter((at) => at > 0 && read.some(({ cells }) => (cells[at]?.text ?? '') !== ''));
  return [...findings, ...hiddenIn(read, hidden.map(lettersOf)), ...read.flatMap(inCells)];
}

const noForm = (): ReadForm => ({
  findings: [],
  problems: [
    {
      line: 1,
      zh: '不是本平台的表单：请用 luyue form template 下载',
      en: 'it is no form of this platform: begin with luyue form template',
    },
  ],
});

/** Reads the workbook of a form, or its lines as CSV; `formOf` finds the form that it names. Hidden lines are read like any others, and said. */
export async function readFormWorkbook(
  bytes: Uint8Array,
  formOf: (named: { readonly name: string; readonly version: number }) => Form | undefined,
): Promise<ReadForm> {
  const read = await readTable(bytes);
  if (!isSheet(read)) return { findings: read.findings, problems: [] };
  const lines: ReadLine[] = read.lines.map(({ line, cells }) => ({ line, cells: cells.map(({ text }) => text) }));
  const named = formNamed(lines);
  const form = named && formOf(named);
  if (!form) return noForm();
  const findings = findingsIn(read);
  const { values, problems, unread }: ReadSheet = readSheet(form, lines);
  if (hasErrors(findings) || problems.length > 0) return { findings, problems };
  const besides = unread.map(({ line, zh, en }) => warning('unread-cell', { line }, zh, en));
  return { form, values: tidy(entered(form, values)), warnings: [...findings, ...besides] };
}

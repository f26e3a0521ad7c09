import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formWorkbook, readFormWorkbook, type ReadForm } from '../../city/forms/workbook.js';
import { draftShape, tidy, type Values } from '../../documents/forms/values.js';
import { shapeErrors } from '../../documents/forms/shape.js';
import { formsOf, loadForm } from '../../regulation/forms/load.js';
import type { Form } from '../../regulation/forms/form.js';
import { whatever } from './written.js';

const forms = formsOf(2024);
const form = (name: string): Form => loadForm({ name, cycle: 2024 });
const formOf = ({ name, version }: { name: string; version: number }) => loadForm({ name, version, cycle: 2024 });
const read = (bytes: Uint8Array): Promise<ReadForm> => readFormWorkbook(bytes, formOf);
const valuesIn = (found: ReadForm): Values => {
  if ('problems' in found) throw new Error(JSON.stringify(found));
  return found.values;
};

/** The workbook of a form with some cells typed into, as a person would. */
async function typed(
  name: string,
  cells: Readonly<Record<string, ExcelJS.CellValue>>,
  set?: (cell: ExcelJS.Cell) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await formWorkbook(form(name))) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  sheet?.eachRow((row) => {
    const key = row.getCell(1).text;
    if (cells[key] === undefined) return;
    row.getCell(4).value = cells[key];
    set?.(row.getCell(4));
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('三(一)1 — from one form come the workbook to fill in and its import', () => {
  it.each(forms.map((one) => [one.name, one] as const))(
    '%s: whatever it allows comes back as it was filled in',
    async (_name, one) => {
      await fc.assert(
        fc.asyncProperty(whatever(one), async (values) => {
          expect(shapeErrors(one, values)).toEqual([]);
          const back = valuesIn(await read(await formWorkbook(one, values)));
          expect(back).toEqual(values);
          expect(draftShape(one).parse(back)).toEqual(tidy(values));
        }),
        { numRuns: 12 },
      );
    },
  );

  it('an empty workbook is an empty draft, which lacks what the form requires', async () => {
    const back = valuesIn(await read(await formWorkbook(form('monthly-evidence'))));
    expect(back).toEqual({});
    expect(shapeErrors(form('monthly-evidence'), back)).toEqual([{ path: ['electricityMWh'], zh: '必填', en: 'is missing' }]);
  });

  it('a number that was typed as a number is read as it is seen', async () => {
    expect(valuesIn(await read(await typed('monthly-evidence', { electricityMWh: 1234.5 })))).toEqual({
      electricityMWh: '1234.5',
    });
  });

  it('what a person sees otherwise than it is held is refused with the cell in which it stands', async () => {
    const told = async (value: ExcelJS.CellValue, set?: (cell: ExcelJS.Cell) => void): Promise<unknown> => {
      const found = await read(await typed('monthly-evidence', { electricityMWh: value }, set));
      return 'findings' in found ? found.findings.map(({ code, column }) => `${code} ${String(column)}`) : found.values;
    };
    const seenAs = (numFmt: string) => (cell: ExcelJS.Cell) => void (cell.numFmt = numFmt);
    expect(await told({ formula: '1+1' })).toEqual(['formula-cell D4']);
    expect(await told({ error: '#DIV/0!' })).toEqual(['error-cell D4']);
    expect(await told(0.98, seenAs('0%'))).toEqual(['shown-otherwise D4']);
    expect(
      await told('1000', ({ worksheet }) => {
        worksheet.mergeCells('D4:E4');
      }),
    ).toEqual(['merged-cell E4']);
    // a day is read as the one that is seen, and what is seen with separators is that number
    expect(await told(new Date('2024-05-01T00:00:00Z'), seenAs('yyyy-mm-dd'))).toEqual({ electricityMWh: '2024-05-01' });
    expect(await told(12_345.5, seenAs('#,##0.00'))).toEqual({ electricityMWh: '12345.5' });
  });

  it('what is read though nobody sees it is said: a hidden line, a hidden column; not that of the names', async () => {
    const hiding = async (hide: (cell: ExcelJS.Cell) => void): Promise<unknown> => {
      const found = await read(await typed('monthly-evidence', { electricityMWh: '1000' }, hide));
      return 'findings' in found ? found : [found.values, found.warnings.map(({ code }) => code)];
    };
    const values = { electricityMWh: '1000' };
    expect(await hiding(({ worksheet, row }) => void (worksheet.getRow(Number(row)).hidden = true))).toEqual([
      values,
      ['hidden-rows'],
    ]);
    expect(await hiding(({ worksheet }) => void (worksheet.getColumn(4).hidden = true))).toEqual([values, ['hidden-columns']]);
    expect(await hiding(({ worksheet }) => void (worksheet.getColumn(1).hidden = true))).toEqual([values, []]);
  });

  /** The workbook of a month with 10 of gas, its lines changed as a person would. */
  const bent = async (change: (sheet: ExcelJS.Worksheet, headings: ExcelJS.Row, row: ExcelJS.Row) => void): Promise<ReadForm> => {
    const book = new ExcelJS.Workbook();
    const filled = { electricityMWh: '1000', fuels: [{ fuel: 'natural-gas', consumption: '10' }] };
    await book.xlsx.load((await formWorkbook(form('monthly-evidence'), filled)) as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error('no sheet');
    const rows = sheet.getRows(1, sheet.rowCount) ?? [];
    const headings = rows.find((row) => row.getCell(2).text.endsWith('[fuel]'));
    const row = rows.find((one) => one.getCell(1).text === 'fuels');
    if (!headings || !row) throw new Error('no table of fuels');
    change(sheet, headings, row);
    return read(new Uint8Array(await book.xlsx.writeBuffer()));
  };
  const told = (found: ReadForm): string[] =>
    'problems' in found ? found.problems.map(({ en }) => en) : found.warnings.map(({ code, en }) => `${code} ${en}`);

  it('a column whose heading is gone, or stands there twice, is not lost without a word', async () => {
    const lost = await bent((_, headings) => void (headings.getCell(3).value = '消耗量'));
    expect(told(lost)).toEqual(['the column consumption is not found: its heading ends with [consumption]']);
    const twice = await bent((_, headings, row) => {
      headings.getCell(4).value = headings.getCell(3).value;
      row.getCell(4).value = '77';
    });
    expect(told(twice)).toEqual(['two columns are consumption']);
    const moved = await bent((_, headings, row) => {
      for (const one of [headings, row])
        [one.getCell(2).value, one.getCell(3).value] = [one.getCell(3).value, one.getCell(2).value];
    });
    expect(valuesIn(moved)).toMatchObject({ fuels: [{ fuel: 'natural-gas', consumption: '10' }] });
  });

  it('what stands beside the columns of the form is not read, and said', async () => {
    const beside = await bent((sheet, _, row) => {
      row.getCell(12).value = '备注';
      sheet.getRow(4).getCell(9).value = '9999';
    });
    expect(valuesIn(beside)).toMatchObject({ electricityMWh: '1000' });
    expect(told(beside)).toEqual([
      'unread-cell "9999" stands in no column of the form, and is not read',
      'unread-cell "备注" stands in no column of the form, and is not read',
    ]);
    expect(told(await bent(() => undefined))).toEqual([]);
  });

  it('a workbook of something else is refused', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('x');
    sheet.addRow(['id', 'name']);
    sheet.addRow(['1', 'a']);
    const found = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect('problems' in found && found.problems[0]?.en).toMatch(/no form of this platform/);
  });
});

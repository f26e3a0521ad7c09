import { describe, expect, it } from 'vitest';
import { REGISTER_COLUMNS } from '../../city/register/columns.js';
import { readRegister, type Register } from '../../city/register/read-register.js';
import { registerTemplate } from '../../city/register/template.js';
import { writeCsv } from '../../city/table/csv.js';
import { writeXlsx } from '../../city/table/xlsx.js';
import { districts } from '../../regulation/districts.js';

describe('the list to fill in', () => {
  const asCsv = (change: (text: string) => string = (text) => text): Promise<Register> => {
    const { head, lines } = registerTemplate();
    return readRegister(new TextEncoder().encode(change(writeCsv(head, lines))), districts());
  };

  it('is read whole; only its example line is refused, by its id, so that nobody opens a case for it', async () => {
    const { findings, units } = await asCsv();
    expect(findings.map(({ code, column }) => `${code} ${String(column)}`)).toEqual(['bad-id id']);
    expect(units).toEqual([]);
  });

  it('with an id in place of the example it is a register', async () => {
    const { findings, units } = await asCsv((text) => text.replace('示例行，请删除', 'BJ-0001'));
    expect(findings).toEqual([]);
    expect(units[0]!.unit).toMatchObject({ id: 'BJ-0001', kind: 'key', district: 'chaoyang', lastCycle: { settled: true } });
  });

  it('has every column there is, in a workbook too', async () => {
    const { head, lines } = registerTemplate();
    expect(head).toHaveLength(Object.keys(REGISTER_COLUMNS).length);
    const { findings } = await readRegister(await writeXlsx('单位名单', head, lines), districts());
    expect(findings.map(({ code }) => code)).toEqual(['bad-id']);
  });
});

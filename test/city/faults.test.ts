import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBatch } from '../../city/batch/read-batch.js';
import { readRegister, type Register } from '../../city/register/read-register.js';
import { districts } from '../../regulation/districts.js';

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`faults/${name}`, import.meta.url)));
const read = (name: string): Promise<Register> => readRegister(bytes(name), districts());
const said = ({ findings }: Pick<Register, 'findings'>): string[] =>
  findings.map(({ level, code, line, column }) => [level, code, line ?? '', column ?? ''].join(' ').trim());
const ids = ({ units }: Register): string[] => units.map(({ unit }) => unit.id);

describe('lists that were read wrongly once', () => {
  it('drop-downs on nine whole columns cost nothing: the one line is read in little memory, in which nine million cells would have no room', async () => {
    const before = process.memoryUsage().rss;
    const register = await read('dropdown-nine-columns.xlsx');
    expect([ids(register), said(register)]).toEqual([['BJ-0001'], []]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it.each([
    ['hidden-old-list.xlsx', '2023年名单'],
    ['hidden-first-sheet.xlsx', '字典'],
  ])('%s: the first visible sheet is read, and the hidden one is named', async (file, hidden) => {
    const register = await read(file);
    expect([ids(register), said(register)]).toEqual([['BJ-0001'], ['warning hidden-sheets']]);
    expect(register.findings[0]!.zh).toContain(hidden);
  });

  it('an id that is stored as a number is an error at its cell: 18 digits, and leading zeros that only its format shows', async () => {
    const register = await read('id-as-number.xlsx');
    expect(said(register).filter((one) => one.includes('number-cell'))).toEqual([
      'error number-cell 2 id',
      'error number-cell 3 id',
      'error number-cell 4 id',
    ]);
    expect(register.findings.find(({ line }) => line === 3)!.en).toContain('BJ-0001');
  });

  it('an address in two pieces with a link is read', async () => {
    const register = await read('mail-rich-link.xlsx');
    expect(register.units.map(({ contact }) => contact.mail)).toEqual(['ops@bj-0001.example']);
    expect(said(register)).toEqual([]);
  });

  it('an address with a character that nobody sees is none, and the character is named', async () => {
    const register = await read('mail-zwsp.csv');
    expect(ids(register)).toEqual([]);
    expect(said(register)).toContain('error bad-mail 2 mail');
    expect(register.findings.find(({ code }) => code === 'bad-mail')!.zh).toContain('U+200B');
  });

  it('XML whose names have a prefix is the same XML', async () => {
    const register = await read('prefixed.xlsx');
    expect([ids(register), said(register)]).toEqual([['BJ-0001'], []]);
  });

  it('a line hidden by a filter is read, and named', async () => {
    const register = await read('hidden-row.xlsx');
    expect([ids(register), said(register)]).toEqual([['BJ-0001', 'BJ-0002'], ['warning hidden-rows']]);
    expect(register.findings[0]!.zh).toContain('第 3 行');
  });

  it('headings are found below a title, as official lists have one', async () => {
    const register = await read('title-row.xlsx');
    expect([ids(register), said(register)]).toEqual([['BJ-0001'], []]);
    expect(register.units[0]!.line).toBe(3);
  });

  it('98200.4 shown as 98,200 is decided as 98200.4, and that is said', async () => {
    const batch = await readBatch(bytes('batch-pct.xlsx'), 2024);
    expect(batch.decisions.map(({ raw }) => raw.with)).toEqual([{ emissions: '98200.4', basis: '核查报告' }]);
    expect(said(batch)).toEqual(['warning shown-otherwise 2 amount']);
    expect(batch.findings[0]!.zh).toContain('显示为“98,200”，实际为“98200.4”');
  });
});

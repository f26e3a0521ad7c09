import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/rules/finding.js';
import type { MonthlyData, PlausibilityInput } from '../../domain/rules/plausibility.js';
import { answerTo } from './asking.js';

const month = (name: string, more: Partial<MonthlyData> = {}): MonthlyData => ({
  month: name,
  electricityMWh: '1000',
  fuels: [{ fuel: 'natural-gas', consumption: '50' }],
  files: [{ name: 'bill.pdf', sha256: `${name}-bill` }],
  ...more,
});
const find = (input: PlausibilityInput): readonly Finding[] =>
  (answerTo('plausibility', input) as { findings: Finding[] }).findings;
const codes = (input: PlausibilityInput): string[] => find(input).map(({ code, about }) => `${code} ${about}`);
const before = (data: Partial<MonthlyData>, previous: Partial<MonthlyData> = {}): string[] =>
  codes({ data: month('2024-05', data), previous: month('2024-04', previous) });

describe('四(三) 识别异常数据 › a first package, with no month to compare it with', () => {
  const year = (figures: Record<string, string>) => ({ year: '2023', figures });
  const annual = year({ electricity: '12000', 'natural-gas': '600', heat: '0' });
  const first = (data: Partial<MonthlyData>): string[] => codes({ data: month('2024-01', data), annual });

  it('kWh for MWh, m³ for 10⁴ m³: more than the whole year, and about a thousand or ten thousand times its mean month', () => {
    expect(first({ electricityMWh: '1000000' })).toEqual(['unit-slip electricity']);
    expect(first({ fuels: [{ fuel: 'natural-gas', consumption: '500000' }] })).toEqual(['unit-slip natural-gas']);
    expect(find({ data: month('2024-01', { electricityMWh: '1000000' }), annual })[0]).toMatchObject({
      severity: 'error',
      numbers: { '2024-01': '1000000', '2023': '12000', factor: '1000' },
    });
  });
  it('a month of heating is many times the mean of its year, and no slip up to all of the year', () => {
    expect(first({ electricityMWh: '12000', fuels: [{ fuel: 'natural-gas', consumption: '300' }] })).toEqual([]);
    expect(first({ electricityMWh: '12000.01' })).toEqual([]);
    expect(first({ electricityMWh: '1' })).toEqual([]);
  });
  it('about means within a fifth of it: 80,000 MWh are 80 times the mean month of 1,000', () => {
    expect(first({ electricityMWh: '80000' })).toEqual(['unit-slip electricity']);
    expect(first({ electricityMWh: '79999' })).toEqual([]);
  });
  it('what the year did not have is compared with nothing', () => {
    expect(first({ heatGJ: '9999999', fuels: [{ fuel: 'diesel', consumption: '9999999' }] })).toEqual([]);
  });
  it('where a month is there, the year is not asked', () => {
    const data = month('2024-02', { electricityMWh: '1000000' });
    expect(codes({ data, annual, previous: month('2024-01', { electricityMWh: '1000000' }) })).toEqual([]);
    expect(codes({ data, annual, lastYear: month('2023-02', { electricityMWh: '1000000' }) })).toEqual([]);
  });
});

describe('四(三) 识别异常数据 › against the month before', () => {
  it('a month like the one before is not worth a word', () => {
    expect(before({})).toEqual([]);
  });
  it('a jump of exactly half is let pass, a little more is asked about', () => {
    expect(before({ electricityMWh: '1500' })).toEqual([]);
    expect(before({ electricityMWh: '1500.01' })).toEqual(['jump electricity']);
    expect(before({ electricityMWh: '500' })).toEqual([]);
    expect(before({ electricityMWh: '499.99' })).toEqual(['jump electricity']);
  });
  it('kWh for MWh, m³ for 10⁴ m³, a decimal point: about 10, 100, 1,000 or 10,000 times off either way', () => {
    expect(before({ electricityMWh: '1010000' })).toEqual(['unit-slip electricity']);
    expect(before({ fuels: [{ fuel: 'natural-gas', consumption: '510000' }] })).toEqual(['unit-slip natural-gas']);
    expect(before({ fuels: [{ fuel: 'natural-gas', consumption: '5' }] })).toEqual(['unit-slip natural-gas']);
    expect(before({ electricityMWh: '100000' })).toEqual(['unit-slip electricity']);
  });
  it('about means within a fifth of it: 12 times is a slip, a little more a jump', () => {
    expect(before({ electricityMWh: '12000' })).toEqual(['unit-slip electricity']);
    expect(before({ electricityMWh: '12001' })).toEqual(['jump electricity']);
    expect(before({ electricityMWh: '8000' })).toEqual(['unit-slip electricity']);
    expect(before({ electricityMWh: '7999' })).toEqual(['jump electricity']);
  });
  it('a figure that is zero all of a sudden needs a reason', () => {
    expect(before({ electricityMWh: '0' })).toEqual(['zero-without-reason electricity']);
    expect(before({ electricityMWh: '0', zeroBecause: { electricity: '停产检修' } })).toEqual([]);
    expect(before({ fuels: [] })).toEqual(['zero-without-reason natural-gas']);
  });
  it('a fuel reported in two parts is compared as one', () => {
    const half = { fuel: 'natural-gas', consumption: '25' } as const;
    expect(before({ fuels: [half, half] })).toEqual([]);
  });
  it('a figure that was and is zero is not worth a word', () => {
    expect(before({ heatGJ: '0' }, { heatGJ: '0' })).toEqual([]);
    expect(before({ heatGJ: '5' }, { heatGJ: '0' })).toEqual([]);
  });
  it('a finding gives the numbers that led to it, in both languages', () => {
    const [finding] = find({ data: month('2024-05', { electricityMWh: '1000000' }), previous: month('2024-04') });
    expect(finding).toMatchObject({ severity: 'error', numbers: { '2024-05': '1000000', '2024-04': '1000', factor: '1000' } });
    expect(finding?.zh).toMatch(/上月/);
    expect(finding?.en).toMatch(/month before/);
  });
});

describe('四(三) › against the same month of last year', () => {
  it('has a threshold of its own', () => {
    const lastYear = month('2023-05');
    expect(codes({ data: month('2024-05', { electricityMWh: '1500' }), lastYear })).toEqual([]);
    expect(codes({ data: month('2024-05', { electricityMWh: '1500.01' }), lastYear })).toEqual(['year-jump electricity']);
    const heat = { data: month('2024-05', { heatGJ: '30' }), lastYear: month('2023-05', { heatGJ: '10' }) };
    expect(codes(heat)).toEqual(['year-jump heat']);
  });
});

describe('四(三) › within a package', () => {
  it('green electricity above all electricity', () => {
    expect(codes({ data: month('2024-05', { greenElectricityMWh: '1000' }) })).toEqual([]);
    expect(codes({ data: month('2024-05', { greenElectricityMWh: '1000.1' }) })).toEqual(['green-above-total greenElectricity']);
  });
  it('no file at all', () => {
    expect(codes({ data: month('2024-05', { files: [] }) })).toEqual(['missing-files files']);
  });
  it('the same file twice, in the package or of an earlier month', () => {
    const files = [
      { name: 'a.pdf', sha256: '1' },
      { name: 'b.pdf', sha256: '1' },
      { name: 'c.pdf', sha256: '2' },
    ];
    const seen = [{ sha256: '2', month: '2024-03' }];
    expect(codes({ data: month('2024-05', { files }), seen })).toEqual(['file-twice b.pdf', 'file-twice c.pdf']);
    expect(find({ data: month('2024-05', { files }), seen })[1]?.en).toMatch(/2024-03/);
  });
  it('a gas factor ten times too small (a published case), and one that is merely measured', () => {
    const gas = (ncv: string): MonthlyData => month('2024-05', { fuels: [{ fuel: 'natural-gas', consumption: '50', ncv }] });
    expect(codes({ data: gas('38.931') })).toEqual(['factor-slip natural-gas']);
    expect(codes({ data: gas('385.2') })).toEqual([]);
  });
});

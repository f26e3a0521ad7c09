import { describe, expect, it } from 'vitest';
import { look } from '../../documents/forms/findings.js';
import type { Before } from '../../documents/forms/looked.js';
import type { Values } from '../../documents/forms/values.js';
import { loadForm } from '../../regulation/forms/load.js';
import { rulebookNamed } from '../../regulation/named.js';
import { monthlyValues, reportValues, verificationValues } from '../gateway/filings.js';

const rulebook = rulebookNamed('2024');
const [report, verification, verified, monthly] = [
  'first-report',
  'verification-report',
  'verified-report',
  'monthly-evidence',
].map((name) => loadForm({ name, cycle: 2024 })) as [Before['form'], Before['form'], Before['form'], Before['form']];
const filed = (form: Before['form'], values: Record<string, unknown>): Before => {
  const looked = { form, cycle: 2024, values: values as Values, files: [] };
  return { ...looked, totals: look(looked, [], rulebook).totals };
};
const foundIn = (form: Before['form'], values: Record<string, unknown>, ...before: readonly Before[]) =>
  look({ form, cycle: 2024, values: values as Values, files: [] }, before, rulebook).findings;
const keys = (...asked: Parameters<typeof foundIn>): string[] =>
  foundIn(...asked).map(({ key, severity }) => `${severity} ${key}`);
const gas = (over: Record<string, string> = {}) => ({ fuel: 'natural-gas', consumption: '100', source: 'settlement', ...over });
const checked = (over: Record<string, string> = {}) => ({
  fuel: 'natural-gas',
  reported: '100',
  consumption: '100',
  crossChecked: '结算单',
  ...over,
});
/** The report verified as it was filed: 100 of gas and 1000 MWh. */
const agreed = (over: Record<string, unknown> = {}) =>
  verificationValues({
    fuels: [checked()],
    explainedFossil: undefined,
    statedFossil: '2162.19',
    statedTotal: '2766.19',
    ...over,
  });

describe('三(二) 核查 › activity data and factors one by one, as the unit filed them and as they are verified', () => {
  it('a report verified as it was filed has nothing', () => {
    expect(keys(verification, agreed(), filed(report, reportValues()))).toEqual([]);
  });

  it('another factor than the report was computed by is found, by whichever side fills it in', () => {
    const measured = { fuels: [gas({ ncv: '390', factorSource: 'measured', laboratory: 'A-1' })] };
    const [one] = foundIn(verification, agreed(), filed(report, reportValues(measured))).filter(
      ({ code }) => code === 'factor-differs',
    );
    expect([one?.key, one?.severity, one?.numbers]).toEqual([
      'factor-differs:natural-gas',
      'error',
      { ncv: '389.31', ncvThere: '390' },
    ]);
    expect(one?.zh).toBe('natural-gas 的排放因子与初次碳排放报告不同，未说明差异：低位发热量 389.31 ≠ 390');
    const oxidation = agreed({ fuels: [checked({ oxidation: '0.98' })] });
    expect(keys(verification, oxidation, filed(report, reportValues()))).toContain('error factor-differs:natural-gas');
  });

  it('the default written down is the default, and a difference that is explained is none', () => {
    const written = agreed({ fuels: [checked({ ncv: '389.310', carbonContent: '15.3', oxidation: '0.99' })] });
    expect(keys(verification, written, filed(report, reportValues()))).toEqual([]);
    const explained = agreed({ fuels: [checked({ ncv: '388', difference: '按检测报告' })] });
    expect(keys(verification, explained, filed(report, reportValues()))).not.toContain('error factor-differs:natural-gas');
    expect(keys(verification, agreed(), { ...filed(report, reportValues()), cycle: 2023 })).toEqual([]);
  });

  it('of two rows of a fuel each is one of the report', () => {
    const two = reportValues({ fuels: [gas({ consumption: '60' }), gas({ consumption: '40', ncv: '390' })] });
    const rows = (ncv: string) => agreed({ fuels: [checked({ reported: '60' }), checked({ reported: '40', ncv })] });
    const found = (ncv: string) =>
      keys(verification, rows(ncv), filed(report, two)).filter((key) => key.includes('factor-differs'));
    expect([found('390'), found('391')]).toEqual([[], ['error factor-differs:natural-gas']]);
  });

  it('what is said to be reported is what was: consumption, electricity and heat', () => {
    const found = (over: Record<string, unknown>, of: Record<string, unknown> = {}) =>
      foundIn(verification, agreed(over), filed(report, reportValues(of)))
        .filter(({ code }) => code === 'activity-reported-otherwise')
        .map(({ about, numbers }) => [about, numbers['reported'], numbers['filed']]);
    expect(found({ fuels: [checked({ reported: '99' })] })).toEqual([['natural-gas', '99', '100']]);
    expect(found({ electricityReported: '1001' })).toEqual([['electricity', '1001', '1000']]);
    expect(found({}, { heatBought: '500' })).toEqual([['heat', '0', '500']]);
    // what is passed on is taken off later, on both sides: what was bought is reported
    expect(found({}, { electricityPassedOn: '100' })).toEqual([]);
    expect(found({ fuels: [checked(), { ...checked({ reported: '5' }), fuel: 'diesel' }] })).toEqual([['diesel', '5', '0']]);
  });

  it('the verified report is computed by the factors that were verified', () => {
    const values = reportValues({ verifier: 'V-01', changed: 'no', fuels: [gas({ factorSource: 'default' })] });
    const otherwise = filed(verification, agreed({ fuels: [checked({ carbonContent: '15.4', difference: '检测' })] }));
    expect(keys(verified, values, otherwise)).toContain('error factor-differs:natural-gas');
    expect(keys(verified, values, filed(verification, agreed()))).toEqual([]);
  });
});

describe('四(三) 识别异常数据 › within one document', () => {
  it('a factor ten times too small is found in a report, in a verification and in a month', () => {
    const small = { ncv: '38.931', factorSource: 'measured', laboratory: 'A-1' };
    expect(keys(report, reportValues({ fuels: [gas(small)] }))).toContain('error factor-slip:natural-gas');
    expect(keys(verification, agreed({ fuels: [checked({ carbonContent: '1.53' })] }))).toContain(
      'error factor-slip:natural-gas',
    );
    const month = { electricityMWh: '1', fuels: [{ fuel: 'natural-gas', consumption: '1', carbonContent: '153' }] };
    expect(keys(monthly, month)).toContain('error factor-slip:natural-gas');
    // 99 % written as 99 is refused by the form; 0.099 is a tenth of it
    expect(keys(report, reportValues({ fuels: [gas({ oxidation: '0.099' })] }))).toContain('error factor-slip:natural-gas');
    expect(keys(report, reportValues({ fuels: [gas({ ncv: '350', oxidation: '0.98' })] }))).not.toContain(
      'error factor-slip:natural-gas',
    );
  });

  it('two figures that should be one and are a multiple of each other: said with the factor', () => {
    const stated = foundIn(report, reportValues({ statedFossil: '216.219', statedTotal: '820.219' }));
    expect(stated.map(({ key, numbers }) => [key, numbers['factor']])).toEqual([
      ['total-differs:total', undefined],
      ['total-differs:fossil', '10'],
    ]);
    const meters = (rows: object[]) => foundIn(monthly, { ...monthlyValues('1000', '1'), meters: rows });
    // kWh read off the meters, MWh filled in: 1,000,000 against 1,000
    const kwh = meters([{ meter: '1', from: '5000000', to: '6000000', used: '1000000' }]);
    expect(kwh.find(({ code }) => code === 'does-not-add-up')?.numbers).toMatchObject({ factor: '1000' });
    const read = meters([{ meter: '1', from: '5000000', to: '6000000', used: '1000' }]);
    expect(read.find(({ code }) => code === 'not-read-off')?.numbers).toMatchObject({ factor: '1000' });
    expect(read.find(({ code }) => code === 'not-read-off')?.zh).toContain('相差约1000倍');
    const plain = meters([{ meter: '1', used: '600' }]).find(({ code }) => code === 'does-not-add-up');
    expect([plain?.numbers['factor'], plain?.zh]).toEqual([undefined, '分表电量合计与购入使用电量不一致，可能漏填电表']);
  });

  it('the same file twice, a meter, a proof, a contract, a base year named twice', () => {
    const twice = ['结算单.pdf', '发票.pdf'].map((name) => ({ name, sha256: '1'.padStart(64, '0') }));
    for (const [form, values] of [
      [report, reportValues()],
      [monthly, monthlyValues('1', '1')],
    ] as const)
      expect(
        look({ form, cycle: 2024, month: '2024-05', values: values as Values, files: twice }, [], rulebook).findings.map(
          ({ key }) => key,
        ),
      ).toEqual(['file-twice:发票.pdf']);
    const meters = ['1', '1'].map((meter) => ({ meter, used: '500' }));
    const proofs = ['a.pdf', 'b.pdf', 'a.pdf'].map((file) => ({ file, kind: 'invoice' }));
    expect(keys(monthly, { ...monthlyValues('1000', '1'), meters, proofs })).toEqual([
      'error missing-files:files',
      'warning named-twice:meters.1',
      'warning named-twice:proofs.2',
    ]);
    const greenContracts = ['G-1', 'G-1'].map((contract) => ({ contract, settled: '100' }));
    expect(keys(report, reportValues({ greenElectricity: '200', greenContracts }))).toContain(
      'warning named-twice:greenContracts.1',
    );
  });

  it('more green electricity than was bought; all of it is not more', () => {
    const green = (greenElectricity: string) => keys(report, reportValues({ greenElectricity }));
    expect(green('1000.01')).toContain('error above:greenElectricity');
    expect(green('1000')).not.toContain('error above:greenElectricity');
    expect(keys(verification, agreed({ greenVerified: '1001' }))).toContain('error above:greenVerified');
  });

  it('heat in kWh for GJ: 277.8 times as much, be it of the month before', () => {
    const heat = (heatGJ: string) => ({ ...monthlyValues('1', '1'), heatGJ });
    const before: Before = { form: monthly, cycle: 2024, month: '2024-04', values: heat('100'), files: [] };
    const looked = (heatGJ: string) => ({
      form: monthly,
      cycle: 2024,
      month: '2024-05',
      values: heat(heatGJ),
      files: [],
    });
    const found = (heatGJ: string) => look(looked(heatGJ), [before], rulebook).findings.map(({ key }) => key);
    expect(found('27778')).toContain('unit-slip:heat');
    // within a fifth of 278 times: from 22,240 on
    expect([found('22240'), found('22239')].map((all) => all.includes('unit-slip:heat'))).toEqual([true, false]);
  });
});

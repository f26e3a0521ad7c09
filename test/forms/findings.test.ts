import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../documents/forms/credit-code.js';
import { changesBetween } from '../../documents/forms/changes.js';
import { documentHash, documentText } from '../../documents/forms/canonical.js';
import { look } from '../../documents/forms/findings.js';
import type { Before } from '../../documents/forms/looked.js';
import { printOf } from '../../documents/forms/print.js';
import { shapeErrors } from '../../documents/forms/shape.js';
import type { Values } from '../../documents/forms/values.js';
import { monthsOf } from '../../domain/model/instant.js';
import { loadForm } from '../../regulation/forms/load.js';
import { rulebookNamed } from '../../regulation/named.js';
import { monthlyValues, reportValues, verificationValues } from '../gateway/filings.js';

const rulebook = rulebookNamed('2024');
const monthly = loadForm({ name: 'monthly-evidence', cycle: 2024 });
const report = loadForm({ name: 'first-report', cycle: 2024 });
const verified = loadForm({ name: 'verified-report', cycle: 2024 });
const bill = (n: number) => [{ name: '结算单.pdf', sha256: String(n).padStart(64, '0') }];
const month = (of: string, values: Values, n = Number(of.slice(5))): Before => ({
  form: monthly,
  cycle: 2024,
  month: of,
  values,
  files: bill(n),
});
const values = (electricity: string, gas: string): Values => monthlyValues(electricity, gas) as Values;
const keys = (seen: ReturnType<typeof look>): string[] => seen.findings.map(({ key, severity }) => `${severity} ${key}`);

describe('四(三) 识别异常数据 — what is found in a document, beside what was filed before', () => {
  it('a month like the one before has nothing', () => {
    expect(keys(look(month('2024-05', values('1000', '10')), [month('2024-04', values('990', '11'))], rulebook))).toEqual([]);
  });

  it('kWh for MWh, m³ for 10⁴ m³ by the factor; also beside the same month of last year', () => {
    const before = [month('2024-04', values('1000', '10')), { ...month('2023-05', values('1000', '10'), 99), cycle: 2023 }];
    expect(keys(look(month('2024-05', values('1000000', '100000')), before, rulebook))).toEqual([
      ...['error unit-slip:electricity', 'error unit-slip:natural-gas'],
      ...['error unit-slip:electricity:2', 'error unit-slip:natural-gas:2'],
    ]);
  });

  it('a month that is missing hides no slip: the last one that was filed is looked at', () => {
    const before = [month('2024-01', values('900', '9')), month('2024-02', values('1000', '10'))];
    const seen = look(month('2024-05', values('1000000', '1')), before, rulebook);
    expect(keys(seen)).toEqual(['error unit-slip:electricity', 'error unit-slip:natural-gas']);
    expect(seen.findings[0]).toMatchObject({
      zh: expect.stringContaining('与2024-02相差约1000倍') as string,
      numbers: { '2024-05': '1000000', '2024-02': '1000' },
    });
    // a year ago is the same month of last year, and compared as such
    const yearAgo = [{ ...month('2023-05', values('1000', '10'), 99), cycle: 2023 }];
    expect(keys(look(month('2024-05', values('1000000', '10')), yearAgo, rulebook))).toEqual(['error unit-slip:electricity']);
    expect(keys(look(month('2024-05', values('1000000', '10')), [month('2024-06', values('1000', '10'))], rulebook))).toEqual([]);
  });

  it('the first package is looked at beside the last report: 1,000 MWh and 100 of gas in the year, 90,000 and 9 in the month', () => {
    const filed = (form: typeof report, cycle: number, electricityBought: string): Before => ({
      form,
      cycle,
      files: bill(99),
      values: reportValues({ electricityBought }) as Values,
    });
    const first = month('2024-01', values('90000', '9'));
    expect(keys(look(first, [], rulebook))).toEqual([]);
    const seen = look(first, [filed(report, 2023, '80000'), filed(report, 2024, '1000')], rulebook);
    expect(seen.findings).toMatchObject([{ key: 'unit-slip:electricity', numbers: { '2024-01': '90000', '2023': '1000' } }]);
    // what was verified goes before what was reported, and a later year before an earlier one
    expect(keys(look(first, [filed(report, 2024, '1000'), filed(verified, 2024, '90000')], rulebook))).toEqual([]);
    expect(keys(look(first, [filed(report, 2024, '90000'), filed(verified, 2023, '1000')], rulebook))).toEqual([]);
  });

  it('no file, the same file again, green above the total, a meter forgotten, a proof of another month', () => {
    const said: Values = {
      electricityMWh: '1000',
      greenElectricityMWh: '1001',
      fuels: [{ fuel: 'diesel', consumption: '1' }],
      meters: [{ meter: '1', used: '600' }],
      proofs: [{ file: '结算单.pdf', kind: 'settlement', period: '2024-03' }],
    };
    const seen = look(month('2024-05', said, 4), [month('2024-04', values('1000', '0.1'), 4)], rulebook);
    expect(keys(seen)).toEqual([
      'error green-above-total:greenElectricity',
      'error file-twice:结算单.pdf',
      'warning zero-without-reason:natural-gas',
      'warning does-not-add-up:meters',
      'question other-month:proofs.0',
    ]);
    expect(seen.findings[3]?.numbers).toEqual({ rows: '600', electricityMWh: '1000' });
    expect(keys(look({ ...month('2024-05', values('1', '1')), files: [] }, [], rulebook))).toEqual(['error missing-files:files']);
  });

  it('zero with a reason is no finding', () => {
    const said: Values = { electricityMWh: '1000', zeros: [{ figure: 'natural-gas', because: '停炉检修' }] };
    expect(keys(look(month('2024-05', said), [month('2024-04', values('1000', '10'))], rulebook))).toEqual([]);
  });

  it('twelve months against the report: of emission year 2023', () => {
    const year = monthsOf(2023).map((of) => ({ ...month(of, values('80', '8')), cycle: 2023 }));
    const looked = { form: report, cycle: 2024, values: reportValues() as Values, files: [] };
    // 12 × 80 = 960 MWh against 1000, 12 × 8 = 96 against 100
    expect(look(looked, year, rulebook).findings.map(({ key, numbers }) => [key, numbers['months'], numbers['annual']])).toEqual([
      ['annual-mismatch:electricity', '960', '1000'],
      ['annual-mismatch:natural-gas', '96', '100'],
    ]);
    expect(look(looked, [], rulebook).findings).toEqual([]);
  });

  it('三(二): the report against its verification, and the same verifier for the third year', () => {
    const said = { ...reportValues(), verifier: 'V-01', changed: 'no' } as Values;
    const form = loadForm({ name: 'verification-report', cycle: 2024 });
    const totals = { fossil: '2162.19', electricity: '604', heat: '0', process: '0', total: '2766.18' };
    const before: Before[] = [
      { form, cycle: 2024, values: {}, files: [], totals },
      ...[2023, 2022].map((cycle) => ({ form: verified, cycle, values: { verifier: 'V-01' }, files: [] })),
    ];
    expect(keys(look({ form: verified, cycle: 2024, values: said, files: [] }, before, rulebook))).toEqual([
      'error differs-from-verification-report:total',
      'warning same-verifier:verifier',
    ]);
    expect(
      keys(look({ form: verified, cycle: 2024, values: { ...said, verifier: 'V-02' }, files: [] }, before.slice(1), rulebook)),
    ).toEqual([]);
    // in how many years is a policy, which an authority may set otherwise
    const policy = rulebook.parameters['verification.same-verifier']!;
    const fourYears = { ...rulebook, parameters: { ...rulebook.parameters, [policy.name]: { ...policy, value: '4' } } };
    const looked = { form: verified, cycle: 2024, values: said, files: [] };
    const third = { form: verified, cycle: 2021, values: { verifier: 'V-01' }, files: [] };
    expect(keys(look(looked, before.slice(1), fourYears))).toEqual([]);
    expect(keys(look(looked, [...before.slice(1), third], fourYears))).toEqual(['warning same-verifier:verifier']);
  });

  it('三(一)1: a reading filled in for the difference is asked about, and one that runs backwards; a row without readings is not', () => {
    const row = (over: Record<string, string>) => [{ meter: '1', ...over }];
    const seen = (over: Record<string, string>): string[] =>
      keys(look(month('2024-05', { ...values(over['used'] ?? '', '1'), meters: row(over) }), [], rulebook));
    expect(seen({ from: '5000', to: '6000', used: '1000' })).toEqual([]);
    expect(seen({ from: '5000', to: '6000', used: '6000' })).toEqual(['question not-read-off:meters.0']);
    expect(seen({ from: '6000', to: '5000', used: '1000' })).toEqual(['question not-read-off:meters.0']);
    expect(seen({ to: '6000', used: '6000' })).toEqual([]);
    expect(seen({ from: '0.1', to: '0.3', used: '0.2' })).toEqual([]);
  });

  it('三(二) 第三方核查报告: what is passed on to another key unit is taken off, and process emissions are stated like the rest', () => {
    const form = loadForm({ name: 'verification-report', cycle: 2024 });
    const seen = (over: Record<string, unknown>): ReturnType<typeof look> =>
      look({ form, cycle: 2024, values: verificationValues(over) as Values, files: [] }, [], rulebook);
    // (1000 − 100) × 0.604; (500 − 100) × 0.11
    const passed = seen({
      electricityPassedOn: '100',
      heatVerified: '500',
      heatPassedOn: '100',
      facilitiesChanged: '无新增、无退出',
    });
    expect(passed.totals).toMatchObject({ electricity: '543.6', heat: '44' });
    expect(keys(seen({ heatVerified: '500', heatPassedOn: '501' }))).toContain('error more-passed-on:heatGJ');
    expect(keys(seen({ processVerified: '10', statedProcess: '11' }))).toContain('warning total-differs:process');
    expect(keys(seen({ processVerified: '10', statedProcess: '10' }))).not.toContain('warning total-differs:process');
  });

  it('electricity passed on beyond what was bought is found, and counts as none', () => {
    const said = reportValues({ electricityPassedOn: '1001' }) as Values;
    const seen = look({ form: report, cycle: 2024, values: said, files: [] }, [], rulebook);
    expect(seen.totals?.electricity).toBe('0');
    expect(keys(seen)).toContain('error more-passed-on:electricityMWh');
  });
});

describe('what is hashed, compared and printed', () => {
  const of = {
    id: 'DOC-000001',
    version: 1,
    party: 'BJ-0001',
    unit: 'BJ-0001',
    cycle: 2024,
    month: '2024-05',
    form: monthly,
    values: values('1000', '10'),
    files: [{ ...bill(1)[0], size: 10 } as never],
  };

  it('spells a document by the bytes of RFC 8785', () => {
    expect(documentText({ ...of, files: [] })).toBe(
      `{"cycle":2024,"files":[],"form":{"digest":"${monthly.digest}","name":"monthly-evidence","version":1},"id":"DOC-000001","month":"2024-05",` +
        `"party":"BJ-0001","unit":"BJ-0001","values":{"electricityMWh":"1000","fuels":[{"consumption":"10","fuel":"natural-gas"}]},"version":1}`,
    );
    expect(documentHash(of)).not.toBe(documentHash({ ...of, version: 2 }));
  });

  it('GB 32100: the last character checks the others', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isCreditCode('91350100M000100Y4')).toBe(false);
  });

  it('tells what changed, row by row, files too', () => {
    const after = { values: { ...values('1000', '11'), heatGJ: '5' }, files: bill(2) };
    expect(
      changesBetween(monthly, { values: values('1000', '10'), files: bill(1) }, after).map(({ path, before: was, after: is }) => [
        path,
        was,
        is,
      ]),
    ).toEqual([
      ['heatGJ', undefined, '5'],
      ['fuels.0.consumption', '10', '11'],
      ['files.结算单.pdf', bill(1)[0]?.sha256, undefined],
      ['files.结算单.pdf', undefined, bill(2)[0]?.sha256],
    ]);
  });

  it('prints words for choices, and every file with its hash', () => {
    const lines = printOf(monthly, { ...of, sha256: documentHash(of) });
    expect(lines.find(({ kind }) => kind === 'row')?.cells).toEqual(['1', '天然气', '10', '—', '—']);
    expect(lines.at(-1)?.cells).toEqual(['文件摘要 SHA-256', documentHash(of)]);
  });

  it('names a separator, a minus and what nobody sees', () => {
    const wrong = (said: string) => shapeErrors(monthly, { electricityMWh: said })[0]?.en;
    expect([wrong('1,234.5'), wrong('-1'), wrong('1.5\u200b')]).toEqual([
      'has separators: write 1234.5',
      'must not be negative',
      'must be a decimal number such as 1234.5',
    ]);
    // wide digits and commas are those of a Chinese keyboard: 1，234 is no 1.234
    expect(['1，234', '２，７６６．１９', '99%', '10¹²', '1 MWh'].map(wrong)).toEqual([
      'has separators: write 1234',
      'must be a decimal number: write 2766.19',
      'must be a decimal number: write 0.99',
      'must be a decimal number such as 1234.5',
      'must be a decimal number such as 1234.5',
    ]);
  });

  it('a day and a code that are written another way are told as they are to be written', () => {
    const told = (values: Record<string, unknown>, path: string) =>
      shapeErrors(report, values as Values).find((one) => one.path.at(-1) === path)?.en;
    const since = (day: string) => told({ facilities: [{ facility: '锅炉', since: day }] }, 'since');
    expect(['2015/6/1', '2015年6月1日', '2015.06.01'].map(since)).toEqual(
      Array<string>(3).fill('must be a day, YYYY-MM-DD: write 2015-06-01'),
    );
    expect([since('2015-06-01'), since('2015/2/30')]).toEqual([undefined, 'must be a day that exists, YYYY-MM-DD']);
    expect(told({ creditCode: '91110000802100433b' }, 'creditCode')).toBe(
      'must be in capitals and plain digits: write 91110000802100433B',
    );
  });
});

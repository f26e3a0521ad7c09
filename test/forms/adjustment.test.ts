import { describe, expect, it } from 'vitest';
import { look } from '../../documents/forms/findings.js';
import type { Before } from '../../documents/forms/looked.js';
import { shapeErrors } from '../../documents/forms/shape.js';
import type { Values } from '../../documents/forms/values.js';
import { loadForm } from '../../regulation/forms/load.js';
import { rulebookNamed } from '../../regulation/named.js';

const rulebook = rulebookNamed('2024');
const form = loadForm({ name: 'adjustment-application', cycle: 2024 });
const applied = (ground: string, more: Values = {}): Values => ({ ground, tonnes: '100', explanation: '见附件', ...more });
const facility = (tonnes: string, name = '二号锅炉') => [{ facility: name, on: '2023-03-01', tonnes }];
const years = (...emissions: readonly string[]) => emissions.map((one, n) => ({ year: String(2021 + n), emissions: one }));
const reported = (name: string, total: string, cycle = 2024): Before => ({
  form: loadForm({ name, cycle: 2024 }),
  cycle,
  values: {},
  files: [],
  totals: { fossil: total, electricity: '0', heat: '0', process: '0', total },
});
const files = [{ name: '批复.pdf', sha256: '1'.padStart(64, '0') }];
const seen = (values: Values, ...before: readonly Before[]) =>
  look({ form, cycle: 2024, values, files }, before, rulebook).findings;
const keys = (values: Values, ...before: readonly Before[]): string[] =>
  seen(values, ...before).map(({ key, severity }) => `${severity} ${key}`);

describe('三(二) 存在新增设施或满足配额调整条件的重点碳排放单位 › what an application says of its ground', () => {
  const BELOW = 'warning facility-below-threshold:facilities.0';

  it('a new facility: more than 5,000 t, or a fifth of the total or more', () => {
    const large = reported('verified-report', '100000');
    // more than 5,000: 5,000 itself is not
    expect(keys(applied('new-facility', { facilities: facility('5000') }), large)).toEqual([BELOW]);
    expect(keys(applied('new-facility', { facilities: facility('5000.01') }), large)).toEqual([]);
    // ≥ 20 % of 20,000: 4,000 itself is
    const small = reported('verified-report', '20000');
    expect(keys(applied('new-facility', { facilities: facility('3999.99') }), small)).toEqual([BELOW]);
    expect(keys(applied('new-facility', { facilities: facility('4000') }), small)).toEqual([]);
  });

  it('the total is that of the verified report, of the first one before it, of this cycle', () => {
    const values = applied('new-facility', { facilities: facility('4000') });
    expect(keys(values, reported('first-report', '20000'))).toEqual([]);
    expect(keys(values, reported('first-report', '20000'), reported('verified-report', '20001'))).toEqual([BELOW]);
    const [unknown] = seen(values, reported('first-report', '20000', 2023));
    expect([unknown?.severity, unknown?.numbers]).toEqual(['question', { facility: '4000', tonnes: '5000' }]);
  });

  it('says by which numbers, and that nobody has decided the threshold yet', () => {
    const [one] = seen(applied('new-facility', { facilities: facility('4000') }), reported('first-report', '100000'));
    expect(one?.numbers).toEqual({ facility: '4000', tonnes: '5000', total: '100000', share: '0.20' });
    expect(one?.zh).toBe(
      '新增设施 二号锅炉 年排放量 4000 吨，不超过 5000 吨，也不到单位排放总量 100000 吨的 20%（标准尚待明确）',
    );
    const parameters = { ...rulebook.parameters };
    for (const name of ['adjustment.facility-share', 'adjustment.facility-tonnes'])
      parameters[name] = { ...parameters[name]!, status: 'decided' };
    const looked = { form, cycle: 2024, values: applied('new-facility', { facilities: facility('4000') }), files };
    const decided = look(looked, [reported('first-report', '100000')], { ...rulebook, parameters }).findings;
    expect(decided[0]?.zh).not.toContain('尚待明确');
  });

  it('a closed facility: more than 5,000 t in the base years, whatever the total', () => {
    const total = reported('first-report', '5000');
    expect(keys(applied('closed-facility', { facilities: facility('5000') }), total)).toEqual([BELOW]);
    expect(keys(applied('closed-facility', { facilities: facility('5001') }), total)).toEqual([]);
  });

  it('base years: a swing of more than a fifth, told with both means', () => {
    const of = (...emissions: string[]) => applied('base-years-swing', { baseYears: years(...emissions) });
    // 120 is 20 % above 100, 120.01 more
    expect(keys(of('10000', '12000', '11000'))).toEqual(['warning no-swing:baseYears']);
    expect(keys(of('10000', '12000.01', '11000'))).toEqual([]);
    // (10² + 12² + 11²) / 33 = 365 / 33 = 11.0606…
    expect(seen(of('10000', '12000', '11000'))[0]?.numbers).toEqual({
      least: '10000',
      most: '12000',
      share: '0.20',
      mean: '11000',
      weighted: '11060.61',
    });
    expect(keys(of('0', '0'))).toEqual(['warning no-swing:baseYears']);
    expect(keys(of('0', '1'))).toEqual([]);
  });

  it('a ground without its figures is told; another ground has none', () => {
    expect(keys(applied('new-facility'))).toEqual(['warning ground-without-figures:facilities']);
    expect(keys(applied('closed-facility', { facilities: [] }))).toEqual(['warning ground-without-figures:facilities']);
    expect(keys(applied('base-years-swing', { baseYears: years('10000') }))).toEqual([
      'warning ground-without-figures:baseYears',
    ]);
    expect(['other', 'constructor', '__proto__'].flatMap((ground) => keys(applied(ground)))).toEqual([]);
  });

  it('each facility is looked at, and nothing keeps the application from being filed', () => {
    const facilities = [...facility('6000'), ...facility('10', '三号锅炉')];
    const values = applied('new-facility', { facilities });
    expect(keys(values, reported('first-report', '100000'))).toEqual(['warning facility-below-threshold:facilities.1']);
    expect(shapeErrors(form, values)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { dutyCalled } from '../../../domain/letters/names.js';
import { datedBy, dueIn, termsAfter, type Terms } from '../../../domain/model/terms.js';
import { begin, TERMS } from '../one-case.js';

const LIST = 'further-filing/用能设备清单';
const terms: Terms = { ...TERMS, dates: { ...TERMS.dates, [LIST]: '2024-07-10' } };
const files = (filing: string, sealed = true) => ['submit-further-filing', { filing, sealed }] as const;

describe('what a notice asks besides is data: a day and a name', () => {
  it('a cycle whose notice names none has none, and takes none', () => {
    const one = begin();
    expect(Object.keys(one.c.duties).filter((name) => name.includes('filing'))).toEqual([]);
    expect(one.act('2024-06-01', ...files('用能设备清单'))).toBe('not-required');
  });

  it('it is done in the last second of its day, and late in the next', () => {
    const inTime = begin({ terms });
    expect(inTime.act('2024-07-10 23:59:59', ...files('用能设备清单'))).toBe('done');
    expect(inTime.duty(LIST)).toMatchObject({ state: 'done', late: false });
    const late = begin({ terms });
    late.until('2024-07-11 00:00:00');
    expect(late.duty(LIST).state).toBe('overdue');
    expect(late.act('2024-07-11 00:00:00', ...files('用能设备清单'))).toBe('done');
    expect(late.duty(LIST)).toMatchObject({ state: 'done', late: true });
  });

  it('四(一)「均须加盖本单位公章后正式提交」 — without the seal it is none, and under another name it is another', () => {
    const one = begin({ terms });
    expect(one.act('2024-06-01', ...files('用能设备清单', false))).toBe('not-sealed');
    expect(one.act('2024-06-01', ...files('计量器具清单'))).toBe('not-required');
  });

  it('a unit that need not report need not file it', () => {
    const one = begin({ terms, unit: { mustReport: false } });
    expect(one.duty(LIST)).toMatchObject({ state: 'not-required' });
    expect(one.act('2024-06-01', ...files('用能设备清单'))).toBe('not-required');
  });

  it('general units have what is asked of them, under the name that says so, and key units do not', () => {
    const GENERAL = 'general-filing/碳排放管理人员名单';
    const both = { ...TERMS, dates: { ...terms.dates, [GENERAL]: '2024-08-20' } };
    const general = begin({ kind: 'general-report', unit: { kind: 'general' }, terms: both });
    expect(Object.keys(general.c.duties).filter((name) => name.includes('filing'))).toEqual([GENERAL]);
    expect(general.act('2024-08-01', ...files('用能设备清单'))).toBe('not-required');
    expect(general.act('2024-08-01', ...files('碳排放管理人员名单', false))).toBe('not-sealed');
    general.until('2024-08-21 00:00:00');
    expect([general.duty(GENERAL).state, general.sent('reminder', GENERAL).length]).toEqual(['overdue', 3]);
    expect(general.act('2024-08-21', ...files('碳排放管理人员名单'))).toBe('done');
    expect(general.duty(GENERAL)).toMatchObject({ state: 'done', late: true });
    const key = begin({ terms: both });
    expect(key.act('2024-06-01', ...files('碳排放管理人员名单'))).toBe('not-required');
  });

  it('one that was filed before the platform was there is taken over with its day, once', () => {
    const one = begin({ terms, from: '2024-08-01' });
    const took = [{ do: 'submit-further-filing', on: '2024-07-09', document: '收文登记 12', filing: '用能设备清单' }];
    const takes = (): string => one.act('2024-08-02', 'take-over', { took, basis: '移交', approvedBy: 'city/b' }, 'city/a');
    expect(takes()).toBe('done');
    expect(one.duty(LIST)).toMatchObject({ state: 'done', late: false });
    expect(takes()).toBe('already-done');
  });

  it('an amendment may move it, or ask it of running cases', () => {
    const change = { revision: 2, digest: 'sha256:2', basis: '通告', deadlines: { [LIST]: '2024-08-01' as const } };
    for (const one of [begin({ terms }), begin()]) {
      expect(one.act('2024-06-20', 'adopt-revision', change, 'city/a')).toBe('done');
      expect(one.duty(LIST)).toMatchObject({ state: 'pending', dueOn: '2024-08-01' });
    }
    expect(termsAfter(TERMS, change).dates[LIST]).toBe('2024-08-01');
  });

  it('is known by its name wherever duties are named, and no other name is', () => {
    expect(dutyCalled(LIST)).toMatchObject({ zh: '用能设备清单', owedBy: 'unit' });
    expect(dutyCalled('verifier-filing/内部复核记录')).toMatchObject({ owedBy: 'verifier' });
    expect(dutyCalled('further-filing/a b')).toBeUndefined();
    expect([datedBy('further-filing.用能设备清单.due'), dueIn(LIST)]).toEqual([LIST, 'further-filing.用能设备清单.due']);
    expect(datedBy('electricity.factor')).toBeUndefined();
  });
});

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

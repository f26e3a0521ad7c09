import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const plan = { sealed: true, version: '1' };
const newUnit = () => begin({ unit: { newlyListed: true } });

describe('三(一)1 — 新增重点碳排放单位须提交数据质量控制方案 › the data quality plan', () => {
  it('policy — is due with the first report: in time in the last second of 15 June, late after it', () => {
    const [inTime, late] = [newUnit(), newUnit()];
    inTime.act('2024-06-15 23:59:59', 'submit-data-quality-plan', plan);
    late.act('2024-06-16 00:00:00', 'submit-data-quality-plan', plan);
    expect(inTime.duty('data-quality-plan')).toMatchObject({ state: 'done', late: false, dueOn: '2024-06-15' });
    expect(late.duty('data-quality-plan')).toMatchObject({ state: 'done', late: true });
  });

  it('missed, it is no report: nothing is referred', () => {
    const one = newUnit();
    one.until('2024-06-16 00:00:00');
    expect(one.duty('data-quality-plan').state).toBe('overdue');
    expect(one.c.facts.matters.map((matter) => matter.duty)).toEqual(['first-report']);
  });

  it('is no duty of a unit that was listed before; a change of its plan is recorded at any time', () => {
    const one = begin();
    expect(one.c.duties['data-quality-plan']).toBeUndefined();
    expect(one.act('2024-08-01', 'submit-data-quality-plan', { sealed: true, version: '2' })).toBe('done');
    expect(one.happened('data-quality-plan-filed')).toEqual(['2024-08-01T10:00:00+08:00']);
    expect(one.c.duties['data-quality-plan']).toBeUndefined();
  });

  it('四(一) — needs the seal of the unit', () => {
    expect(newUnit().act('2024-06-01', 'submit-data-quality-plan', { sealed: false })).toBe('not-sealed');
  });
});

import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const general = () => begin({ kind: 'general-report', unit: { kind: 'general' } });
const report = { emissions: '4000', sealed: true };

describe('三(一)2 — 一般报告单位须于2024年7月15日前报送 › the general report', () => {
  it('in the last second of 15 July is in time, a second later late', () => {
    const [inTime, late] = [general(), general()];
    inTime.act('2024-07-15 23:59:59', 'submit-general-report', report);
    late.act('2024-07-16 00:00:00', 'submit-general-report', report);
    expect(inTime.duty('general-report')).toMatchObject({ state: 'done', late: false });
    expect(late.duty('general-report')).toMatchObject({ state: 'done', late: true });
  });

  it('五(二) — missed, it is referred until it is filed', () => {
    const one = general();
    one.until('2024-07-16 00:00:00');
    expect(one.sent('referral')).toEqual(['07-16 00:00 unit', '07-16 00:00 city']);
    expect(one.c.facts.matters).toMatchObject([{ kind: 'referral', state: 'open' }]);
    one.act('2024-08-01', 'submit-general-report', report);
    expect(one.c.facts.matters).toMatchObject([{ kind: 'referral', state: 'closed' }]);
  });

  it('四(一) — needs the seal of the unit', () => {
    expect(general().act('2024-07-01', 'submit-general-report', { ...report, sealed: false })).toBe('not-sealed');
  });

  it('its unit has two duties and no other, and no act of a key unit', () => {
    const one = general();
    expect(Object.keys(one.c.duties)).toEqual(['general-report', 'general-check']);
    expect(one.act('2024-07-01', 'submit-first-report', report)).toBe('not-allowed');
  });
});

import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const report = { emissions: '98000', sealed: true };

describe('三(一)1 — 于2024年6月15日前报送 › the first report', () => {
  it('in the last second of 15 June is in time', () => {
    const one = begin();
    expect(one.act('2024-06-15 23:59:59', 'submit-first-report', report)).toBe('done');
    expect(one.duty('first-report')).toMatchObject({ state: 'done', late: false });
    expect(one.sent('overdue', 'first-report')).toEqual([]);
  });

  it('in the first second of 16 June is late: missed first, referred, and the referral closed by the filing', () => {
    const one = begin();
    expect(one.act('2024-06-16 00:00:00', 'submit-first-report', report)).toBe('done');
    expect(one.happened('overdue', 'first-report')).toEqual(['2024-06-16T00:00:00+08:00']);
    expect(one.sent('overdue', 'first-report')).toEqual(['06-16 00:00 unit', '06-16 00:00 district']);
    expect(one.duty('first-report')).toMatchObject({ state: 'done', late: true });
    expect(one.c.facts.matters).toEqual([{ kind: 'referral', duty: 'first-report', openedOn: '2024-06-16', state: 'closed' }]);
  });

  it('policy — is reminded of at nine, 30, 7 and 1 days before, while it is open', () => {
    const one = begin();
    one.until('2024-06-10');
    one.act('2024-06-10', 'submit-first-report', report);
    one.until('2024-06-20');
    expect(one.sent('reminder', 'first-report')).toEqual(['05-16 09:00 unit', '06-08 09:00 unit']);
  });

  it('四(一) — without the seal of the unit is no submission', () => {
    const one = begin();
    expect(one.act('2024-06-10', 'submit-first-report', { ...report, sealed: false })).toBe('not-sealed');
    expect(one.duty('first-report').state).toBe('pending');
  });

  it('三(三)1 — is overtaken by the confirmation: what is still open is missing', () => {
    const one = begin();
    one.act('2024-06-10', 'confirm-emissions', { emissions: '98000', basis: '核定意见' }, 'city/a');
    expect(one.duty('first-report').state).toBe('missing');
    expect(one.act('2024-06-10', 'submit-first-report', report)).toBe('overtaken');
  });
});

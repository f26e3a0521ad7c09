import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

type One = ReturnType<typeof begin>;
const filing = (emissions = '98200', more: object = {}) => ({
  emissions,
  sealed: true,
  verifierReport: { verifier: 'V-01', sealed: true, ...more },
});
const issues = (one: One, when: string, emissions = '98200', by = 'V-01', opinion = 'unqualified'): string =>
  one.act(
    when,
    'issue-verification-report',
    { emissions, sources: [{ source: '天然气', verified: emissions }], opinion, sealed: true },
    by,
  );
const engaged = (): One => {
  const one = begin();
  one.act('2024-06-01', 'engage-verifier', { verifier: 'V-01' });
  return one;
};
const filedWith = (one: One) => one.events.findLast(({ type }) => type === 'verified-report-filed')?.with;

describe('三(二) — a verifier that works on the platform, as the unit’s cycle sees it', () => {
  it('nothing can be filed with it before it has issued its report', () => {
    const one = engaged();
    expect(one.act('2024-06-10', 'submit-verified-report', filing())).toBe('too-early');
    expect(issues(one, '2024-06-11')).toBe('done');
    expect(one.act('2024-06-12', 'submit-verified-report', filing())).toBe('done');
    expect(filedWith(one)).toMatchObject({ emissions: '98200', verifierReport: { verifier: 'V-01', sealed: true, report: 1 } });
    expect(filedWith(one)).not.toHaveProperty('findings');
  });

  it('verifier and figure come from the report; another figure is a finding and moves nothing', () => {
    const one = engaged();
    issues(one, '2024-06-10', '98200', 'V-01', 'qualified');
    one.act('2024-06-11', 'submit-verified-report', filing('99999'));
    expect(one.c.facts.verified).toEqual({ emissions: '98200', verifier: 'V-01' });
    expect(filedWith(one)).toMatchObject({
      stated: '99999',
      findings: [
        { finding: 'emissions-differ', stated: '99999', verified: '98200' },
        { finding: 'opinion-with-reserve', opinion: 'qualified' },
      ],
    });
  });

  it('98200 and 98200.00 are one figure', () => {
    const one = engaged();
    issues(one, '2024-06-10', '98200.00');
    one.act('2024-06-11', 'submit-verified-report', filing('98200'));
    expect(filedWith(one)).not.toHaveProperty('stated');
  });

  it('of its reports the last one counts; one that was replaced or that there is not is refused', () => {
    const one = engaged();
    issues(one, '2024-06-10');
    issues(one, '2024-06-11', '98100');
    expect(one.act('2024-06-12', 'submit-verified-report', filing('98200', { report: 1 }))).toBe('overtaken');
    expect(one.act('2024-06-12', 'submit-verified-report', filing('98100', { report: 3 }))).toBe('bad-input');
    expect(one.act('2024-06-12', 'submit-verified-report', filing('98100', { report: 2 }))).toBe('done');
  });

  it('hears of no report but that of the verifier that is engaged', () => {
    const one = engaged();
    expect(issues(one, '2024-06-10', '1', 'V-02')).toBe('not-required');
    one.act('2024-06-11', 'appoint-verifier', { verifier: 'V-02' });
    expect(issues(one, '2024-06-12')).toBe('not-required');
    // in the short form nothing is waited for
    expect(
      one.act('2024-06-13', 'submit-verified-report', { ...filing(), verifierReport: { verifier: 'V-02', sealed: true } }),
    ).toBe('done');
  });

  it('engaged again, what it issued before does not count any more', () => {
    const one = engaged();
    issues(one, '2024-06-10');
    one.act('2024-06-11', 'engage-verifier', { verifier: 'V-02' });
    one.act('2024-06-12', 'engage-verifier', { verifier: 'V-01' });
    expect(one.act('2024-06-13', 'submit-verified-report', filing())).toBe('too-early');
    issues(one, '2024-06-14');
    expect(one.act('2024-06-15', 'submit-verified-report', filing('98200', { report: 2 }))).toBe('done');
  });

  it('a verifier that declines, or is struck off with its report not filed, is none any more', () => {
    const declined = engaged();
    expect(declined.act('2024-06-10', 'decline-engagement', { reason: '人员不足' }, 'V-02')).toBe('not-required');
    expect(declined.act('2024-06-10', 'decline-engagement', { reason: '人员不足' }, 'V-01')).toBe('done');
    expect(declined.c.facts.verifier).toBeUndefined();
    expect(declined.act('2024-06-11', 'engage-verifier', { verifier: 'V-01' })).toBe('done');
    const struck = engaged();
    issues(struck, '2024-06-10');
    struck.act('2024-06-11', 'strike-off-verifier', { verifier: 'V-01', basis: '除名决定' }, 'city/a');
    expect(struck.act('2024-06-12', 'submit-verified-report', filing())).toBe('verifier-not-appointed');
    expect(struck.act('2024-06-12', 'engage-verifier', { verifier: 'V-01' })).toBe('not-eligible');
  });

  it('who is engaged is not engaged twice, and nobody once the emissions are confirmed', () => {
    const one = engaged();
    expect(one.act('2024-06-02', 'engage-verifier', { verifier: 'V-01' })).toBe('already-done');
    one.act('2024-06-03', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
    expect(one.act('2024-06-04', 'engage-verifier', { verifier: 'V-02' })).toBe('overtaken');
  });

  it('a unit of which no verification is asked has nobody to engage', () => {
    const one = begin({ unit: { mustBeVerified: false } });
    expect(one.act('2024-06-01', 'engage-verifier', { verifier: 'V-01' })).toBe('not-required');
  });
});

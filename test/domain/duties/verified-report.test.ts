import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const report = { emissions: '98200', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
const appointed = () => {
  const one = begin();
  one.act('2024-06-12', 'appoint-verifier', { verifier: 'V-01' });
  return one;
};

describe('三(二) — 须于2024年7月15日前报送经核查的排放报告和第三方核查报告 › the verified report', () => {
  it('in the last second of 15 July is in time, a second later late; it needs no first report', () => {
    const [inTime, late] = [appointed(), appointed()];
    expect(inTime.act('2024-07-15 23:59:59', 'submit-verified-report', report)).toBe('done');
    expect(late.act('2024-07-16 00:00:00', 'submit-verified-report', report)).toBe('done');
    expect(inTime.duty('verified-report')).toMatchObject({ state: 'done', late: false });
    expect(late.duty('verified-report')).toMatchObject({ state: 'done', late: true });
    expect(inTime.c.facts.verified).toEqual({ emissions: '98200', verifier: 'V-01' });
  });

  it('missed, it is referred', () => {
    const one = begin();
    one.until('2024-07-16 00:00:00');
    expect(one.c.facts.matters.map((matter) => matter.duty)).toEqual(['first-report', 'verified-report']);
  });

  it('carries both seals, the verifier appointed: the first thing missing answers', () => {
    const unappointed = begin();
    const bare = { ...report, sealed: false, verifierReport: { verifier: 'V-02', sealed: false } };
    expect(unappointed.act('2024-07-01', 'submit-verified-report', bare)).toBe('not-sealed');
    expect(unappointed.act('2024-07-01', 'submit-verified-report', report)).toBe('verifier-not-appointed');
    const one = appointed();
    const by = (verifier: string, sealed: boolean) => ({ ...report, verifierReport: { verifier, sealed } });
    expect(one.act('2024-07-01', 'submit-verified-report', by('V-02', true))).toBe('verifier-not-appointed');
    expect(one.act('2024-07-01', 'submit-verified-report', by('V-01', false))).toBe('verifier-not-sealed');
  });

  it('the unit may change its verifier', () => {
    const one = appointed();
    one.act('2024-06-20', 'appoint-verifier', { verifier: 'V-02' });
    expect(one.act('2024-07-01', 'submit-verified-report', report)).toBe('verifier-not-appointed');
  });

  it('三(三)1 — is overtaken by the confirmation', () => {
    const one = appointed();
    one.act('2024-07-01', 'confirm-emissions', { emissions: '98000', basis: '核定意见' }, 'city/a');
    expect(one.act('2024-07-02', 'submit-verified-report', report)).toBe('overtaken');
    expect(one.duty('verified-report').state).toBe('missing');
  });
});

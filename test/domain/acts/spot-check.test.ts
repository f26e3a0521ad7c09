import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const checked = (verified: string, spotChecked: string): string[] => {
  const one = begin();
  one.act('2024-06-12', 'appoint-verifier', { verifier: 'V-01' });
  const report = { emissions: verified, sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
  one.act('2024-07-01', 'submit-verified-report', report);
  one.act('2024-08-01', 'record-spot-check', { emissions: spotChecked }, 'city/a');
  return one.sent('verifier-reminder');
};

describe('四(二) — 抽查与核查排放量差异超过1000吨或10%以上 › the reminder of the verifier', () => {
  it('goes out above 1,000 t, in either direction, and not at 1,000 t', () => {
    expect(checked('98000', '99000')).toEqual([]);
    expect(checked('98000', '99000.01')).toEqual(['08-01 10:00 V-01']);
    expect(checked('99000.01', '98000')).toEqual(['08-01 10:00 V-01']);
  });

  it('goes out at 10 % of the spot-checked amount, and not below', () => {
    expect(checked('900', '1000')).toEqual(['08-01 10:00 V-01']);
    expect(checked('900.01', '1000')).toEqual([]);
  });

  it('follows a verified report', () => {
    expect(begin().act('2024-08-01', 'record-spot-check', { emissions: '98000' }, 'city/a')).toBe('too-early');
  });
});

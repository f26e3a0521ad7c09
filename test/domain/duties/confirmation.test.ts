import { describe, expect, it } from 'vitest';
import { begin, confirmed } from '../one-case.js';

const by = { emissions: '98200', basis: '核查报告' };
const verified = (allowProvisional = true) => {
  const one = begin({ allowProvisional });
  one.act('2024-06-12', 'appoint-verifier', { verifier: 'V-01' });
  const report = { emissions: '98200', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
  one.act('2024-07-01', 'submit-verified-report', report);
  return one;
};

describe('三(三)1 — 于2024年9月15日前完成碳排放量核定工作 › the confirmation', () => {
  it('in the last second of 15 September is in time, a second later late', () => {
    expect(confirmed('98200', [], '2024-09-15 23:59:59').duty('confirmation')).toMatchObject({ state: 'done', late: false });
    expect(confirmed('98200', [], '2024-09-16 00:00:00').duty('confirmation')).toMatchObject({ state: 'done', late: true });
  });

  it('policy — the obligation is the confirmed amount in whole tonnes, rounded up', () => {
    expect(confirmed('98200').c.facts.obligation).toBe('98200');
    expect(confirmed('98200.01').c.facts.obligation).toBe('98201');
  });

  it('policy — surrender is due on 15 November, or ten working days after the confirmation where that is later', () => {
    // counted from the next day: Sunday 3 November → Friday 15, Monday 4 November → Monday 18
    const due = (on: string) => confirmed('98200', [], on).duty('surrender').dueOn;
    expect([due('2024-11-03'), due('2024-11-04')]).toEqual(['2024-11-15', '2024-11-18']);
    expect(confirmed('98200', [], '2024-11-04').duty('collection').dueOn).toBe('2024-11-19');
  });

  it('policy — until then nobody is reminded of the surrender and nobody misses it', () => {
    const one = begin();
    one.until('2024-12-01');
    expect([one.sent('reminder', 'surrender'), one.sent('overdue', 'surrender'), one.happened('collection-run')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('expected — without a stated amount the spot-checked one binds, else the verified one; in service neither alone', () => {
    const [plain, spot] = [verified(), verified()];
    plain.act('2024-09-01', 'confirm-emissions', {}, 'city/a');
    spot.act('2024-08-01', 'record-spot-check', { emissions: '99000' }, 'city/a');
    spot.act('2024-09-01', 'confirm-emissions', {}, 'city/a');
    expect([plain.c.facts.confirmed, spot.c.facts.confirmed]).toEqual(['98200', '99000']);
    expect(verified(false).act('2024-09-01', 'confirm-emissions', {}, 'city/a')).toBe('provisional');
    expect(begin().act('2024-09-01', 'confirm-emissions', {}, 'city/a')).toBe('too-early');
  });

  it('is made once', () => {
    expect(confirmed().act('2024-09-11', 'confirm-emissions', by, 'city/a')).toBe('already-done');
  });

  it('who emitted nothing owes nothing', () => {
    expect(confirmed('0').duty('surrender').state).toBe('not-required');
  });
});

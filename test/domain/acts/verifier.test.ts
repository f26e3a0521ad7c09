import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

type One = ReturnType<typeof begin>;
const filing = (verifier: string, emissions = '98200') => ({
  emissions,
  sealed: true,
  verifierReport: { verifier, sealed: true },
});
const strike = (one: One, when: string, verifier = 'V-01'): string =>
  one.act(when, 'strike-off-verifier', { verifier, basis: '除名决定' }, 'city/a');

describe('四(二) — 核查机构除名 › a verifier struck off', () => {
  it('loses the appointment where no report of it stands; the unit is told and appoints another', () => {
    const one = begin();
    one.act('2024-06-01', 'appoint-verifier', { verifier: 'V-01' });
    expect(strike(one, '2024-06-02')).toBe('done');
    expect(one.sent('decision')).toEqual(['06-02 10:00 unit']);
    expect(one.act('2024-06-03', 'submit-verified-report', filing('V-01'))).toBe('verifier-not-appointed');
    expect(one.act('2024-06-03', 'appoint-verifier', { verifier: 'V-01' })).toBe('not-eligible');
    expect(one.act('2024-06-03', 'appoint-verifier', { verifier: 'V-02' })).toBe('done');
    expect(one.act('2024-06-04', 'submit-verified-report', filing('V-02'))).toBe('done');
    expect(strike(one, '2024-06-05')).toBe('already-done');
  });

  it('a report that stands keeps standing; once it is returned, another verifier is needed', () => {
    const one = begin();
    one.act('2024-06-01', 'appoint-verifier', { verifier: 'V-01' });
    one.act('2024-06-10', 'submit-verified-report', filing('V-01'));
    strike(one, '2024-06-11');
    expect([one.duty('verified-report').state, one.sent('decision')]).toEqual(['done', []]);
    one.act('2024-06-12', 'first-check', { result: 'return' }, 'chaoyang');
    expect(one.act('2024-06-13', 'submit-verified-report', filing('V-01'))).toBe('verifier-not-appointed');
  });

  it('concerns nobody who appointed another', () => {
    const one = begin();
    one.act('2024-06-01', 'appoint-verifier', { verifier: 'V-02' });
    strike(one, '2024-06-02');
    expect([one.c.facts.verifier, one.sent('decision')]).toEqual(['V-02', []]);
  });
});

const spotChecked = (spot: string): One => {
  const one = begin({ allowProvisional: true });
  one.act('2024-06-01', 'appoint-verifier', { verifier: 'V-01' });
  one.act('2024-07-01', 'submit-verified-report', filing('V-01', '98000'));
  one.act('2024-08-01', 'record-spot-check', { emissions: spot }, 'city/a');
  return one;
};
const meet = (one: One, when: string, found: object = {}): string =>
  one.act(when, 'record-expert-meeting', { ...found, opinion: '专家意见' }, 'city/a');

describe('四(二) — 专家评审 › the expert meeting', () => {
  it('follows a difference of more than 1,000 t, not one of 1,000 t', () => {
    expect(meet(begin(), '2024-08-02')).toBe('too-early');
    expect(meet(spotChecked('99000'), '2024-08-02')).toBe('too-early');
    expect(meet(spotChecked('99000.01'), '2024-08-02')).toBe('done');
  });

  it('its amount binds the confirmation by the rule; without one the spot-checked amount does', () => {
    const [amount, none, again] = [spotChecked('100000'), spotChecked('100000'), spotChecked('100000')];
    meet(amount, '2024-08-02', { emissions: '99500' });
    meet(none, '2024-08-02');
    meet(again, '2024-08-02', { emissions: '99500' });
    again.act('2024-08-03', 'record-spot-check', { emissions: '101000' }, 'city/a');
    for (const one of [amount, none, again]) expect(one.act('2024-09-10', 'confirm-emissions', {}, 'city/a')).toBe('done');
    expect([amount, none, again].map((one) => one.c.facts.confirmed)).toEqual(['99500', '100000', '101000']);
    expect(meet(amount, '2024-09-11')).toBe('overtaken');
  });
});

describe('四(二) — 对核查机构进行评估 › scores of a verifier', () => {
  const scores = { management: '90', impartiality: '85', timeliness: '70', quality: '88.5' };
  const assess = (one: One, verifier: string): string =>
    one.act('2024-10-01', 'assess-verifier', { verifier, scores, basis: '专家评审' }, 'city/a');

  it('are recorded by criterion, of the verifier whose report it is', () => {
    expect(assess(begin(), 'V-01')).toBe('too-early');
    expect(assess(spotChecked('98000'), 'V-02')).toBe('verifier-not-appointed');
    const one = spotChecked('98000');
    expect(assess(one, 'V-01')).toBe('done');
    expect(one.events.find(({ type }) => type === 'verifier-assessed')?.with).toMatchObject({ verifier: 'V-01', scores });
  });
});

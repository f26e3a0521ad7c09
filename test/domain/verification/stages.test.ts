import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../domain/model/verification.js';
import { atStage, FILING, QUERY, REPORT, stageOf, STAGES, V, type One } from './at-work.js';

type Did = (one: One) => string;
const DAY = '2024-06-10';
const engages =
  (verifier: string): Did =>
  (one) =>
    one.act(DAY, 'engage-verifier', { verifier });
const appoints =
  (verifier: string): Did =>
  (one) =>
    one.act(DAY, 'appoint-verifier', { verifier });
const strikes =
  (verifier: string): Did =>
  (one) =>
    one.act(DAY, 'strike-off-verifier', { verifier, basis: '除名决定' }, 'city/a');
const checks =
  (result: string): Did =>
  (one) =>
    one.act(DAY, 'first-check', { result }, 'chaoyang');
const ofVerifier =
  (what: string, brings: object): Did =>
  (one) =>
    one.act(DAY, what, brings as never, V);
const ofCity =
  (what: string, brings: object): Did =>
  (one) =>
    one.act(DAY, what, brings as never, 'city/a');

/** What is done, and what it comes to at each stage: the stage after it, or the code of the no, which changes nothing. By hand. */
const TABLE: Readonly<Record<string, readonly [Did, Readonly<Partial<Record<Stage, string>>>, string]>> = {
  'the verifier accepts': [
    ofVerifier('accept-engagement', { independence: '无利益关系' }),
    { none: 'verifier-not-appointed', engaged: 'accepted', declined: 'overtaken', ended: 'overtaken', completed: 'overtaken' },
    'already-done',
  ],
  'the verifier declines or steps back': [
    ofVerifier('decline-engagement', { reason: '人员不足' }),
    {
      none: 'too-early',
      engaged: 'declined',
      accepted: 'declined',
      returned: 'declined',
      issued: 'already-done',
      filed: 'already-done',
    },
    'overtaken',
  ],
  'the verifier asks': [
    ofVerifier('raise-query', QUERY),
    {
      none: 'too-early',
      engaged: 'too-early',
      accepted: 'accepted',
      issued: 'issued',
      returned: 'returned',
      filed: 'already-done',
    },
    'overtaken',
  ],
  'the verifier issues its report': [
    ofVerifier('issue-verification-report', REPORT),
    {
      none: 'too-early',
      engaged: 'too-early',
      accepted: 'issued',
      issued: 'issued',
      returned: 'issued',
      filed: 'already-done',
    },
    'overtaken',
  ],
  'the unit engages it': [
    engages(V),
    { none: 'engaged', declined: 'engaged', ended: 'engaged', completed: 'engaged' },
    'already-done',
  ],
  'the unit engages another': [
    engages('V-02'),
    { none: 'not-required', declined: 'not-required', ended: 'not-required', completed: 'not-required' },
    'ended',
  ],
  'the unit names another in the short form': [
    appoints('V-02'),
    { none: 'not-required', declined: 'not-required', ended: 'not-required', completed: 'not-required' },
    'ended',
  ],
  'the unit names it in the short form': [appoints(V), {}, 'not-required'],
  'the unit files its report': [
    (one) => one.act(DAY, 'submit-verified-report', FILING),
    { issued: 'filed', filed: 'filed', returned: 'filed' },
    'not-required',
  ],
  'the unit files with another': [
    (one) => one.act(DAY, 'submit-verified-report', { ...FILING, verifierReport: { verifier: 'V-02', sealed: true } }),
    {},
    'not-required',
  ],
  'the district returns the filing': [checks('return'), { filed: 'returned' }, 'not-required'],
  'the district passes the filing': [checks('pass'), {}, 'not-required'],
  'it is struck off': [strikes(V), { none: 'none', filed: 'filed', declined: 'declined', completed: 'completed' }, 'ended'],
  'the emissions are confirmed': [
    ofCity('confirm-emissions', { emissions: '98200', basis: '核查报告' }),
    { none: 'not-required', filed: 'completed', declined: 'not-required', ended: 'not-required', completed: 'not-required' },
    'ended',
  ],
  'the unit leaves the list': [
    ofCity('leave', { to: 'none', basis: '关停' }),
    { none: 'none', declined: 'declined', completed: 'completed' },
    'ended',
  ],
};
const SAME: Readonly<Record<string, Did>> = {
  'another verifier is struck off': strikes('V-02'),
  'the unit is merged': ofCity('merge', { into: 'BJ-0002', basis: '合并' }),
  'the unit moves to another district': ofCity('move-district', { district: 'haidian', basis: '迁址' }),
};

describe('三(二) — each stage of a verification, and whatever may happen at it', () => {
  it('every stage is reached', () => {
    for (const stage of STAGES) expect(stageOf(atStage(stage)), stage).toBe(stage);
  });

  const cells = Object.entries(TABLE).flatMap(([name, [did, at, otherwise]]) =>
    STAGES.map((stage) => [name, stage, at[stage] ?? otherwise, did] as const),
  );
  it.each(cells)('%s, at %s: %s', (_name, stage, expected, did) => {
    const one = atStage(stage);
    const isStage = (STAGES as readonly string[]).includes(expected);
    expect([did(one), stageOf(one)]).toEqual(isStage ? ['done', expected] : [expected, stage]);
  });

  it.each(Object.entries(SAME))('%s: nothing changes at any stage', (_name, did) => {
    for (const stage of STAGES) {
      const one = atStage(stage);
      expect([did(one), stageOf(one)], stage).toEqual(['done', stage]);
    }
  });

  it('whatever ends an engagement tells the verifier once, and leaves nothing that it owes', () => {
    for (const stage of ['engaged', 'accepted', 'returned'] as const)
      for (const did of [engages('V-02'), strikes(V), ofCity('leave', { to: 'none', basis: '关停' })]) {
        const one = atStage(stage);
        const before = one.sent('verification-told').filter((mail) => mail.endsWith(V)).length;
        did(one);
        expect(one.sent('verification-told').filter((mail) => mail.endsWith(V))).toHaveLength(before + 1);
        expect(one.duty('verification-report').state).toBe('not-required');
        one.until('2024-12-31');
        expect([one.sent('reminder'), one.sent('overdue')]).toEqual([[], []]);
      }
  });

  it('engaged again, it goes on in the same case, with what was asked and issued before', () => {
    const one = atStage('issued');
    one.act(DAY, 'engage-verifier', { verifier: 'V-02' });
    expect(one.act('2024-06-11', 'engage-verifier', { verifier: V })).toBe('done');
    expect(one.c.facts.verification).toMatchObject({ stage: 'engaged', engagements: 2, reports: [{ report: 1 }] });
    expect(one.c.facts.verification).not.toHaveProperty('because');
    expect(one.duty('verification-report').state).toBe('pending');
    one.act('2024-06-12', 'accept-engagement', { independence: '无利益关系' }, V);
    one.act('2024-06-13', 'issue-verification-report', REPORT, V);
    expect(one.c.facts.verification?.reports.map(({ report }) => report)).toEqual([1, 2]);
  });
});

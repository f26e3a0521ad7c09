import type { Terms } from '../../../domain/model/terms.js';
import type { Stage } from '../../../domain/model/verification.js';
import { verificationTerms } from '../../../regulation/verification-terms.js';
import { begin, TERMS } from '../one-case.js';

export type One = ReturnType<typeof begin>;

export const V = 'V-01';
export const REPORT = {
  emissions: '98200',
  opinion: 'unqualified',
  sealed: true,
  sources: [{ source: '天然气', verified: '98200' }],
};
export const FILING = { emissions: '98200', sealed: true, verifierReport: { verifier: V, sealed: true } };
export const QUERY = { kind: 'query', about: '边界', text: '是否新增设施' };

/** A verification of V-01 for BJ-0001, opened on 1 June and not engaged. */
export const opened = (extendedTo?: string, terms: Terms = TERMS): One =>
  begin({
    kind: 'verification',
    from: '2024-06-01',
    terms: verificationTerms(terms),
    verification: { verifier: V, ...(extendedTo === undefined ? {} : { extendedTo }) },
  });

type Did = (one: One) => string;
const engage: Did = (one) => one.act('2024-06-02', 'engage-verifier', { verifier: V });
const accept: Did = (one) => one.act('2024-06-03', 'accept-engagement', { independence: '无利益关系' }, V);
const issue: Did = (one) => one.act('2024-06-04', 'issue-verification-report', REPORT, V);
const file: Did = (one) => one.act('2024-06-05', 'submit-verified-report', FILING);
const giveBack: Did = (one) => one.act('2024-06-06', 'first-check', { result: 'return' }, 'chaoyang');
const decline: Did = (one) => one.act('2024-06-03', 'decline-engagement', { reason: '人员不足' }, V);
const replace: Did = (one) => one.act('2024-06-03', 'engage-verifier', { verifier: 'V-02' });
const confirm: Did = (one) => one.act('2024-06-06', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');

/** How each stage is reached. */
const WAYS: Readonly<Record<Stage, readonly Did[]>> = {
  none: [],
  engaged: [engage],
  accepted: [engage, accept],
  issued: [engage, accept, issue],
  filed: [engage, accept, issue, file],
  returned: [engage, accept, issue, file, giveBack],
  declined: [engage, decline],
  ended: [engage, replace],
  completed: [engage, accept, issue, file, confirm],
};
export const STAGES = Object.keys(WAYS) as Stage[];

/** A verification that has come to a stage by 6 June. */
export function atStage(stage: Stage, terms?: Terms): One {
  const one = opened(undefined, terms);
  for (const did of WAYS[stage]) {
    const answer = did(one);
    if (answer !== 'done') throw new Error(`on the way to ${stage}: ${answer}`);
  }
  return one;
}

export const stageOf = (one: One): Stage => one.c.facts.verification?.stage ?? 'none';

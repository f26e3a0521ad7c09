import type { RawAct } from '../../../desk/admit.js';
import type { CaseKind } from '../../../domain/model/case.js';
import type { Json } from '../../../domain/model/json.js';

/** An act that nobody has stored, and what the unit and its authorities did before it, so that the law has nothing against it. */
export interface Forged {
  readonly by: 'unit' | 'nobody';
  readonly with: Json;
  readonly kind?: CaseKind;
  readonly before?: readonly Omit<RawAct, 'for'>[];
}

const city = (what: string, brings: Json): Omit<RawAct, 'for'> => ({
  by: 'city/a',
  approvedBy: 'city/b',
  do: what,
  with: brings,
});
const unit = (what: string, brings: Json): Omit<RawAct, 'for'> => ({ by: 'unit', do: what, with: brings });

const EVIDENCE = { month: '2024-05', electricityMWh: '1', fuels: [], files: [] };
const CONFIRMED = city('confirm-emissions', { emissions: '100', basis: '核查报告' });
const ALLOCATED = city('allocate', { amount: '100', basis: '核定意见' });
const REPORTED = unit('submit-first-report', { emissions: '100', sealed: true });
const VERIFIER = unit('appoint-verifier', { verifier: 'V-01' });
const VERIFIED_REPORT = { emissions: '100', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
const VERIFIED = [REPORTED, VERIFIER, unit('submit-verified-report', VERIFIED_REPORT)];
const SPOT_CHECKED = city('record-spot-check', { emissions: '200' });
const LEFT = city('leave', { to: 'none', basis: '关停' });
const verifier = (what: string, brings: Json): Omit<RawAct, 'for'> => ({ by: 'V-01', do: what, with: brings });
const ENGAGED = [unit('engage-verifier', { verifier: 'V-01' })];
const AT_WORK = [...ENGAGED, verifier('accept-engagement', { independence: '无利益关系' })];
const ASKED = [...AT_WORK, verifier('raise-query', { kind: 'query', about: '边界', text: '说明' })];
const ISSUED = { emissions: '100', sources: [{ source: '天然气', verified: '100' }], opinion: 'unqualified', sealed: true };
const MILLION = '1000000';
const OTHER = 'BJ-0001';

/** Every act of the vocabulary as somebody might make it up for `id`; a million tonnes where there are tonnes. */
export const forgedFor = (id: string): Readonly<Record<string, Forged>> => ({
  'release-alarm': { by: 'nobody', with: { alarm: 1, reason: '已查明' } },
  'issue-order': { by: 'nobody', with: { case: 'referral', basis: '责令改正' } },
  'submit-monthly-evidence': { by: 'unit', kind: 'monthly-evidence', with: EVIDENCE },
  'submit-data-quality-plan': { by: 'unit', with: { sealed: true } },
  'submit-first-report': { by: 'unit', with: { emissions: '1', sealed: true } },
  'submit-further-filing': { by: 'unit', with: { filing: '用能设备清单', sealed: true } },
  'appoint-verifier': { by: 'unit', with: { verifier: 'V-66' } },
  'engage-verifier': { by: 'unit', with: { verifier: 'V-66' } },
  'answer-query': { by: 'unit', kind: 'verification', with: { verifier: 'V-01', query: 1, text: '答复' }, before: ASKED },
  'accept-engagement': { by: 'nobody', kind: 'verification', with: { independence: '无' }, before: ENGAGED },
  'decline-engagement': { by: 'nobody', kind: 'verification', with: { reason: '无' }, before: ENGAGED },
  'raise-query': {
    by: 'nobody',
    kind: 'verification',
    before: AT_WORK,
    with: { kind: 'query', about: '边界', text: '说明' },
  },
  'close-query': { by: 'nobody', kind: 'verification', with: { query: 1, result: 'settled' }, before: ASKED },
  'issue-verification-report': { by: 'nobody', kind: 'verification', with: ISSUED, before: AT_WORK },
  'submit-verifier-filing': {
    by: 'nobody',
    kind: 'verification',
    with: { filing: '内部复核记录', sealed: true },
    before: AT_WORK,
  },
  'submit-verified-report': { by: 'unit', with: VERIFIED_REPORT, before: [REPORTED, VERIFIER] },
  'apply-for-adjustment': { by: 'unit', with: { ground: '新增设施', tonnes: MILLION, sealed: true } },
  'apply-for-offsets': { by: 'unit', with: { lots: [{ lot: `${id}/L2`, quantity: '1' }] }, before: [CONFIRMED] },
  surrender: { by: 'unit', with: { quantity: '1' }, before: [CONFIRMED] },
  cancel: { by: 'unit', with: { quantity: '1', reason: '自愿' } },
  'submit-general-report': { by: 'unit', kind: 'general-report', with: { emissions: '1', sealed: true } },
  'check-monthly-evidence': {
    by: 'nobody',
    kind: 'monthly-evidence',
    with: { month: '2024-05', result: 'pass' },
    before: [unit('submit-monthly-evidence', EVIDENCE)],
  },
  'check-general-report': {
    by: 'nobody',
    kind: 'general-report',
    with: { result: 'pass' },
    before: [unit('submit-general-report', { emissions: '1', sealed: true })],
  },
  'first-check': {
    by: 'nobody',
    with: { result: 'pass' },
    before: VERIFIED,
  },
  'settle-trade': { by: 'nobody', with: { from: id, to: OTHER, quantity: '1', price: '1' } },
  'credit-auction': { by: 'nobody', with: { to: id, quantity: MILLION, price: '1' } },
  'pre-allocate': { by: 'nobody', with: { amount: MILLION, basis: '预发方案' } },
  'decide-adjustment': {
    by: 'nobody',
    with: { result: 'accept', tonnes: '5', basis: '意见' },
    before: [unit('apply-for-adjustment', { ground: '新增设施', tonnes: '5', sealed: true })],
  },
  'record-spot-check': { by: 'nobody', with: { emissions: '1' }, before: VERIFIED },
  'record-expert-meeting': {
    by: 'nobody',
    with: { emissions: '1', opinion: '意见' },
    before: [...VERIFIED, SPOT_CHECKED],
  },
  'assess-verifier': {
    by: 'nobody',
    before: VERIFIED,
    with: { verifier: 'V-01', scores: { management: '1', impartiality: '1', timeliness: '1', quality: '1' }, basis: '评估' },
  },
  'strike-off-verifier': { by: 'nobody', with: { verifier: 'V-66', basis: '决定书' } },
  'confirm-emissions': { by: 'nobody', with: { emissions: '1', basis: '核查报告' } },
  allocate: { by: 'nobody', with: { amount: MILLION, basis: '核定意见' }, before: [CONFIRMED] },
  'decide-offsets': {
    by: 'nobody',
    with: { result: 'accept', basis: '意见' },
    before: [CONFIRMED, unit('apply-for-offsets', { lots: [{ lot: `${id}/L2`, quantity: '1' }] })],
  },
  'adopt-revision': {
    by: 'nobody',
    with: { revision: 7, digest: 'sha256:0', before: '', basis: '通告', deadlines: { surrender: '2030-12-31' } },
  },
  'correct-emissions': { by: 'nobody', with: { emissions: '1', basis: '复查' }, before: [CONFIRMED] },
  'correct-allocation': { by: 'nobody', with: { amount: MILLION, basis: '复核' }, before: [CONFIRMED, ALLOCATED] },
  'freeze-account': { by: 'nobody', with: { basis: '决定' } },
  'unfreeze-account': { by: 'nobody', with: { basis: '决定' }, before: [city('freeze-account', { basis: '决定' })] },
  // opened, credited, cancelled
  'reverse-movement': {
    by: 'nobody',
    with: { event: 3, basis: '差错' },
    before: [unit('cancel', { quantity: '1', reason: '自愿' })],
  },
  'decide-penalty': { by: 'nobody', with: { amount: '1.00', basis: '处罚决定' } },
  'enter-opening-balances': {
    by: 'nobody',
    with: { lots: [{ product: 'allowance', vintage: 2023, quantity: MILLION, source: '登记簿' }], basis: '移交' },
  },
  'take-over': {
    by: 'nobody',
    with: { took: [{ do: 'confirm-emissions', on: '2024-05-10', emissions: '1', document: '核定书' }], basis: '移交' },
  },
  'take-over-evidence': {
    by: 'nobody',
    kind: 'monthly-evidence',
    with: { took: [{ do: 'submit-monthly-evidence', month: '2024-01', on: '2024-02-01', document: '存证' }], basis: '移交' },
  },
  'list-unit': {
    by: 'nobody',
    with: {
      id: 'BJ-6666',
      name: '无中生有',
      kind: 'key',
      district: 'chaoyang',
      newlyListed: false,
      mail: 'x@bj-6666.example',
      opensOn: '2024-05-10',
      basis: '名单',
    },
  },
  leave: { by: 'nobody', with: { to: 'national-market', basis: '名单调整' } },
  merge: { by: 'nobody', with: { into: OTHER, basis: '合并' } },
  'move-district': { by: 'nobody', with: { district: 'haidian', basis: '迁址' } },
  'move-allowances': {
    by: 'nobody',
    with: { from: id, into: OTHER, quantity: '1', basis: '合并' },
    before: [CONFIRMED, unit('surrender', { quantity: '100' }), city('merge', { into: OTHER, basis: '合并' })],
  },
  'extend-deadline': { by: 'nobody', with: { duty: 'surrender', dueOn: '2024-12-30', basis: '延期' } },
  'resend-mail': { by: 'nobody', with: { template: 'cycle-opened', basis: '未收到' } },
  'close-cycle': { by: 'nobody', with: { basis: '结束' }, before: [LEFT] },
  'close-case': { by: 'nobody', with: { basis: '结束' }, before: [LEFT] },
});

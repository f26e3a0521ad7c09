import type { Party } from '../../domain/model/party.js';
import { CITY_AUTHORITY, unitNamed } from '../../domain/model/party.js';
import type { Template } from '../../domain/model/template.js';
import type { Day } from '../../domain/model/instant.js';
import { startOf } from '../../domain/model/instant.js';
import type { OutboxNotice } from '../../records/outbox.js';

/** A letter as the outbox hands it over, for one template or several. */
export interface Sample {
  readonly party: Party;
  readonly at: number;
  readonly notices: readonly OutboxNotice[];
  readonly telephone?: string;
}

const NAME = '示例热力有限公司';
const CASE = '2024/BJ-0001/compliance-cycle';

const notice = (
  template: Template,
  day: Day,
  say: Readonly<Record<string, string>>,
  more: Partial<OutboxNotice> = {},
): OutboxNotice => ({
  id: `${CASE}/9/1`,
  caseId: CASE,
  unit: 'BJ-0001',
  party: unitNamed('BJ-0001'),
  template,
  at: startOf(day),
  say: { name: NAME, ...say },
  ...more,
});
const toUnit = (...notices: readonly OutboxNotice[]): Sample => ({
  party: unitNamed('BJ-0001'),
  at: notices[0]?.at ?? 0,
  notices,
  telephone: '010-65099999',
});
const toCity = (one: OutboxNotice): Sample => ({
  party: CITY_AUTHORITY,
  at: one.at,
  notices: [{ ...one, party: CITY_AUTHORITY }],
});
const ofCity = { unit: 'city', caseId: '2024/city/city-cycle', party: CITY_AUTHORITY };
const ofAuction = { caseId: '2024/auction/2024-1' };

const DIGEST_UNITS = [
  '𠮷田电子有限公司',
  '䶮山供热中心',
  NAME,
  '北京市非常非常长的单位名称研究院暨检验检测认证技术服务中心有限责任公司',
];
const digest = (party: Party): Sample => {
  const all = DIGEST_UNITS.flatMap((name, k): OutboxNotice[] => {
    const own = { unit: `BJ-000${String(k + 1)}`, party };
    return [
      notice('overdue', '2024-07-16', { name, dueOn: '2024-07-15', daysLeft: '-1' }, { ...own, duty: 'verified-report' }),
      notice('reminder', '2024-07-16', { name, dueOn: '2024-07-19', daysLeft: '3' }, { ...own, duty: 'first-check' }),
      notice(
        'escalation',
        '2024-07-16',
        { name, dueOn: '2024-07-15', daysLeft: '-1' },
        { ...own, duty: 'monthly-check/2024-05' },
      ),
    ];
  });
  const moved = notice('district-moved', '2024-07-16', { from: 'haidian', to: 'chaoyang', basis: '迁址' }, { party });
  return { party, at: startOf('2024-07-16'), notices: [...all, moved] };
};

/** One letter for each template that there is, and those made of several notices. */
export const SAMPLES: Readonly<Record<Template | 'several' | 'district' | 'city' | 'rare', Sample>> = {
  'cycle-opened': toUnit(notice('cycle-opened', '2024-05-10', { cycle: '2024' })),
  reminder: toUnit(notice('reminder', '2024-11-08', { dueOn: '2024-11-15', daysLeft: '7' }, { duty: 'surrender' })),
  overdue: toUnit(notice('overdue', '2024-06-16', { dueOn: '2024-06-15', daysLeft: '-1' }, { duty: 'first-report' })),
  escalation: toCity(notice('escalation', '2024-07-26', { dueOn: '2024-07-25', daysLeft: '-1' }, { duty: 'first-check' })),
  returned: toUnit(
    notice(
      'returned',
      '2024-06-18',
      { dueOn: '2024-06-15', findings: '燃料消耗量与发票不符；缺 3 月电费单' },
      { duty: 'first-report' },
    ),
  ),
  decision: toUnit(
    notice('decision', '2024-09-10', {
      what: '核定碳排放量',
      emissions: '98765.43',
      obligation: '98766',
      basis: '核定决定书 12 号',
    }),
  ),
  'verification-engaged': {
    party: { kind: 'verifier', id: 'V-01' },
    at: startOf('2024-06-12'),
    notices: [
      {
        ...notice('verification-engaged', '2024-06-12', { verifier: 'V-01', dueOn: '2024-07-15' }),
        party: { kind: 'verifier', id: 'V-01' },
      },
    ],
  },
  'verification-query': toUnit(
    notice('verification-query', '2024-06-20', {
      verifier: 'V-01',
      kind: '疑问',
      query: '1',
      about: '外购电量',
      text: '与结算单不一致',
      dueOn: '2024-06-25',
    }),
  ),
  'verification-told': toUnit(
    notice('verification-told', '2024-07-10', { verifier: 'V-01', what: '已出具第三方核查报告', emissions: '98200' }),
  ),
  'verifier-reminder': {
    party: { kind: 'verifier', id: 'V-01' },
    at: startOf('2024-08-20'),
    notices: [notice('verifier-reminder', '2024-08-20', { difference: '1200', verified: '98000', spotChecked: '99200' })],
  },
  'revision-adopted': toUnit(
    notice('revision-adopted', '2024-10-08', {
      basis: '通告',
      changed: '配额清缴：2024-11-15 改为 2024-11-30；抵销申请：2024-10-15 改为 2024-10-31',
    }),
  ),
  collection: toUnit(notice('collection', '2024-11-16', { collected: '90000', offsets: '566', shortfall: '8200' })),
  rectification: toUnit(notice('rectification', '2024-11-16', { shortfall: '8200', dueOn: '2024-11-29' })),
  referral: toUnit(notice('referral', '2024-06-16', { about: '初次碳排放报告', dueOn: '2024-06-15', upTo: '50000' })),
  order: toUnit(notice('order', '2024-06-20', { about: 'first-report', dueOn: '2024-06-30', basis: '责令改正决定书 3 号' })),
  'district-moved': toUnit(notice('district-moved', '2024-08-01', { from: 'haidian', to: 'chaoyang', basis: '迁址' })),
  alarm: toCity(
    notice(
      'alarm',
      '2024-08-01',
      { alarm: '4', check: 'lot-not-its-postings', subject: 'BJ-0001/L1', found: '101 held, 100 booked', units: 'BJ-0001' },
      { ...ofCity, caseId: 'alarms' },
    ),
  ),
  'auction-receipt': toUnit(
    notice(
      'auction-receipt',
      '2024-09-03',
      { auction: '2024-1', at: '2024-09-03T10:00:00+08:00', commitment: 'a'.repeat(64) },
      ofAuction,
    ),
  ),
  'auction-opening': toUnit(
    notice(
      'auction-opening',
      '2024-09-04',
      { auction: '2024-1', until: '2024-09-05T00:00:00+08:00', cover: '5000000' },
      ofAuction,
    ),
  ),
  'auction-result': toUnit(
    notice(
      'auction-result',
      '2024-09-05',
      {
        auction: '2024-1',
        price: '104.89',
        offered: '1500000',
        sold: '348304',
        bidders: '68',
        winners: '63',
        got: '5000',
        drawn: '524450',
        returned: '4475550',
      },
      ofAuction,
    ),
  ),
  'rolled-out': toCity(
    notice(
      'rolled-out',
      '2024-10-08',
      { cycle: '2024', what: '日期调整', cases: '2200', applied: '2199', refused: '2024/BJ-0009/compliance-cycle（too-late）' },
      ofCity,
    ),
  ),
  'decisions-overdue': toCity(
    notice(
      'decisions-overdue',
      '2024-09-16',
      { dueOn: '2024-09-15', count: '2', units: 'BJ-0001、BJ-0002' },
      { ...ofCity, duty: 'confirmation' },
    ),
  ),
  'cycle-closed': toCity(notice('cycle-closed', '2025-03-31', { cycle: '2024', cases: '2200' }, ofCity)),
  'approval-waits': toCity(
    notice(
      'approval-waits',
      '2024-09-02',
      { approval: 'AP-000123', act: 'confirm-emissions', lines: '12', proposedBy: 'city/p-0007', lapsesOn: '2024-09-18' },
      { ...ofCity, caseId: '2024/approval/AP-000123' },
    ),
  ),
  'approval-ended': toCity(
    notice(
      'approval-ended',
      '2024-09-19',
      {
        approval: 'AP-000123',
        act: 'confirm-emissions',
        lines: '12',
        proposedBy: 'city/p-0007',
        lapsesOn: '2024-09-18',
        how: '失效',
        by: 'platform',
      },
      { ...ofCity, caseId: '2024/approval/AP-000123' },
    ),
  ),
  'unit-unsigned': toCity(notice('unit-unsigned', '2024-10-16', { duty: '配额清缴', dueOn: '2024-11-15', daysLeft: '30' })),
  'case-suspended': {
    party: { kind: 'operator', id: 'operator' },
    at: startOf('2024-10-16'),
    notices: [
      notice(
        'case-suspended',
        '2024-10-16',
        { case: CASE, why: 'the book refused its step' },
        { party: { kind: 'operator', id: 'operator' } },
      ),
    ],
  },
  several: toUnit(
    notice('overdue', '2024-06-16', { dueOn: '2024-06-15', daysLeft: '-1' }, { duty: 'first-report' }),
    notice('referral', '2024-06-16', { about: '初次碳排放报告', dueOn: '2024-06-15', upTo: '50000' }),
  ),
  district: digest({ kind: 'district', id: 'chaoyang' }),
  city: digest(CITY_AUTHORITY),
  rare: toUnit(
    notice(
      'reminder',
      '2024-06-08',
      { name: '䶮𬭎𠅤𠮷科技<有限>公司 "甲&乙"', dueOn: '2024-06-15', daysLeft: '7' },
      { duty: 'first-report' },
    ),
  ),
};

import type { Duty } from '../domain/duties/duty.js';
import type { CaseKind, DutyStateName, Matter } from '../domain/model/case.js';
import type { Due } from '../domain/model/step.js';

/** What staff read of a case, Chinese first: the same words in the pages of Temporal and at the command line. */
export const KINDS: Record<CaseKind, string> = {
  'compliance-cycle': '年度履约 compliance cycle',
  'monthly-evidence': '月度信息化存证 monthly evidence',
  'general-report': '一般报告单位排放报告 general report',
  verification: '第三方核查 verification',
};
export const STATES: Record<DutyStateName, string> = {
  pending: '待办 pending',
  done: '已办 done',
  returned: '已退回 returned',
  overdue: '逾期 overdue',
  missing: '未办 missing',
  'not-required': '无须办理 not required',
};
export const BEFALLS: Record<Due['what'], readonly [zh: string, en: string]> = {
  reminder: ['提醒', 'reminder'],
  overdue: ['逾期', 'overdue'],
  lapses: ['申请期届满', 'the right lapses'],
  collection: ['自动收缴', 'collection'],
  unanswered: ['答复期限届满', 'a query is not answered'],
};
export const OWNERS: Record<Duty['owedBy'], string> = {
  unit: '单位 the unit',
  district: '区生态环境部门 district authority',
  city: '市生态环境部门 city authority',
  platform: '管理平台 platform',
  verifier: '核查机构 the verifier',
};
export const MATTERS: Record<Matter['kind'], string> = {
  referral: '未报送立案 referral',
  rectification: '未足额立案 rectification',
};

import { own } from '../domain/model/own.js';
import { isMonth } from '../domain/model/instant.js';
import { isFurther } from '../domain/model/terms.js';

/** What a letter says about a duty: its English name, what to do (between opening the page and keeping the receipt), what happens otherwise. */
export interface DutyWords {
  readonly en: string;
  readonly steps: readonly [string, string];
  readonly otherwise: string;
}

const REFERRED = '逾期未报送的，平台自动立案；是否责令改正、是否处罚由市生态环境部门决定。';
const LATE = '逾期的记为逾期并报市生态环境部门。';
const LAPSES = '当日 24 时后不再受理，此项权利随之失效。';
const CHECK: DutyWords['steps'] = ['查看报送内容和附件，核对异常数据', '通过或者退回；退回的写明需要更正的内容'];

const FILE: DutyWords['steps'] = ['备好通知要求的材料，确认已加盖公章', '上传材料，在核对页上点“提交”'];

const WORDS: Readonly<Record<string, DutyWords>> = {
  'further-filing': { en: 'a further filing that the notice asks', steps: FILE, otherwise: LATE },
  'general-filing': { en: 'a further filing that the notice asks', steps: FILE, otherwise: LATE },
  'verifier-filing': {
    en: 'a filing that the notice asks of verifiers',
    steps: FILE,
    otherwise: '逾期的记为逾期，并告知委托单位。',
  },
  'first-report': {
    en: 'first emissions report',
    steps: ['核对排放量和各项参数，确认报告已加盖本单位公章', '在核对页上点“提交”，核对页之前什么都没有提交'],
    otherwise: REFERRED,
  },
  'data-quality-plan': {
    en: 'data quality plan',
    steps: ['上传数据质量控制方案，确认已加盖本单位公章', '在核对页上点“提交”'],
    otherwise: LATE,
  },
  'monthly-evidence': {
    en: 'monthly evidence',
    steps: ['填报当月燃料、电量和辅助参数，上传支撑材料', '在核对页上看清异常提示，点“提交”'],
    otherwise: '逾期的记为逾期，区生态环境部门会收到通知；补报仍然受理，并注明逾期。',
  },
  'monthly-check': { en: 'check of monthly evidence', steps: CHECK, otherwise: LATE },
  'general-report': {
    en: 'emissions report of a general unit',
    steps: ['核对排放量，确认报告已加盖本单位公章', '在核对页上点“提交”'],
    otherwise: REFERRED,
  },
  'general-check': { en: 'check of general reports', steps: CHECK, otherwise: LATE },
  'verified-report': {
    en: 'verified report',
    steps: ['确认核查机构的核查报告已出具、数据一致，两份报告均已加盖公章', '在核对页上点“提交”'],
    otherwise: REFERRED,
  },
  'first-check': { en: 'first check', steps: CHECK, otherwise: LATE },
  'adjustment-application': {
    en: 'application to adjust the allocation (a right)',
    steps: ['如有新增设施或者符合调整条件，准备申请材料并加盖公章', '在核对页上点“提交”；不申请的无须办理'],
    otherwise: LAPSES,
  },
  'pre-allocation': {
    en: 'pre-allocation',
    steps: ['查看尚未预发的单位', '由一名人员提出，另一名人员批准'],
    otherwise: '逾期的由平台记录，通知市生态环境部门一次。',
  },
  confirmation: {
    en: 'confirmation of emissions',
    steps: ['查看尚未核定的单位及其报告、核查和抽查结果', '由一名人员提出，另一名人员批准'],
    otherwise: '逾期的由平台记录，通知市生态环境部门一次；单位的清缴期限随核定顺延。',
  },
  'final-allocation': {
    en: 'final allocation',
    steps: ['查看尚未核发的单位', '由一名人员提出，另一名人员批准'],
    otherwise: '逾期的由平台记录，通知市生态环境部门一次。',
  },
  'offset-application': {
    en: 'application for offsets (a right)',
    steps: ['如拟使用抵销产品，选定批次和数量（不超过上限）', '在核对页上点“提交”；不使用的无须办理'],
    otherwise: LAPSES,
  },
  surrender: {
    en: 'surrender of allowances',
    steps: ['核对应清缴量和账户余额，不足的尽快购入', '填写数量，再次验证身份后提交'],
    otherwise: '逾期未完成的，平台自动收缴账户内的配额及抵销产品；仍不足的立案。',
  },
  collection: { en: 'forced collection', steps: ['查看收缴明细', '对明细有疑问的，向所在区联系'], otherwise: '' },
};

/** What there is to say of a duty by its name, whatever its month. */
export const dutyWords = (name: string): DutyWords | undefined => {
  const [base = '', month] = name.split('/');
  return month === undefined || isMonth(month) || isFurther(name) ? own(WORDS, base) : undefined;
};

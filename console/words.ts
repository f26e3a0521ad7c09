import { definitionOf } from '../acts/vocabulary.js';
import { dutyCalled } from '../domain/letters/names.js';
import { own } from '../domain/model/own.js';
import type { Template } from '../domain/model/template.js';
import { DUTY_FACTS } from '../views/duty-facts.js';
import { EVENTS } from './event-words.js';
import type { Visit } from './visit.js';

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

const STATES: Words = {
  pending: ['待办', 'to do'],
  done: ['已完成', 'done'],
  returned: ['已退回', 'returned'],
  overdue: ['已逾期', 'overdue'],
  missing: ['未完成', 'not done'],
  'not-required': ['不适用', 'not required'],
  waiting: ['待批', 'waiting'],
  approved: ['已批准', 'approved'],
  withdrawn: ['已撤回', 'withdrawn'],
  lapsed: ['已失效', 'lapsed'],
  refused: ['被拒绝', 'refused'],
  'left-out': ['已剔除', 'left out'],
  'not-approved': ['未批准', 'not approved'],
  open: ['进行中', 'open'],
  settled: ['已清缴', 'settled'],
  'settled-by-collection': ['经自动收缴结清', 'settled by collection'],
  short: ['欠缴', 'short'],
  decided: ['已办结', 'decided'],
  sent: ['已送达', 'sent'],
  'to-send': ['待发送', 'to be sent'],
  suspended: ['停用', 'suspended'],
  draft: ['草稿', 'draft'],
  checked: ['已检查，未报送', 'checked, not filed'],
  sealed: ['已签章，未报送', 'sealed, not filed'],
  filed: ['已报送', 'filed'],
  engaged: ['待接受委托', 'engaged, not accepted yet'],
  accepted: ['核查中', 'under verification'],
  declined: ['未接受或退出', 'declined'],
  issued: ['已出具报告', 'report issued'],
  completed: ['已完成', 'completed'],
  ended: ['已终止', 'ended'],
  closed: ['已结束', 'closed'],
  answered: ['已答复', 'answered'],
  unanswered: ['待答复', 'to be answered'],
  stands: ['维持', 'it stands'],
  stored: ['已收讫', 'stored'],
  proposed: ['已提出，待批', 'proposed'],
  'standing-still': ['已暂停', 'stands still'],
  lost: ['没有运行', 'runs nowhere'],
  running: ['正在运行', 'running'],
  over: ['已结束', 'over'],
  unknown: ['不明', 'unknown'],
};
const PARTIES: Words = {
  unit: ['单位', 'unit'],
  verifier: ['核查机构', 'verifier'],
  district: ['区生态环境部门', 'district authority'],
  city: ['市生态环境部门', 'city authority'],
  exchange: ['北京绿色交易所', 'exchange'],
  operator: ['平台运行', 'operator'],
  auditor: ['审计', 'auditor'],
  platform: ['管理平台', 'platform'],
};
const PRODUCTS: Words = { allowance: ['配额', 'allowance'], ccer: ['核证自愿减排量', 'CCER'] };

const ROLES: Words = {
  filer: ['填报人', 'filer'],
  signer: ['签署人', 'signer'],
  verifier: ['核查员', 'verifier'],
  reviewer: ['预审人员（不作决定）', 'reviewer (decides nothing)'],
  officer: ['经办人', 'officer'],
  approver: ['批准人', 'approver'],
  registrar: ['登记人', 'registrar'],
  clerk: ['交易所经办', 'clerk'],
  operator: ['运行人员', 'operator'],
  auditor: ['审计人员', 'auditor'],
};
const LETTERS: Readonly<Record<Template, readonly [zh: string, en: string]>> = {
  'cycle-opened': ['年度开始', 'the cycle has begun'],
  reminder: ['到期提醒', 'reminder'],
  overdue: ['逾期通知', 'overdue'],
  escalation: ['上报', 'escalation'],
  returned: ['退回', 'returned'],
  decision: ['决定通知', 'decision'],
  'verifier-reminder': ['委托核查机构提醒', 'appoint a verifier'],
  'revision-adopted': ['修订通知', 'amendment adopted'],
  collection: ['自动收缴', 'collection'],
  rectification: ['限期补足', 'to be made good'],
  referral: ['移送处理', 'referral'],
  order: ['责令改正', 'order'],
  'district-moved': ['区划变更', 'moved to another district'],
  alarm: ['警报', 'alarm'],
  'auction-receipt': ['报价回执', 'bid received'],
  'auction-opening': ['竞价开标', 'bids are opened'],
  'auction-result': ['竞价结果', 'result of the auction'],
  'rolled-out': ['决定已下达', 'brought to every case'],
  'decisions-overdue': ['决定逾期', 'decisions overdue'],
  'cycle-closed': ['周期关闭', 'the cycle is closed'],
  'verification-engaged': ['受托核查', 'engaged to verify'],
  'verification-query': ['核查提问', 'a verifier asks'],
  'verification-told': ['核查进展', 'news of a verification'],
  'approval-waits': ['提案待批', 'a proposal waits'],
  'approval-ended': ['提案结果', 'what became of a proposal'],
  'unit-unsigned': ['单位无签署人', 'nobody signs for the unit'],
  'case-suspended': ['案件暂停', 'a case stands still'],
};

const inWords =
  (words: Words) =>
  ({ say }: Pick<Visit, 'say'>, name: string): string => {
    const [zh, en] = own(words, name) ?? [name, plain(name)];
    return say(zh, en);
  };
const plain = (name: string): string => name.replaceAll('-', ' ');

/** The platforms there are. */
const PLATFORMS: Words = {
  embedded: ['单机演示', 'on one machine'],
  rehearsal: ['演练', 'a rehearsal'],
  service: ['正式运行', 'in service'],
};

export const stateSaid = inWords(STATES);
export const partySaid = inWords(PARTIES);
export const productSaid = inWords(PRODUCTS);
export const platformSaid = inWords(PLATFORMS);
export const roleSaid = inWords(ROLES);
export const letterSaid = inWords(LETTERS);
export const eventSaid = inWords(EVENTS);
const aboutPeople = (visit: Pick<Visit, 'say'>, name: string): string => inWords(ABOUT_PEOPLE)(visit, name);

/** A duty by its name; the monthly ones with their month. */
export const dutySaid = ({ say }: Pick<Visit, 'say'>, name: string): string => {
  const duty = dutyCalled(name) ?? DUTY_FACTS.find((one) => one.duty === name);
  const [base = name, ...which] = name.split('/');
  return say(duty?.zh ?? plain(name), [plain(base), ...which].join(' '));
};

/** What is decided about people is no act of the vocabulary. */
const ABOUT_PEOPLE: Words = {
  'enter-person': ['登记人员', 'enter a person'],
  'correct-person': ['更正人员信息', 'correct what is known of a person'],
  'erase-person': ['删除人员信息', 'erase what is known of a person'],
  appoint: ['任命', 'appoint'],
  'end-appointment': ['结束任命', 'end an appointment'],
  'suspend-person': ['停用人员', 'suspend a person'],
  'lift-suspension': ['恢复人员', 'lift a suspension'],
  'register-client': ['登记程序', 'register a program'],
  'end-client': ['停用程序', 'end a program'],
  'register-certificate': ['登记证书', 'register a certificate'],
  'revoke-certificate': ['吊销证书', 'revoke a certificate'],
  'decide-batch': ['多项决定', 'several decisions'],
};

export const actSaid = ({ say }: Pick<Visit, 'say'>, name: string): string => {
  const words = definitionOf(name)?.words;
  return words ? say(words.zh, words.en) : aboutPeople({ say }, name);
};

/** Decisions as letters name them, which are in Chinese. */
const DECISIONS: Readonly<Record<string, string>> = {
  碳排放量核定: 'emissions confirmed',
  配额预发: 'pre-allocation',
  配额核发: 'final allocation',
  配额调整: 'adjustment of the allocation',
  抵销申请: 'offset application',
  行政处罚: 'penalty',
};
export const decidedSaid = ({ say }: Pick<Visit, 'say'>, what: string): string => say(what, own(DECISIONS, what) ?? what);

/** An instant as people read it, to the second, in Beijing's time. */
export const timeSaid = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** What happens by itself where nobody does anything. */
export const ifNothing = ({ say }: Pick<Visit, 'say'>, duty: string): string => {
  if (duty === 'surrender')
    return say(
      '逾期记录在案，次日由平台从账户自动收缴，不足部分须限期补足',
      'it is recorded as overdue; on the next day the platform collects from the account, and what is missing has to be made good',
    );
  const found = dutyCalled(duty);
  switch (found?.atItsEnd) {
    case 'overdue':
      return found.referred
        ? say('逾期记录在案，并移送依法处理', 'it is recorded as overdue and referred for enforcement')
        : say('逾期记录在案', 'it is recorded as overdue');
    case 'lapses':
      return say('该权利到期失效', 'the right lapses');
    case 'collection':
      return say('平台从账户自动收缴', 'the platform collects from the account');
    case undefined:
      return '';
  }
};

/** Tonnes with their thousands apart. */
export const tonnesSaid = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** An amount with its unit. */
export const inTonnes = ({ say }: Pick<Visit, 'say'>, amount: string): string =>
  say(`${tonnesSaid(amount)} 吨`, `${tonnesSaid(amount)} t`);

/** Between the name of a thing and what it is. */
export const colon = ({ say }: Pick<Visit, 'say'>): string => say('：', ': ');

/** After a name, what tells it apart. */
export const bracketed = ({ say }: Pick<Visit, 'say'>, text: string): string => say(`（${text}）`, ` (${text})`);

import { dutyCalled } from '../domain/letters/names.js';
import type { Notice } from '../domain/letters/letter.js';
import type { Party } from '../domain/model/party.js';
import type { Template } from '../domain/model/template.js';
import { dutyWords } from './duty-words.js';
import { askedIn } from './quotes.js';
import { spoken } from './spoken.js';

/** One thing that a letter tells, in the order in which people ask: what, until when, what to do, what otherwise, why. */
export interface Matter {
  readonly title: string;
  /** What is so, line by line. */
  readonly facts: readonly string[];
  readonly steps: readonly string[];
  /** Where the first step leads. */
  readonly link: string;
  readonly otherwise?: string;
  readonly clause?: { readonly name: string; readonly quote?: string };
  /** One line of English, for staff. */
  readonly en: string;
}

/** A notice with the case that it came from, which tells the cycle. */
export interface Told extends Notice {
  readonly caseId: string;
  readonly party?: Party;
}

const EN: Readonly<Record<Template, string>> = {
  'cycle-opened': 'The cycle has begun; the platform will remind before each deadline.',
  reminder: 'Reminder',
  overdue: 'Overdue',
  escalation: 'Escalation: a district has missed its window',
  returned: 'Returned for correction',
  decision: 'The city authority has decided.',
  'verifier-reminder': 'Reminder of a verifier: spot check and verification differ.',
  'revision-adopted': 'Dates have been changed.',
  collection: 'Allowances have been collected.',
  rectification: 'A shortfall remains; a matter is open. Whether rectification is ordered, the authority decides.',
  referral: 'A report is missing; a matter is open. Whether anything is ordered or fined, the authority decides.',
  order: 'Rectification is ordered.',
  'district-moved': 'Another district authority is responsible now.',
  alarm: 'The check of the book has found a difference.',
  'auction-receipt': 'A sealed bid was received.',
  'auction-opening': 'Bidding is closed: open the sealed bid in time.',
  'auction-result': 'Result of an auction.',
  'rolled-out': 'A decision has been brought to all cases.',
  'decisions-overdue': 'Decisions of the city are overdue.',
  'cycle-closed': 'The cycle is closed.',
  'approval-waits': 'A proposal waits for another officer.',
  'approval-ended': 'A proposal has ended.',
  'unit-unsigned': 'Nobody can sign for this unit.',
  'verification-engaged': 'A unit asks this verifier to verify its report.',
  'verification-query': 'A query or a non-conformity of the verifier.',
  'verification-told': 'News of a verification.',
  'case-suspended': 'A case stands still; it loses nothing and waits for an operator.',
};

const LOOK = '查看详情；有疑问的与下列联系方式联系';
const STEPS: Readonly<Partial<Record<Template, readonly [string, string]>>> = {
  'cycle-opened': ['核对本单位信息和能够代表本单位办理的人员', '把各项截止日期记入日历'],
  returned: ['按检查意见更正', '重新提交；原截止日期不变'],
  collection: ['查看收缴明细和尚欠数量', '尚欠的尽快购入配额，入账后自动用于清缴'],
  rectification: ['查看尚欠数量和补足期限', '在期限内购入配额，入账后自动用于清缴'],
  referral: ['尽快补报；补报仍然受理', '等候市生态环境部门决定，另行通知'],
  order: ['按责令改正的内容和期限办理', '办结后留存回执'],
  'auction-opening': ['备好密封文件', '在时限内开启报价'],
  'approval-waits': ['核对每一项及其后果', '批准、剔除个别项后批准，或者写明理由退回'],
  'unit-unsigned': ['与单位联系，确认由谁签署', '由两名登记人员任命'],
  'case-suspended': ['查明原因并修复', '办理恢复：luyue revive 案件编号'],
  alarm: ['查明差异的原因', '由两名人员解除警报'],
  'revision-adopted': ['查看本单位调整后的日期', '更新日历；附件中有已提醒过的事项'],
};

const OTHERWISE: Readonly<Partial<Record<Template, string>>> = {
  overdue: '补报仍然受理，并注明逾期；由此产生的后果见详情页。',
  rectification: '逾期仍未补足的，由市生态环境部门依法处理，另行通知。',
  'auction-opening': '逾期未开启的，报价无效，保证金不予退还（平台规则）。',
  'approval-waits': '到期未批准的自动失效，可重新提出。',
  'unit-unsigned': '无人签署的，单位到期无法报送或者清缴。',
  alarm: '解除之前，有关单位的自动收缴不执行。',
};

const linkOf = ({ template, unit, say, caseId }: Told): string => {
  if (template === 'approval-waits' || template === 'approval-ended')
    return `/approvals/${encodeURIComponent(say?.['approval'] ?? '')}`;
  if (['alarm', 'rolled-out', 'decisions-overdue', 'cycle-closed', 'case-suspended'].includes(template)) return '/inbox';
  return caseId.includes('/auction/') || unit === 'city' ? '/' : `/units/${encodeURIComponent(unit)}`;
};

const cycleOf = ({ caseId, say, at }: Told): number =>
  Number(/^\d{4}/.exec(caseId)?.[0] ?? say?.['cycle'] ?? new Date(at).getUTCFullYear());

/** Without the mark in front that tells which sort it is, and without the unit, which its own letter names on top. */
const bare = ({ unit, say, party }: Told, subject: string): string => {
  const name = say?.['name'] ? `${say['name']}（${unit}）` : unit;
  const told = subject.replace(/^【[^】]*】/u, '');
  return party?.kind === 'unit' && told.endsWith(`：${name}`) ? told.slice(0, -name.length - 1) : told;
};

/** The clause that it rests on, in its own words where the text is in hand. */
function clauseOf(told: Told): Matter['clause'] {
  const { template, duty } = told;
  const about = template === 'collection' || template === 'rectification' ? 'collection' : duty;
  if (about === undefined) return undefined;
  const { quote, clause = dutyCalled(about)?.clause } = askedIn(cycleOf(told), about);
  if (clause === undefined && quote === undefined) return undefined;
  return { name: `通知${clause ?? ''}`, ...(quote === undefined ? {} : { quote }) };
}

const isOwn = ({ party }: Told): boolean => party?.kind === 'unit';

/** What is so, line by line: without the clause, which stands below, and in a unit's own letter without the unit. */
const factsOf = (told: Told, text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('依据：通知') && !(isOwn(told) && line.startsWith('单位：')));

const REMINDS: readonly Template[] = ['reminder', 'returned'];

/** What a letter says of one notice. */
export function matterOf(told: Told): Matter {
  const { template, duty, say } = told;
  const { subject, text } = spoken(told);
  const words = duty === undefined ? undefined : dutyWords(duty);
  const otherwise = OTHERWISE[template] ?? (REMINDS.includes(template) ? words?.otherwise : undefined);
  const clause = clauseOf(told);
  const due = say?.['dueOn'] ? `, due ${say['dueOn']}` : '';
  return {
    title: bare(told, subject),
    facts: factsOf(told, text),
    steps: ['打开链接并登录，会直接到办理的页面', ...(STEPS[template] ?? words?.steps ?? [LOOK, '无须回复本邮件'])],
    link: linkOf(told),
    ...(otherwise ? { otherwise } : {}),
    ...(clause ? { clause } : {}),
    en: words ? `${EN[template]}: ${words.en}${due}.` : EN[template],
  };
}

import type { Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import type { Amount } from '../model/amount.js';
import type { Case, Facts } from '../model/case.js';
import { dayOf, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Event, Mail, NamedAct, Recipient } from '../model/step.js';
import type { Opinion, QueryKind, Stage, Verification } from '../model/verification.js';
import { owedNoMore } from './owed.js';

/** In these the verifier has still something to say. */
const AT_WORK: readonly Stage[] = ['engaged', 'accepted', 'returned'];
/** In these the engagement holds. */
const LIVE: readonly Stage[] = [...AT_WORK, 'issued', 'filed'];

export const stageOf = ({ facts }: Pick<Case, 'facts'>): Stage => facts.verification?.stage ?? 'none';
export const isLive = (c: Pick<Case, 'facts'>): boolean => LIVE.includes(stageOf(c));

/**
 * 三(二)「重点碳排放单位自行委托核查机构通过管理平台开展碳排放核查工作」: it has no day of its own in the text but the unit's; the
 * verifier is reminded of that one.
 */
export const verificationReport: Duty = {
  name: 'verification-report',
  zh: '第三方核查报告',
  clause: '三(二)',
  owedBy: 'verifier',
  rhythm: 'verifier',
  nominal: (terms) => terms.dates['verified-report'],
  atItsEnd: 'overdue',
  askedBy: ['mustBeVerified'],
  runs: (c) => AT_WORK.includes(stageOf(c)),
};

/** A verification that the unit has engaged nobody for. */
export const notEngaged = (at: Instant): Verification => ({
  stage: 'none',
  since: dayOf(at),
  engagements: 0,
  queries: [],
  reports: [],
});

/** Of a case of this kind. Throws for any other. */
export function verificationIn(c: Pick<Case, 'id' | 'facts' | 'verifier'>): Verification & { readonly verifier: string } {
  const { verification } = c.facts;
  if (!verification || c.verifier === undefined) throw new Error(`${c.id} is no verification`);
  return { ...verification, verifier: c.verifier };
}

/** What one of the two is told of the other's doing, or of the city's. */
export const told = (c: Case, to: Recipient, what: string, say: Readonly<Record<string, string>> = {}): Mail => ({
  kind: 'mail',
  to,
  template: 'verification-told',
  say: { name: c.unit.name, verifier: c.verifier ?? '', what, ...say },
});
export const toVerifier = (c: Case): Recipient => ({ verifier: c.verifier ?? '' });

const STAGES: Readonly<Record<Stage, readonly [zh: string, en: string]>> = {
  none: ['尚未委托', 'nobody is engaged'],
  engaged: ['已委托，核查机构尚未答复', 'the verifier has not accepted yet'],
  accepted: ['核查中', 'the verifier is at work'],
  declined: ['核查机构未接受委托', 'the verifier has declined'],
  issued: ['已出具核查报告', 'the report is issued'],
  filed: ['核查报告已报送', 'the report is filed'],
  returned: ['报告被退回', 'the report was returned'],
  completed: ['已完成', 'the emissions are confirmed'],
  ended: ['委托已终止', 'the engagement has ended'],
};

/** The no to what cannot be done at this stage. */
export function notAt(c: Case, ...stages: readonly Stage[]): Refusal | undefined {
  const stage = stageOf(c);
  if (stages.includes(stage)) return undefined;
  const [zh, en] = STAGES[stage];
  const code = stage === 'none' || stage === 'engaged' ? 'too-early' : LIVE.includes(stage) ? 'already-done' : 'overtaken';
  return refuse(code, `${c.unit.id} 与 ${c.verifier ?? ''}：${zh}`, `${c.unit.id} and ${c.verifier ?? ''}: ${en}`, '三(二)');
}

/** What was decided elsewhere changes nothing here. */
export const unmoved = (c: Case): Refusal => refuse('not-required', `${c.id} 不涉及此事`, `this changes nothing in ${c.id}`);

/** The engagement ends before a report of it stands, and the verifier is told why. */
export const ended = (c: Case, { at, by }: Pick<NamedAct, 'at' | 'by'>, because: string, what: string, basis = ''): Taken => ({
  events: [
    {
      type: 'engagement-ended',
      at,
      by,
      with: { because },
      ...(c.duties[verificationReport.name]?.state === 'done'
        ? {}
        : { duty: verificationReport.name, turns: 'not-required' as const }),
    },
    ...owedNoMore(c, { at }),
  ],
  effects: [told(c, toVerifier(c), what, basis === '' ? {} : { basis })],
});

type Told = {
  readonly because?: string;
  readonly query: number;
  readonly kind: QueryKind;
  readonly dueOn: Day;
  readonly result: 'settled' | 'stands';
  readonly report: number;
  readonly emissions: Amount;
  readonly opinion: Opinion;
};

type Tell = (verification: Verification, brought: Told, event: Event) => void;

const comes =
  (stage: Stage): Tell =>
  (v, { because }, { at }) => {
    Object.assign(v, { stage, since: dayOf(at) });
    if (because === undefined) delete v.because;
    else v.because = because;
  };

const turned =
  (state?: 'answered'): Tell =>
  (v, { query, result }, { at }) => {
    const one = v.queries.find((asked) => asked.query === query);
    if (one) Object.assign(one, { state: state ?? result, since: dayOf(at) });
  };

const TELLS: Readonly<Record<string, Tell>> = {
  'verification-engaged': (v, told, event) => {
    comes('engaged')(v, told, event);
    v.engagements += 1;
  },
  'engagement-accepted': comes('accepted'),
  'engagement-declined': comes('declined'),
  'engagement-ended': comes('ended'),
  'query-raised': (v, { query, kind, dueOn }, { at }) =>
    void v.queries.push({ query, kind, dueOn, state: 'open', since: dayOf(at) }),
  'query-answered': turned('answered'),
  'query-closed': turned(),
  'verification-report-issued': (v, told, event) => {
    comes('issued')(v, told, event);
    v.reports.push({ report: told.report, emissions: told.emissions, opinion: told.opinion, on: dayOf(event.at) });
  },
  'verification-report-filed': comes('filed'),
  'verification-report-returned': comes('returned'),
  'verification-completed': comes('completed'),
};

/** Brings an event of a verification into its facts, in place; whatever is not one only happened. */
export function tellVerification({ verification }: Facts, event: Event): void {
  if (verification) TELLS[event.type]?.(verification, (event.with ?? {}) as Told, event);
}

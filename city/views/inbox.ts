import type { Case } from '../../domain/model/case.js';
import { closesAt, dayOf, daysBetween, type Day, type Instant } from '../../domain/model/instant.js';
import { eventsUntil, unitAt, type CaseHistory } from '../case-history.js';
import { openDutiesAt, type OpenDuty } from './open-duties.js';

/** Whose inbox it is. */
export type Party = { readonly unit: string } | { readonly district: string } | { readonly city: true };

/** One thing that waits for a party. */
export interface InboxItem {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly case: string;
  /** A duty; a right that may be used; an application or a matter that people have to decide. */
  readonly kind: 'duty' | 'right' | 'application' | 'matter';
  /** The duty's name; `decide-offsets`, `decide-adjustment`: the act that answers; `rectification`, `referral`, `decide-penalty`. */
  readonly what: string;
  readonly zh: string;
  readonly clause: string;
  /** The last day that is in time; absent where the text sets none. */
  readonly dueOn?: Day;
  /** Since when it waits for the party: the day of the filing, of the return, of the confirmation, of the opening. */
  readonly since: Day;
  readonly overdue: boolean;
  /** Filed, and returned for correction. */
  readonly returned?: true;
  /** Natural days left on the day asked about, negative once it is past; absent without a date. */
  readonly daysLeft?: number;
}

const owes = (party: Party): OpenDuty['duty']['owedBy'] => ('unit' in party ? 'unit' : 'district' in party ? 'district' : 'city');

const concerns = (party: Party, history: CaseHistory, at: Instant): boolean =>
  'unit' in party
    ? history.opening.unit.id === party.unit
    : 'district' in party
      ? unitAt(history, at).district === party.district
      : true;

type Said = Pick<InboxItem, 'kind' | 'what' | 'zh' | 'clause' | 'since' | 'returned'> & { readonly dueOn?: Day };

const itemOf = (c: Case, said: Said, at: Instant): InboxItem => ({
  ...{ unit: c.unit.id, name: c.unit.name, district: c.unit.district, case: c.id },
  ...said,
  overdue: said.dueOn !== undefined && closesAt(said.dueOn) <= at,
  ...(said.dueOn === undefined ? {} : { daysLeft: daysBetween(dayOf(at), said.dueOn) }),
});

/** Returned once its day was past, a filing has no day any more: the text sets no clock for the correction. */
const dutySaid = ({ duty, record: { state, dueOn }, since }: OpenDuty, at: Instant): Said => ({
  kind: duty.atItsEnd === 'lapses' ? 'right' : 'duty',
  what: duty.name,
  zh: duty.zh,
  clause: duty.clause,
  since: dayOf(since),
  ...(state === 'returned' ? { returned: true } : {}),
  ...(state === 'returned' && closesAt(dueOn) <= at ? {} : { dueOn }),
});

/** Applications that wait for the city's decision: the text sets no day for it. */
const APPLICATIONS = [
  { fact: 'adjustment', event: 'adjustment-applied-for', what: 'decide-adjustment', zh: '配额调整申请待决定', clause: '三(二)' },
  { fact: 'offsets', event: 'offsets-applied-for', what: 'decide-offsets', zh: '抵销申请待决定', clause: '三(四)' },
] as const;

const lastOf = (history: CaseHistory, type: string, at: Instant): Day | undefined => {
  const event = eventsUntil(history, at).findLast((one) => one.type === type);
  return event && dayOf(event.at);
};

/** What waits for the city beside its duties: applications, shortfalls not put right in time, missing reports. */
function forTheCity(c: Case, history: CaseHistory, at: Instant): Said[] {
  const applied = APPLICATIONS.flatMap(({ fact, event, what, zh, clause }): Said[] => {
    const since = c.facts[fact]?.state === 'applied' ? lastOf(history, event, at) : undefined;
    return since === undefined ? [] : [{ kind: 'application', what, zh, clause, since }];
  });
  const decidedOn = lastOf(history, 'penalty-decided', at);
  const matters = c.facts.matters.flatMap(({ kind, state, openedOn, dueOn }): Said[] => {
    if (state !== 'open') return [];
    if (kind === 'referral')
      return [{ kind: 'matter', what: 'referral', zh: '未按规定报送，待依法处理', clause: '五(二)', since: openedOn }];
    if (dueOn === undefined || closesAt(dueOn) > at || (decidedOn !== undefined && decidedOn > dueOn)) return [];
    return [
      { kind: 'matter', what: 'decide-penalty', zh: '逾期未改正，待决定处罚', clause: '五(二)', since: dayOf(closesAt(dueOn)) },
    ];
  });
  return [...applied, ...matters];
}

/** What a unit has to put right. */
const forTheUnit = (c: Case): Said[] =>
  c.facts.matters.flatMap(({ kind, state, openedOn, dueOn }): Said[] =>
    kind === 'rectification' && state === 'open' && dueOn !== undefined
      ? [{ kind: 'matter', what: 'rectification', zh: '补足未清缴量', clause: '三(四)', since: openedOn, dueOn }]
      : [],
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Overdue first, then by date, what has none last and by how long it has waited. */
const inOrder = (a: InboxItem, b: InboxItem): number =>
  Number(b.overdue) - Number(a.overdue) ||
  Number(a.dueOn === undefined) - Number(b.dueOn === undefined) ||
  compare(a.dueOn ?? a.since, b.dueOn ?? b.since) ||
  compare(a.unit, b.unit) ||
  compare(a.what, b.what);

/** What waited for a party at an instant, over the cases given. Pure. */
export function inboxOf(party: Party, histories: readonly CaseHistory[], at: Instant): InboxItem[] {
  return histories
    .filter((history) => concerns(party, history, at))
    .flatMap((history): InboxItem[] => {
      const standing = openDutiesAt(history, at);
      if (!standing) return [];
      const { c, open } = standing;
      const said = open.filter(({ duty }) => duty.owedBy === owes(party)).map((one) => dutySaid(one, at));
      if ('city' in party) said.push(...forTheCity(c, history, at));
      if ('unit' in party) said.push(...forTheUnit(c));
      return said.map((one) => itemOf(c, one, at));
    })
    .sort(inOrder);
}

import { definitionOf } from '../../acts/vocabulary.js';
import { isPeopleAct } from '../../desk/people-acts.js';
import { isOfTwo } from '../../desk/wishes.js';
import type { Caller } from '../../parties/caller.js';
import { waysTo } from '../../parties/entitled.js';
import { PERMISSIONS } from '../../parties/permissions.js';
import type { Instant } from '../../domain/model/instant.js';

type Group = 'emissions' | 'allowances' | 'enforcement' | 'cycle' | 'verifiers' | 'register' | 'people' | 'rest';

/** What decisions are about, in the order in which a year comes to them. */
export const GROUPS: Readonly<Record<Group, readonly [zh: string, en: string]>> = {
  emissions: ['排放量', 'Emissions'],
  allowances: ['配额与账户', 'Allowances and accounts'],
  enforcement: ['执法', 'Enforcement'],
  cycle: ['期限与周期', 'Dates and the cycle'],
  verifiers: ['核查机构', 'Verifiers'],
  register: ['名单', 'Register'],
  people: ['人员、任命与证书', 'People, appointments and certificates'],
  rest: ['其他', 'Others'],
};

const GROUP_OF: Readonly<Record<string, Group>> = {
  'record-spot-check': 'emissions',
  'record-expert-meeting': 'emissions',
  'confirm-emissions': 'emissions',
  'correct-emissions': 'emissions',
  'pre-allocate': 'allowances',
  allocate: 'allowances',
  'correct-allocation': 'allowances',
  'decide-adjustment': 'allowances',
  'decide-offsets': 'allowances',
  'freeze-account': 'allowances',
  'unfreeze-account': 'allowances',
  'reverse-movement': 'allowances',
  'move-allowances': 'allowances',
  'enter-opening-balances': 'allowances',
  'announce-auction': 'allowances',
  'issue-order': 'enforcement',
  'decide-penalty': 'enforcement',
  'adopt-revision': 'cycle',
  'extend-deadline': 'cycle',
  'close-case': 'cycle',
  'close-cycle': 'cycle',
  'assess-verifier': 'verifiers',
  'strike-off-verifier': 'verifiers',
  'list-unit': 'register',
  leave: 'register',
  merge: 'register',
  'move-district': 'register',
};

/** An act that somebody may propose, or do alone where others need a second person. */
export interface Proposable {
  readonly act: string;
  readonly group: Group;
  /** It names its unit beside what it brings. */
  readonly ofUnit: boolean;
}

const OFFICES: readonly string[] = ['city', 'operator'];
/** What is decided at the desk about proposals, and no act of anybody's case. */
const isAct = (name: string): boolean => definitionOf(name) !== undefined || isPeopleAct(name);

const groupOf = (act: string): Group => GROUP_OF[act] ?? (isPeopleAct(act) ? 'people' : 'rest');

const ofUnit = (act: string): boolean => {
  const definition = definitionOf(act);
  return definition !== undefined && ['key', 'general', 'any'].includes(definition.concerns) && definition.subject === undefined;
};

/** Who asks is read anew for each request, in which it is asked many times. */
const asked = new WeakMap<Caller, readonly Proposable[]>();

/** What two people decide and this one may propose, by the permission table alone; in the table's order. */
export function proposableBy(caller: Caller, at: Instant): readonly Proposable[] {
  const before = asked.get(caller);
  if (before) return before;
  const named = PERMISSIONS.flatMap(({ is, of, what }) => (is === 'act' && OFFICES.includes(of) && isAct(what) ? [what] : []));
  const may = [...new Set(named)]
    .filter((act) => isOfTwo(act) && waysTo(caller, act, at).some(({ kind }) => OFFICES.includes(kind)))
    .map((act) => ({ act, group: groupOf(act), ofUnit: ofUnit(act) }));
  asked.set(caller, may);
  return may;
}

import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { dutyNamed } from '../domain/cases/kinds.js';
import { owedBy } from '../domain/duties/claim.js';
import { isZero } from '../domain/model/amount.js';
import type { Case, Matter } from '../domain/model/case.js';
import { closesAt, isoOf, type Instant } from '../domain/model/instant.js';
import type { Due } from '../domain/model/step.js';
import { DISTRICT, NEXT_DEADLINE, OVERDUE, PHASE, WAITING_FOR } from './search-attributes.js';
import { openDuties, PHASES, phaseOf, type Standing } from '../domain/cases/standing.js';
import { BEFALLS, KINDS, MATTERS, OWNERS, STATES } from './words.js';

/** What the search attributes said last. */
export interface Shown {
  readonly district?: string;
  readonly phase?: string;
  readonly waitingFor?: string;
  readonly overdue?: number;
  readonly nextDeadline?: Instant | null;
}

/** What they say as a run begins: of the start, or of the run before it. What they say already costs no event. */
export function shownBefore(): Shown {
  const { typedSearchAttributes: said } = workflowInfo();
  const attributes = {
    district: said.get(DISTRICT),
    phase: said.get(PHASE),
    waitingFor: said.get(WAITING_FOR),
    overdue: said.get(OVERDUE),
    nextDeadline: said.get(NEXT_DEADLINE)?.getTime() ?? null,
  };
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

const clockOf = (at: Instant): string => isoOf(at).slice(0, 16).replace('T', ' ');
const nameOf = (c: Case, due: Due): string => dutyNamed(c, due.duty)?.zh ?? due.duty;

/** One line for a timer: what happens when it rings. */
export const sayDue = (c: Case, due: Due): string => `${nameOf(c, due)} ${BEFALLS[due.what][0]} ${clockOf(due.at)}`;

const line = ({ duty, record }: Standing): string =>
  `- **${duty.zh}** (${duty.name}): ${STATES[record.state]}, ${record.dueOn}, ${OWNERS[duty.owedBy]}, ${duty.clause}`;

const sayMatter = (matter: Matter): string =>
  `- **${MATTERS[matter.kind]}**${matter.duty === undefined ? '' : ` (${matter.duty})`}: ${matter.openedOn}${matter.dueOn === undefined ? '' : ` → ${matter.dueOn}`}`;

/** Where a case stands, what it waits for, until when, under which clause: for the person who opens it in the Temporal UI. */
function describe(c: Case, next: Due | undefined): string {
  const open = openDuties(c);
  const first = open.find(({ duty }) => duty.atItsEnd !== 'lapses');
  const phase = phaseOf(c);
  const waiting = first
    ? [
        `- **等待 waiting for**: ${OWNERS[first.duty.owedBy]} — **${first.duty.zh}** (${first.duty.name})`,
        `- **截止 until**: ${first.record.dueOn} 24:00 (北京时间)${first.record.state === 'overdue' ? ' **逾期 overdue**' : ''}`,
        `- **依据 clause**: ${first.duty.clause}`,
      ]
    : [`- **等待 waiting for**: ${isZero(owedBy(c)) ? '无 nobody' : `${OWNERS.unit} — 补足尚欠的量 what is still owed`}`];
  const { confirmed, obligation, matters } = c.facts;
  const figures =
    confirmed === undefined
      ? []
      : [`- **核定 confirmed**: ${confirmed} t · **应清缴 obligation**: ${obligation ?? ''} t · **尚欠 owed**: ${owedBy(c)} t`];
  const pending = matters.filter(({ state }) => state === 'open').map(sayMatter);
  const wakes = next ? [`- **下一时点 next**: ${clockOf(next.at)} ${nameOf(c, next)} — ${BEFALLS[next.what].join(' ')}`] : [];
  return [
    `## ${c.unit.name} ${c.unit.id}`,
    `${String(c.terms.cycle)} ${KINDS[c.kind]}${c.verifier === undefined ? '' : ` ${c.verifier}`}`,
    '',
    `- **阶段 phase**: ${PHASES[phase]} ${phase}`,
    ...waiting,
    ...wakes,
    ...figures,
    ...(pending.length === 0 ? [] : ['', '### 案 matters', ...pending]),
    ...(open.length === 0 ? [] : ['', '### 未完成事项 open', ...open.map(line)]),
  ].join('\n');
}

/** Brings the details and the search attributes up to date; the latter only where they changed, for each costs an event. Answers what they say now. */
export function say(details: string, said: Shown, before: Shown): Shown {
  setCurrentDetails(details);
  const changed: SearchAttributeUpdatePair[] = [];
  if (said.district !== undefined && said.district !== before.district) changed.push({ key: DISTRICT, value: said.district });
  if (said.phase !== undefined && said.phase !== before.phase) changed.push({ key: PHASE, value: said.phase });
  if (said.waitingFor !== undefined && said.waitingFor !== before.waitingFor)
    changed.push({ key: WAITING_FOR, value: said.waitingFor });
  if (said.overdue !== undefined && said.overdue !== before.overdue) changed.push({ key: OVERDUE, value: said.overdue });
  if (said.nextDeadline !== undefined && said.nextDeadline !== before.nextDeadline)
    changed.push({ key: NEXT_DEADLINE, value: said.nextDeadline === null ? null : new Date(said.nextDeadline) });
  if (changed.length > 0) upsertSearchAttributes(changed);
  return said;
}

/** What a case of a unit says. */
export function show(c: Case, next: Due | undefined, before: Shown = {}): Shown {
  const open = openDuties(c);
  const first = open.find(({ duty }) => duty.atItsEnd !== 'lapses');
  const owner = first?.duty.owedBy;
  const said = {
    district: c.unit.district,
    phase: phaseOf(c),
    waitingFor: owner === 'district' ? c.unit.district : owner === 'verifier' ? (c.verifier ?? owner) : (owner ?? 'nobody'),
    overdue: open.filter(({ record }) => record.state === 'overdue').length,
    nextDeadline: first ? closesAt(first.record.dueOn) : null,
  };
  return say(describe(c, next), said, before);
}

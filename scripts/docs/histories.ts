// What became of each duty in each scenario: read from the play, and only where the expectation written by hand says so too.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { dutyNamed } from '../../domain/cases/kinds.js';
import type { Duty } from '../../domain/duties/duty.js';
import type { DutyRecord } from '../../domain/model/case.js';
import type { Event } from '../../domain/model/step.js';
import { readScenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';
import type { Played, PlayedCase, WrittenMail } from '../../simulator/outcome.js';
import { filesUnder, ROOT } from '../sources.js';
import { baseOf } from './glossary.js';

/** What can become of a duty, a check, a decision or a right. */
export const OUTCOMES = ['in-time', 'late', 'never', 'overtaken', 'refiled', 'left', 'lapsed', 'not-required'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** One duty of one unit in one scenario, the months folded into one. */
export interface History {
  readonly scenario: string;
  readonly duty: string;
  readonly outcome: OutcomeName;
  /** Whether the expectation beside the scenario says this end in so many words. */
  readonly said: boolean;
}

/** What somebody is told of at one instant, a missed date or a matter that opens: `unit overdue`, `city escalation` … */
export interface Told {
  readonly scenario: string;
  /** The duty that was missed, or the matter: `referral first-report`, `rectification`. */
  readonly of: string;
  readonly told: readonly string[];
  readonly said: boolean;
}

/** A matter opened beside the duties. */
export interface MatterHistory {
  readonly scenario: string;
  /** `referral first-report`, `rectification`. */
  readonly matter: string;
  readonly end: 'open' | 'closed';
  readonly said: boolean;
}

/** The part of an expectation that is looked at here. */
interface Expected {
  readonly units?: Readonly<Record<string, ExpectedUnit>>;
  readonly mails?: unknown;
}
interface ExpectedUnit {
  readonly duties?: Readonly<Record<string, { readonly state?: string; readonly late?: boolean; readonly doneOn?: string }>>;
  readonly cases?: unknown;
}

const REJECTED: Readonly<Record<string, readonly [applied: string, rejected: string]>> = {
  'adjustment-application': ['adjustment-applied-for', 'adjustment-rejected'],
  'offset-application': ['offsets-applied-for', 'offsets-rejected'],
};

/** Sent back and done again, or left: a filing by its check, a check by its own findings, a right by the decision. */
function sentBack(duty: Duty, record: DutyRecord, events: readonly Event[]): 'refiled' | 'left' | undefined {
  const own = events.filter((event) => event.duty === duty.name);
  const lastOf = (wanted: (event: Event) => boolean): number => events.findLast(wanted)?.seq ?? 0;
  const right = REJECTED[duty.name];
  if (right) {
    const rejected = events.find(({ type }) => type === right[1])?.seq;
    if (rejected === undefined) return undefined;
    return lastOf(({ type }) => type === right[0]) > rejected ? 'refiled' : 'left';
  }
  const backs = own.filter(({ type }) => type === 'returned' || (duty.checks && type.endsWith('-returned')));
  const back = backs.at(-1)?.seq;
  if (back === undefined) return undefined;
  const again = lastOf((event) => event.duty === duty.name && event.turns === 'done' && !event.type.endsWith('-returned'));
  if (again > back) return 'refiled';
  return duty.checks && record.state !== 'done' ? undefined : 'left';
}

/** What became of a duty; nothing while it is still open at the end of the play. */
function outcomeOf(duty: Duty, record: DutyRecord, events: readonly Event[]): OutcomeName | undefined {
  const types = events.filter((event) => event.duty === duty.name).map(({ type }) => type);
  if (record.state === 'not-required') return types.includes('right-lapsed') ? 'lapsed' : 'not-required';
  const back = sentBack(duty, record, events);
  if (back !== undefined) return back;
  if (record.state === 'done') return record.late === true ? 'late' : 'in-time';
  if (record.state === 'overdue') return 'never';
  if (record.state === 'missing') return types.includes('overdue') ? 'never' : 'overtaken';
  return undefined;
}

const STATE_OF: Readonly<Record<OutcomeName, readonly string[]>> = {
  'in-time': ['done'],
  late: ['done'],
  never: ['missing'],
  overtaken: ['missing'],
  refiled: ['done'],
  left: ['done', 'returned', 'missing'],
  lapsed: ['not-required'],
  'not-required': ['not-required'],
};

const isSaid = (expected: Expected, unit: string, duty: string, outcome: OutcomeName): boolean => {
  const stated = expected.units?.[unit]?.duties?.[duty];
  if (stated?.state === undefined || !STATE_OF[outcome].includes(stated.state)) return false;
  return outcome === 'late' ? stated.late === true : outcome !== 'in-time' || stated.late === false || duty === 'collection';
};

/** What became of each duty of a case, by its name: what is still open at the end of the play is left out. */
export const outcomesOf = ({ case: c, events }: PlayedCase): (readonly [duty: string, outcome: OutcomeName])[] =>
  Object.entries(c.duties).flatMap(([name, record]) => {
    const duty = dutyNamed(c, name);
    const outcome = duty && !record.before ? outcomeOf(duty, record, events) : undefined;
    return outcome === undefined ? [] : [[name, outcome] as const];
  });

const historiesOf = (scenario: string, one: PlayedCase, expected: Expected): History[] =>
  outcomesOf(one).map(([name, outcome]) => ({
    scenario,
    duty: baseOf(name),
    outcome,
    said: isSaid(expected, one.case.unit.id, name, outcome),
  }));

/** Every element that an expectation's list wants, in whichever of its ways: whole, `contains`, `exactly`. */
function wantedOf(list: unknown): unknown[] {
  if (Array.isArray(list)) return list;
  if (typeof list !== 'object' || list === null) return [];
  const { contains = [], exactly = [] } = list as { contains?: unknown[]; exactly?: { where: unknown; at: unknown[] }[] };
  return [...contains, ...exactly.filter(({ at }) => at.length > 0).map(({ where }) => where)];
}

const says = (list: unknown, wanted: Readonly<Record<string, string>>): boolean =>
  wantedOf(list).some((one) =>
    Object.entries(wanted).every(([key, value]) => (one as Readonly<Record<string, unknown>>)[key] === value),
  );

/** Who gets the mails of one instant, by party: `unit overdue`; and whether the expectation speaks of each. */
function toldAt(
  { case: c }: PlayedCase,
  { mails }: Played,
  expected: Expected,
  at: number,
  wanted: (mail: WrittenMail) => boolean,
) {
  const here = mails.filter((mail) => mail.at === at && mail.unit === c.unit.id && wanted(mail));
  return {
    told: here.map(({ party, template }) => `${party.kind} ${template}`).sort(),
    said: here.every(({ template, duty }) => says(expected.mails, duty === undefined ? { template } : { template, duty })),
  };
}

const MISSED: readonly string[] = ['overdue', 'escalation'];

function toldOf(scenario: string, one: PlayedCase, played: Played, expected: Expected): Told[] {
  const told = (of: string, at: number, wanted: (mail: WrittenMail) => boolean): Told => ({
    scenario,
    of,
    ...toldAt(one, played, expected, at, wanted),
  });
  return one.events.flatMap(({ type, at, duty = '', with: brought }): Told[] => {
    if (type === 'overdue') return [told(baseOf(duty), at, (mail) => mail.duty === duty && MISSED.includes(mail.template))];
    const about = (brought as { readonly duty?: string } | undefined)?.duty ?? '';
    if (type === 'referral-opened') {
      const { zh = '' } = dutyNamed(one.case, about) ?? {};
      return [told(`referral ${about}`, at, (mail) => mail.template === 'referral' && mail.say?.['about'] === zh)];
    }
    return type === 'rectification-opened' ? [told('rectification', at, (mail) => mail.template === 'rectification')] : [];
  });
}

const mattersOf = (scenario: string, { case: c }: PlayedCase, expected: Expected): MatterHistory[] =>
  c.facts.matters.map(({ kind, duty, state }) => ({
    scenario,
    matter: duty === undefined ? kind : `${kind} ${duty}`,
    end: state,
    said: says(expected.units?.[c.unit.id]?.cases, { kind, state }),
  }));

const ENDING = '.expect.yaml';

/** Plays every scenario in memory and tells what became of everything in it. */
export function histories() {
  const found = { duties: [] as History[], told: [] as Told[], matters: [] as MatterHistory[] };
  for (const file of filesUnder('test/scenarios', [ENDING])) {
    const scenario = basename(file, ENDING);
    const expected = parse(readFileSync(`${ROOT}${file}`, 'utf8')) as Expected;
    const played = play(readScenario(`${ROOT}test/scenarios/${scenario}.yaml`));
    for (const one of played.units.flatMap(({ cases }) => cases)) {
      found.duties.push(...historiesOf(scenario, one, expected));
      found.told.push(...toldOf(scenario, one, played, expected));
      found.matters.push(...mattersOf(scenario, one, expected));
    }
  }
  return found;
}

import { addDays, closesAt, dayOf, type Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import { CITY_AUTHORITY } from '../model/party.js';
import type { NewEvent } from '../model/step.js';
import {
  CITY_DATES,
  type CityCycle,
  type CityDate,
  type CityMail,
  type CityStep,
  type Decision,
  type RollOut,
} from './city-cycle.js';

/** The next instant at which the city's cycle does anything by itself: the end of a day by which the city had to decide. */
export interface CityDue {
  readonly at: Instant;
  readonly duties: readonly CityDate[];
}

/** Units for which the city has not decided by one of its dates. */
export type Overdue = Readonly<Partial<Record<CityDate, readonly string[]>>>;

/** How many units are named where many are meant. */
const NAMED = 50;

export function cityDue({ terms, passed, opening, playedTo }: CityCycle): CityDue | undefined {
  const ahead = CITY_DATES.flatMap((duty) => {
    const day = terms.dates[duty];
    return day !== undefined && day >= dayOf(opening.opensAt) && closesAt(day) > playedTo && passed[duty]?.dueOn !== day
      ? [{ duty, at: closesAt(day) }]
      : [];
  });
  const at = Math.min(...ahead.map((one) => one.at));
  return ahead.length === 0 ? undefined : { at, duties: ahead.filter((one) => one.at === at).map(({ duty }) => duty) };
}

const named = (units: readonly string[]): string =>
  units.length > NAMED ? `${units.slice(0, NAMED).join('、')} 等` : units.join('、');

/** 市级逾期: what the city has not decided in time is recorded, and told to it in one letter a date. Key `at:INSTANT`. */
export function onCityInstant({ at, duties }: CityDue, overdue: Overdue): CityStep {
  const dueOn = addDays(dayOf(at), -1);
  const events = duties.map((duty): NewEvent => {
    const units = overdue[duty] ?? [];
    const brought = { units: units.length, named: units.slice(0, NAMED) };
    return { type: 'city-date-passed', at, by: 'platform', duty, dueOn, with: brought };
  });
  const mails = duties.flatMap((duty): CityMail[] => {
    const units = overdue[duty] ?? [];
    if (units.length === 0) return [];
    const say = { dueOn, count: String(units.length), units: named(units) };
    return [{ unit: 'city', party: CITY_AUTHORITY, template: 'decisions-overdue', duty, say }];
  });
  return { key: `at:${String(at)}`, at, by: 'platform', events, mails };
}

const NAMES: Readonly<Record<string, string>> = {
  'adopt-revision': '日期调整',
  'strike-off-verifier': '核查机构除名',
  'close-cycle': '周期结束',
};

/** What a case says that has it already: nothing is missing there. */
const HAS_IT = 'already-done';

/** Whether every case took the decision, or had it. */
export const isWhole = ({ refused }: RollOut): boolean => refused.every(({ code }) => code === HAS_IT);

/** A decision has been brought to every case. Key `rolled-out:ACT`. With `report` the cycle is closed by it. */
export function onRolledOut(c: CityCycle, decision: Decision, out: RollOut, at: Instant, report?: Json): CityStep {
  const { terms } = c;
  const refused = out.refused.filter(({ code }) => code !== HAS_IT);
  const say = {
    cycle: String(terms.cycle),
    what: NAMES[decision.do] ?? decision.do,
    cases: String(out.cases),
    applied: String(out.applied),
    refused: named(refused.map((one) => `${one.case}（${one.code}）`)),
  };
  const told = (template: CityMail['template']): CityMail => ({ unit: 'city', party: CITY_AUTHORITY, template, say });
  const rolledOut: NewEvent = { type: 'rolled-out', at, by: 'platform', with: { act: decision.act, do: decision.do, ...out } };
  const closed: NewEvent[] = report === undefined ? [] : [{ type: 'cycle-closed', at, by: 'platform', with: { report } }];
  return {
    key: `rolled-out:${decision.act}`,
    at,
    by: 'platform',
    events: [rolledOut, ...closed],
    mails: [told(report === undefined ? 'rolled-out' : 'cycle-closed')],
  };
}

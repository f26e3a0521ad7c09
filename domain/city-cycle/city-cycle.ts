import type { Day, Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import type { Event, MailTo, TellingStep } from '../model/step.js';
import { actOfKey, foldStep, type FoldedActs } from '../model/fold.js';
import { termsAfter, type Change, type DatedDuty, type Terms } from '../model/terms.js';

/** What a city's cycle is opened with. */
export interface CityOpening {
  /** `CYCLE/city/city-cycle`. */
  readonly id: string;
  readonly terms: Terms;
  readonly opensAt: Instant;
}

/** How the cases took a decision that concerns all of them. */
export type RollOut = {
  readonly cases: number;
  readonly applied: number;
  readonly refused: readonly { readonly case: string; readonly code: string }[];
};

/** What the city decided for every running case: the act, the event that records it, and how the cases took it, once all have. */
export interface Decision {
  readonly act: string;
  readonly do: string;
  readonly seq: number;
  rolledOut?: RollOut;
}

/** The dates that bind the city itself. */
export const CITY_DATES = ['pre-allocation', 'confirmation', 'final-allocation'] as const satisfies readonly DatedDuty[];
export type CityDate = (typeof CITY_DATES)[number];

/** 市生态环境部门's own case of a cycle: what is in force for all, what it decided for all, what it has not decided in time. */
export interface CityCycle extends FoldedActs {
  readonly opening: CityOpening;
  terms: Terms;
  struckOff: readonly string[];
  decisions: readonly Decision[];
  /** Units listed by a decision of two, each with the event that says so. */
  readonly listed: Record<string, number>;
  /** Of its own dates, those that have passed, and for how many units it had not decided by then. */
  passed: Partial<Record<CityDate, { readonly dueOn: Day; readonly units: number }>>;
  /** 周期总结, once every case is closed. */
  closed?: { readonly at: Instant; readonly report: Json };
}

/** A mail of the city's cycle: to the city itself. */
export type CityMail = MailTo<'rolled-out' | 'decisions-overdue' | 'cycle-closed'>;

/** What an act, an instant or the end of a roll-out does to the city's cycle. */
export type CityStep = TellingStep<CityMail['template']>;

/** A city's cycle before its first event. */
export const blankCity = (opening: CityOpening): CityCycle => ({
  opening,
  seq: 0,
  head: '',
  playedTo: opening.opensAt,
  terms: opening.terms,
  struckOff: [],
  decisions: [],
  listed: {},
  passed: {},
  taken: {},
});

/** The first step, key `open`. */
export const openingCity = ({ terms, opensAt }: CityOpening): CityStep => ({
  key: 'open',
  at: opensAt,
  by: 'platform',
  events: [
    {
      type: 'city-cycle-opened',
      at: opensAt,
      by: 'platform',
      with: { cycle: terms.cycle, revision: terms.revision, digest: terms.digest },
    },
  ],
  mails: [],
});

/** The decision that has still to be brought to the cases, earliest first. */
export const toRollOut = (c: CityCycle): Decision | undefined => c.decisions.find(({ rolledOut }) => rolledOut === undefined);

type Told = Change & {
  readonly verifier: string;
  readonly unit: string;
  readonly act: string;
  readonly units: number;
  readonly report: Json;
} & RollOut;

const decided = (c: CityCycle, what: string, key: string, seq: number): void => {
  c.decisions = [...c.decisions, { act: actOfKey(key) ?? '', do: what, seq }];
};

/** What each event changes. Whatever is not here only happened. */
const TELLS: Readonly<Record<string, (c: CityCycle, told: Told, event: Event, key: string) => void>> = {
  'revision-adopted': (c, change, { seq }, key) => {
    c.terms = termsAfter(c.terms, change);
    decided(c, 'adopt-revision', key, seq);
  },
  'verifier-struck-off': (c, { verifier }, { seq }, key) => {
    c.struckOff = [...c.struckOff, verifier];
    decided(c, 'strike-off-verifier', key, seq);
  },
  'unit-listed': (c, { unit }, { seq }) => {
    c.listed[unit] = seq;
  },
  'closing-decided': (c, _told, { seq }, key) => {
    decided(c, 'close-cycle', key, seq);
  },
  'rolled-out': (c, { act, cases, applied, refused }) => {
    c.decisions = c.decisions.map((one) => (one.act === act ? { ...one, rolledOut: { cases, applied, refused } } : one));
  },
  'city-date-passed': (c, { units }, { duty = '', dueOn = '' }) => {
    c.passed = { ...c.passed, [duty]: { dueOn, units } };
  },
  'cycle-closed': (c, { report }, { at }) => {
    c.closed = { at, report };
  },
};

/** Folds the events of one step into the city's cycle, in place; `head` is the hash of the last one. */
export function foldCity(c: CityCycle, key: string, events: readonly Event[], head: string): void {
  foldStep(c, c.opening.id, { key, events, head }, (event) => TELLS[event.type]?.(c, event.with as Told, event, key));
}

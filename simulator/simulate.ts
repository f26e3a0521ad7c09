import { carry, otherUnitOf } from '../domain/carry/carry.js';
import {
  answers,
  blank,
  dueNext,
  fold,
  holdsAccount,
  onAct,
  onInstant,
  openingStep,
  type Opening,
} from '../domain/cases/case.js';
import { addressBookOf, addressOf } from '../domain/letters/addresses.js';
import type { Account } from '../domain/model/account.js';
import { startOf, type Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { letIn, type Act, type Event, type Mail, type NewEvent, type Step } from '../domain/model/step.js';
import { chain, requestHash } from '../records/chain.js';
import {
  buildOutcome,
  type Outcome,
  type Played,
  type PlayedCase,
  type PlayedUnit,
  type RefusedAct,
  type WrittenMail,
} from './outcome.js';
import { CityRecord } from './city-record.js';
import { opensOf, termsOfScenario } from './opening.js';
import { endOf, playedActs, type Scenario, type ScenarioAct } from './scenario.js';

/** A unit in memory: its cases and its account. */
interface Playing {
  readonly unit: PlayedUnit['unit'];
  /** By what follows cycle and unit in their names: `compliance-cycle`, `verification/V-01`. */
  readonly cases: Map<string, PlayedCase>;
  account: Account;
}

/** A scenario played in memory on a virtual clock, with the same core as on Temporal and no server at all. */
class Play {
  readonly units = new Map<string, Playing>();
  readonly mails: WrittenMail[] = [];
  readonly refusals: RefusedAct[] = [];

  open(opening: Opening): void {
    const { unit } = opening;
    const played = this.units.get(unit.id) ?? {
      unit,
      cases: new Map<string, PlayedCase>(),
      account: { unit: unit.id, mail: unit.mail, lots: [], debt: '0', shortfall: '0', frozen: false },
    };
    this.units.set(unit.id, played);
    const key = keyOf(opening);
    played.cases.set(key, { case: blank(opening), events: [] });
    const refused = this.take(played, key, openingStep(opening));
    if (refused) throw new Error(`${opening.id}: ${refused.en}`);
  }

  /** Carries a step out, as the book's transaction does, or changes nothing. */
  take(played: Playing, kind: string, step: Step, act?: Act): Refusal | undefined {
    const name = otherUnitOf(step);
    const other = name === undefined ? undefined : this.units.get(name);
    const done = carry(step, played.account, other?.account);
    if (isRefusal(done)) return done;
    for (const account of done.accounts) {
      const owner = this.units.get(account.unit);
      if (owner) owner.account = account;
    }
    const [first, ...rest] = done.events;
    const events = first && act ? [{ ...first, request: requestHash(act) }, ...rest] : done.events;
    this.write(played, kind, step.key, events, done.mails);
    const told = done.told && this.units.get(done.told.unit);
    if (done.told && told) this.write(told, accountKind(told), step.key, done.told.events, done.told.mails);
    for (const { unit, events, mails } of done.elsewhere ?? []) {
      const owner = this.units.get(unit);
      if (owner) this.write(owner, accountKind(owner), step.key, events, mails);
    }
    return undefined;
  }

  private write(played: Playing, kind: string, key: string, made: readonly NewEvent[], mails: readonly Mail[]): void {
    const at = caseOf(played, kind);
    const c = at.case;
    let { head } = c;
    const events = made.map((event, k): Event => ({ ...event, seq: c.seq + 1 + k }));
    for (const event of events) head = chain(head, c.id, event);
    const book = addressBookOf(c);
    for (const mail of mails)
      this.mails.push({ at: made[0]?.at ?? c.playedTo, to: addressOf(mail.to, book), unit: c.unit.id, ...pick(mail) });
    fold(c, key, events, head);
    at.events.push(...events);
  }

  /** Plays every instant of a case up to and including `until`. */
  playTo(played: Playing, kind: string, until: Instant): void {
    const { case: c } = caseOf(played, kind);
    for (let due = dueNext(c); due && due.at <= until; due = dueNext(c)) {
      const refused = this.take(played, kind, onInstant(c, due.at));
      if (refused) throw new Error(`${c.id}: an instant was refused: ${refused.en}`);
    }
  }

  /** Does an act; answers why it was refused, by each case that says no where every case answers for itself. */
  act(scenarioAct: ScenarioAct, city: CityRecord): readonly Refusal[] {
    const { at, index } = scenarioAct;
    for (const opening of city.listUpTo(at)) this.open(opening);
    const admitted = city.admit(scenarioAct);
    if (isRefusal(admitted)) return [admitted];
    const { act } = admitted;
    if (admitted.case === 'city')
      return [...this.units.values()].flatMap((played) => this.everyCase(played, letIn({ ...act, id: idOf(index, played), at })));
    const played = this.played(admitted.unit);
    const asked = letIn({ ...act, id: idOf(index, played), at });
    if (admitted.everyCase) return this.everyCase(played, asked);
    const other = admitted.other === undefined ? undefined : this.played(admitted.other);
    if (other) this.playTo(other, accountKind(other), at);
    const decides = admitted.verifier === undefined ? admitted.case : `${admitted.case}/${admitted.verifier}`;
    const refused = this.one(played, decides, asked);
    // who only hears of it says no where it changes nothing there
    if (refused.length === 0)
      for (const [key, { case: c }] of played.cases)
        if (key !== decides && admitted.heardBy?.includes(c.kind) === true) this.one(played, key, asked);
    return refused;
  }

  private one(played: Playing, kind: string, act: Act): Refusal[] {
    this.playTo(played, kind, act.at);
    const step = onAct(caseOf(played, kind).case, act);
    const refused = isRefusal(step) ? step : this.take(played, kind, step, act);
    return refused ? [refused] : [];
  }

  /** Puts an act before every case of a unit that has an answer to it. */
  private everyCase(played: Playing, act: Act): Refusal[] {
    return [...played.cases].filter(([, { case: c }]) => answers(c.kind, act.do)).flatMap(([key]) => this.one(played, key, act));
  }

  played(id: string): Playing {
    const played = this.units.get(id);
    if (!played) throw new Error(`no unit ${id} is played`);
    return played;
  }
}

const idOf = (index: number, { unit }: Playing): string => `act-${String(index)}-${unit.id}`;

/** A case's name without its cycle and its unit. */
const keyOf = ({ id }: Opening): string => id.split('/').slice(2).join('/');

const caseOf = (played: Playing, kind: string): PlayedCase => {
  const found = played.cases.get(kind);
  if (!found) throw new Error(`${played.unit.id} has no case ${kind}`);
  return found;
};

/** The case that is told what happens to the account. */
const accountKind = (played: Playing): string => {
  for (const [key, { case: c }] of played.cases) if (holdsAccount(c.kind)) return key;
  throw new Error(`${played.unit.id} has no case that holds its account`);
};

const pick = ({ template, duty, say }: Mail): Omit<WrittenMail, 'at' | 'to' | 'unit'> => ({
  template,
  ...(duty === undefined ? {} : { duty }),
  ...(say === undefined ? {} : { say }),
});

/** Plays a scenario in memory to the end of its last day. */
export function play(scenario: Scenario): Played {
  const playing = new Play();
  const city = new CityRecord(scenario, termsOfScenario(scenario), opensOf(scenario));
  for (const opening of city.listUpTo(startOf(scenario.from))) playing.open(opening);
  for (const act of playedActs(scenario))
    for (const refusal of playing.act(act, city)) playing.refusals.push({ act: act.index, refusal });
  const end = endOf(scenario);
  for (const opening of city.listUpTo(end - 1)) playing.open(opening);
  for (const unit of playing.units.values()) for (const kind of unit.cases.keys()) playing.playTo(unit, kind, end - 1);
  const units = scenario.units.map(({ id }): PlayedUnit => {
    const { unit, cases, account } = playing.played(id);
    return { unit, cases: [...cases.values()], account };
  });
  return { scenario, units, mails: playing.mails, refusals: playing.refusals };
}

/** The outcome of a scenario, the same bytes as the drill on Temporal gives but for `timing`. */
export const simulate = (scenario: Scenario): Outcome => buildOutcome(play(scenario));

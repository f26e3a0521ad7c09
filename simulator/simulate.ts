import { admit } from '../desk/admit.js';
import { carry, otherUnitOf } from '../domain/carry/carry.js';
import { blank, dueNext, fold, holdsAccount, onAct, onInstant, openingStep, type Opening } from '../domain/cases/case.js';
import { addressBookOf, addressOf } from '../domain/letters/addresses.js';
import type { Account } from '../domain/model/account.js';
import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Event, Mail, NewEvent, Step } from '../domain/model/step.js';
import { chain } from '../records/chain.js';
import {
  buildOutcome,
  type Outcome,
  type Played,
  type PlayedCase,
  type PlayedUnit,
  type RefusedAct,
  type WrittenMail,
} from './outcome.js';
import { opensOf } from './opening.js';
import { CityRevisions } from './revisions.js';
import { endOf, playedActs, type Scenario, type ScenarioAct } from './scenario.js';

/** A unit in memory: its cases and its account. */
interface Playing {
  readonly unit: PlayedUnit['unit'];
  readonly cases: Map<CaseKind, PlayedCase>;
  account: Account;
}

/** A scenario played in memory on a virtual clock, with the same core as on Temporal and no server at all. */
class Play {
  readonly units = new Map<string, Playing>();
  private readonly register = new Map<string, Unit>();
  readonly mails: WrittenMail[] = [];
  readonly refusals: RefusedAct[] = [];

  open(opening: Opening): void {
    const { unit } = opening;
    const played = this.units.get(unit.id) ?? {
      unit,
      cases: new Map<CaseKind, PlayedCase>(),
      account: { unit: unit.id, mail: unit.mail, lots: [], debt: '0', shortfall: '0', frozen: false },
    };
    this.units.set(unit.id, played);
    this.register.set(unit.id, unit);
    played.cases.set(opening.kind, { case: blank(opening), events: [] });
    const refused = this.take(played, opening.kind, openingStep(opening));
    if (refused) throw new Error(`${opening.id}: ${refused.en}`);
  }

  /** Carries a step out, as the book's transaction does, or changes nothing. */
  take(played: Playing, kind: CaseKind, step: Step): Refusal | undefined {
    const name = otherUnitOf(step);
    const other = name === undefined ? undefined : this.units.get(name);
    const done = carry(step, played.account, other?.account);
    if (isRefusal(done)) return done;
    for (const account of done.accounts) {
      const owner = this.units.get(account.unit);
      if (owner) owner.account = account;
    }
    this.write(played, kind, step.key, done.events, done.mails);
    const told = done.told && this.units.get(done.told.unit);
    if (done.told && told) this.write(told, accountKind(told), step.key, done.told.events, done.told.mails);
    for (const { unit, events, mails } of done.elsewhere ?? []) {
      const owner = this.units.get(unit);
      if (owner) this.write(owner, accountKind(owner), step.key, events, mails);
    }
    return undefined;
  }

  private write(played: Playing, kind: CaseKind, key: string, made: readonly NewEvent[], mails: readonly Mail[]): void {
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
  playTo(played: Playing, kind: CaseKind, until: Instant): void {
    const { case: c } = caseOf(played, kind);
    for (let due = dueNext(c); due && due.at <= until; due = dueNext(c)) {
      const refused = this.take(played, kind, onInstant(c, due.at));
      if (refused) throw new Error(`${c.id}: an instant was refused: ${refused.en}`);
    }
  }

  act(scenarioAct: ScenarioAct, city: CityRevisions): Refusal | undefined {
    const { at, index, raw } = scenarioAct;
    const admitted = admit(raw, { units: this.register });
    if (isRefusal(admitted)) return admitted;
    if (admitted.case === 'city') return this.adopt(admitted.act, scenarioAct, city);
    const played = this.played(admitted.unit);
    const other = admitted.other === undefined ? undefined : this.played(admitted.other);
    if (other) this.playTo(other, accountKind(other), at);
    this.playTo(played, admitted.case, at);
    const step = onAct(caseOf(played, admitted.case).case, { ...admitted.act, id: `act-${String(index)}-${admitted.unit}`, at });
    return isRefusal(step) ? step : this.take(played, admitted.case, step);
  }

  /** An amendment reaches every running case, in the order of the register. */
  private adopt(
    act: { by: string; approvedBy?: string; do: string; with: unknown },
    { at, index }: ScenarioAct,
    city: CityRevisions,
  ): Refusal | undefined {
    const adopted = city.adopt((act.with as { revision: number }).revision, at);
    if (isRefusal(adopted)) return adopted;
    for (const played of this.units.values())
      for (const [kind, { case: c }] of played.cases) {
        this.playTo(played, kind, at);
        const step = onAct(c, { ...act, with: adopted, id: `act-${String(index)}-${played.unit.id}`, at });
        const refused = isRefusal(step) ? step : this.take(played, kind, step);
        if (refused) throw new Error(`${c.id}: the amendment was refused: ${refused.en}`);
      }
    return undefined;
  }

  private played(id: string): Playing {
    const played = this.units.get(id);
    if (!played) throw new Error(`no unit ${id} is played`);
    return played;
  }
}

const caseOf = (played: Playing, kind: CaseKind): PlayedCase => {
  const found = played.cases.get(kind);
  if (!found) throw new Error(`${played.unit.id} has no case ${kind}`);
  return found;
};

/** The case that is told what happens to the account. */
const accountKind = (played: Playing): CaseKind => {
  for (const kind of played.cases.keys()) if (holdsAccount(kind)) return kind;
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
  const openings = opensOf(scenario);
  for (const opening of openings) playing.open(opening);
  const [first] = openings;
  if (!first) throw new Error('a scenario without units cannot be played');
  const city = new CityRevisions(first.terms, scenario.revisions);
  for (const act of playedActs(scenario)) {
    const refusal = playing.act(act, city);
    if (refusal) playing.refusals.push({ act: act.index, refusal });
  }
  const end = endOf(scenario);
  for (const unit of playing.units.values()) for (const kind of unit.cases.keys()) playing.playTo(unit, kind, end - 1);
  const units = [...playing.units.values()].map(({ unit, cases, account }): PlayedUnit => ({
    unit,
    cases: [...cases.values()],
    account,
  }));
  return { scenario, units, mails: playing.mails, refusals: playing.refusals };
}

/** The outcome of a scenario, the same bytes as the drill on Temporal gives but for `timing`. */
export const simulate = (scenario: Scenario): Outcome => buildOutcome(play(scenario));

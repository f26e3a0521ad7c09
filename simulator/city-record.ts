import { definitionInCases } from '../acts/vocabulary.js';
import { admit, notEngaged, type Admitted, type RawAct, type Register } from '../desk/admit.js';
import { noSuchAlarm } from '../domain/alarms/acts.js';
import type { Opening } from '../domain/cases/case.js';
import { isOnRegister, relisted } from '../domain/cases/listing.js';
import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { AskedAct, ParsedAct } from '../domain/model/step.js';
import type { Terms } from '../domain/model/terms.js';
import { authorise } from '../desk/authorise.js';
import { actFiling } from '../desk/filing-act.js';
import { ScenarioDocuments, type MadeVersion } from './documents.js';
import { CityRevisions } from './revisions.js';
import { playedActs, type Scenario, type ScenarioAct } from './scenario.js';

/** An act as its cases are sent it, with what the city's own books add. */
type CityAdmitted = Omit<Admitted, 'act'> & {
  readonly act: AskedAct;
  readonly case: CaseKind | 'city';
  /** The version that it files. */
  readonly made?: MadeVersion;
};

/**
 * What the city's own books say as the year goes on: which units are listed and where, which amendments are in force, which
 * verifiers are struck off. Rests on the acts alone, never on how the cases answered: whoever plays sees the same.
 */
export class CityRecord {
  private readonly units = new Map<string, Unit>();
  private readonly revisions: CityRevisions;
  private readonly documents: ScenarioDocuments;
  private readonly struckOff: string[] = [];
  private readonly engaged = new Set<string>();
  private waiting: readonly Opening[];

  constructor(scenario: Scenario, terms: Terms, openings: readonly Opening[]) {
    this.revisions = new CityRevisions(terms, scenario.revisions);
    this.waiting = openings;
    this.documents = new ScenarioDocuments(scenario);
  }

  /** Lists the units that are listed by an instant; answers their openings, each once, in the order of the register. */
  listUpTo(at: Instant): readonly Opening[] {
    const listed = this.waiting.filter(({ opensAt }) => opensAt <= at);
    if (listed.length === 0) return listed;
    this.waiting = this.waiting.filter(({ opensAt }) => opensAt > at);
    for (const { unit } of listed) this.units.set(unit.id, unit);
    return listed;
  }

  get register(): Register {
    return { units: this.units };
  }

  /** What an act comes to at the door, with what the city's own books add to it; an act on the register is entered. */
  admit({ at, raw }: ScenarioAct): CityAdmitted | Refusal {
    const filed = this.filed(raw, at);
    if (isRefusal(filed)) return filed;
    const admitted = admit(filed ? { ...raw, with: filed.filing.brings } : raw, this.register);
    if (isRefusal(admitted)) return admitted;
    const { act, case: its } = admitted;
    // nobody raises an alarm in a play
    if (act.do === 'release-alarm') return noSuchAlarm(act.with.alarm);
    if (its === 'city' || its === 'alarms') {
      const decided = this.decide(act, at);
      return isRefusal(decided) ? decided : { ...admitted, case: 'city', act: { ...act, with: decided } };
    }
    const { unit: whose, verifier, opens } = admitted;
    if (opens !== undefined) this.engaged.add(`${whose} ${opens}`);
    if (verifier !== undefined && !this.engaged.has(`${whose} ${verifier}`)) return notEngaged(whose, verifier);
    const unit = this.units.get(admitted.unit);
    const after = unit && isOnRegister(act) ? relisted(unit, { ...act, at }) : undefined;
    if (after && !isRefusal(after)) this.units.set(after.id, after);
    return { ...admitted, act: actFiling(act, filed?.filing), case: its, ...(filed ? { made: filed.made } : {}) };
  }

  /** The documents that acts have filed, in the order in which they did. */
  get filedVersions(): readonly MadeVersion[] {
    return this.documents.all;
  }

  /** The document that an act about a listed unit files, of whoever may do it. */
  private filed(raw: RawAct, at: Instant): ReturnType<ScenarioDocuments['filing']> {
    const unit = this.units.get(raw.for ?? unitOfActor(raw.by));
    const definition = definitionInCases(raw.do);
    if (!unit || !definition || authorise(raw.do, definition, raw, [unit])) return undefined;
    return this.documents.filing(raw, unit.id, at);
  }

  /** What every case is sent of an act that concerns all of them. */
  private decide(act: ParsedAct, at: Instant): Json | Refusal {
    if (act.do === 'adopt-revision') return this.revisions.adopt(act.with, at);
    if (act.do !== 'strike-off-verifier') return act.with;
    const { verifier } = act.with;
    if (this.struckOff.includes(verifier))
      return refuse('already-done', `${verifier} 已除名`, `${verifier} is struck off already`, '四(二)');
    this.struckOff.push(verifier);
    return act.with;
  }

  /** What a case that opens now starts from. */
  get standing(): { readonly terms: Terms; readonly struckOff: readonly string[] } {
    return { terms: this.revisions.inForce, struckOff: [...this.struckOff] };
  }
}

/** Terms and struck-off verifiers as they stand when a unit is listed in mid-year: what was decided before that instant. */
export function standingAt(scenario: Scenario, terms: Terms, opensAt: Instant): CityRecord['standing'] {
  const record = new CityRecord(scenario, terms, []);
  for (const act of playedActs(scenario)) if (act.at < opensAt) record.admit(act);
  return record.standing;
}

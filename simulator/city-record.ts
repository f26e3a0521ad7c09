import { admit, type Admitted, type Register } from '../desk/admit.js';
import { noSuchAlarm } from '../domain/alarms/acts.js';
import type { Opening } from '../domain/cases/case.js';
import { REGISTER_ACTS, relisted } from '../domain/cases/listing.js';
import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Terms } from '../domain/model/terms.js';
import { CityRevisions, type Asked } from './revisions.js';
import { playedActs, type Scenario, type ScenarioAct } from './scenario.js';

/**
 * What the city's own books say as the year goes on: which units are listed and where, which amendments are in force, which
 * verifiers are struck off. Rests on the acts alone, never on how the cases answered: whoever plays sees the same.
 */
export class CityRecord {
  private readonly units = new Map<string, Unit>();
  private readonly revisions: CityRevisions;
  private readonly struckOff: string[] = [];
  private waiting: readonly Opening[];

  constructor(scenario: Scenario, terms: Terms, openings: readonly Opening[]) {
    this.revisions = new CityRevisions(terms, scenario.revisions);
    this.waiting = openings;
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
  admit({ at, raw }: ScenarioAct): (Admitted & { readonly case: CaseKind | 'city' }) | Refusal {
    const admitted = admit(raw, this.register);
    if (isRefusal(admitted)) return admitted;
    const { act, case: its } = admitted;
    // nobody raises an alarm in a play
    if (its === 'alarms') return noSuchAlarm((act.with as { readonly alarm: number }).alarm);
    if (its === 'city') {
      const decided = this.decide(act.do, act.with, at);
      return isRefusal(decided) ? decided : { ...admitted, case: its, act: { ...act, with: decided } };
    }
    const unit = this.units.get(admitted.unit);
    const after = unit && REGISTER_ACTS.includes(act.do) ? relisted(unit, { ...act, at }) : undefined;
    if (after && !isRefusal(after)) this.units.set(after.id, after);
    return { ...admitted, case: its };
  }

  /** What every case is sent of an act that concerns all of them. */
  private decide(name: string, brings: Json, at: Instant): Json | Refusal {
    if (name === 'adopt-revision') return this.revisions.adopt(brings as unknown as Asked, at);
    if (name !== 'strike-off-verifier') return brings;
    const { verifier } = brings as { verifier: string };
    if (this.struckOff.includes(verifier))
      return refuse('already-done', `${verifier} 已除名`, `${verifier} is struck off already`, '四(二)');
    this.struckOff.push(verifier);
    return brings;
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

import { closesAt, type Instant } from '../model/instant.js';
import type { DatedDuty, Deadlines } from '../model/terms.js';

/** An act that was refused because its right had lapsed. */
export interface RefusedRight {
  readonly unit: string;
  readonly do: string;
  readonly at: Instant;
}

/** A unit that was turned away from a right which, by the day now in force, it still had. */
export interface TurnedAway extends RefusedRight {
  readonly duty: DatedDuty;
}

/** Which right an act uses. */
const RIGHT_OF: ReadonlyMap<string, DatedDuty> = new Map([
  ['apply-for-adjustment', 'adjustment-application'],
  ['apply-for-offsets', 'offset-application'],
]);

/**
 * 被拒 (policy): a right that has lapsed stays lapsed when an amendment moves its day to another day already past. Whoever was
 * turned away in between is listed for the city, which may open the right to them again by an express decision
 * (`extend-deadline`). `at` is the instant of the amendment; each unit and right once, by its first refusal.
 */
export function turnedAway(deadlines: Deadlines, at: Instant, refused: readonly RefusedRight[]): TurnedAway[] {
  const found = new Map<string, TurnedAway>();
  for (const one of [...refused].sort((a, b) => a.at - b.at)) {
    const duty = RIGHT_OF.get(one.do);
    const day = duty && deadlines[duty];
    if (day === undefined || closesAt(day) > at || one.at >= closesAt(day)) continue;
    const key = `${one.unit} ${duty ?? ''}`;
    if (duty && !found.has(key)) found.set(key, { ...one, duty });
  }
  return [...found.values()];
}

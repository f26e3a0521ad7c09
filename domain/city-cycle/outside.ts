import type { Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import type { Decision, RollOut } from './city-cycle.js';
import type { Overdue } from './instants.js';

/** A decision that every running case is to take, and whose it is. */
export interface ToBring {
  readonly cycle: number;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix: string;
  readonly decision: Decision;
}

/** Brings a decision to every running case; told twice, each case takes it once. `beat` is told how far it is. Ends when it is to stop. */
export type BringToCases = (what: ToBring, beat: (done: number, of: number) => void, stop?: AbortSignal) => Promise<RollOut>;

/** What the city sees of all cases of a cycle at an instant. */
export interface CityViews {
  overdueAt(cycle: number, at: Instant): Promise<Overdue>;
  reportAt(cycle: number, at: Instant): Promise<Json>;
}

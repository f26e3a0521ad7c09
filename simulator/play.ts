import type { RawAct } from '../desk/admit.js';
import type { NamedFile } from '../documents/forms/brings.js';
import type { Values } from '../documents/forms/values.js';
import type { LotFacts } from '../domain/model/account.js';
import type { Unit } from '../domain/model/case.js';
import type { Day, Instant, Month } from '../domain/model/instant.js';
import type { Deadlines } from '../domain/model/terms.js';

/** A unit of a scenario with what it holds when the play begins. */
export interface ScenarioUnit extends Unit {
  readonly mail: string;
  readonly holdings: readonly LotFacts[];
}
/** An act with its place in the file, from 0, and the instant at which it is done. */
export interface ScenarioAct {
  readonly index: number;
  readonly at: Instant;
  readonly raw: RawAct;
}
export interface Amendment {
  readonly revision: number;
  readonly basis: string;
  readonly deadlines: Deadlines;
}
/** A document that acts of a scenario name, whichever unit files it; `corrects`: it is the next version of another. */
export interface ScenarioDocument {
  readonly form: string;
  readonly month?: Month | undefined;
  readonly values: Values;
  readonly files: readonly NamedFile[];
  readonly corrects?: string | undefined;
}
/** A year as somebody wants it played. */
export interface Scenario {
  readonly name: string;
  readonly cycle: number;
  readonly from: Day;
  readonly until: Day;
  readonly units: readonly ScenarioUnit[];
  readonly acts: readonly ScenarioAct[];
  readonly allowProvisional: boolean;
  readonly revisions: readonly Amendment[];
  /** Mail addresses that differ from the usual ones, by party. */
  readonly mailboxes: Readonly<Record<string, string>>;
  readonly documents?: Readonly<Record<string, ScenarioDocument>>;
}

import type { Case, CaseKind, Mailboxes, Unit } from '../model/case.js';
import type { LotFacts } from '../model/account.js';
import type { Instant } from '../model/instant.js';
import type { Refusal } from '../model/refusal.js';
import type { Act, Due, Event, Step } from '../model/step.js';
import type { Terms } from '../model/terms.js';

/** What a case is opened with. */
export interface Opening {
  readonly id: string;
  readonly kind: CaseKind;
  readonly unit: Unit;
  readonly terms: Terms;
  readonly opensAt: Instant;
  readonly allowProvisional: boolean;
  readonly mailboxes: Mailboxes;
  /** Opening holdings; on the one case of the unit that opens its account. */
  readonly holdings: readonly LotFacts[];
}

/** A case before its first event. */
export function blank(_opening: Opening): Case {
  throw new Error('under construction');
}
/** The first step of every case, key `open`: it records the opening, credits the opening holdings, tells the unit. */
export function openingStep(_opening: Opening): Step {
  throw new Error('under construction');
}
/** The next instant at which anything happens, and why; none when only an act can move the case. */
export function dueNext(_c: Case): Due | undefined {
  throw new Error('under construction');
}
/** Plays one instant: all that is due at it. Key `at:INSTANT`. */
export function onInstant(_c: Case, _at: Instant): Step {
  throw new Error('under construction');
}
/** Plays one act, parsed and authorised before. Key `act:ID`. Also the validators' check, its step thrown away. */
export function onAct(_c: Case, _act: Act): Step | Refusal {
  throw new Error('under construction');
}
/** Folds the events of one step into the case, in place; `head` is the hash of the last one. */
export function fold(_c: Case, _key: string, _events: readonly Event[], _head: string): void {
  throw new Error('under construction');
}

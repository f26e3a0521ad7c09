import type { Opening } from '../domain/cases/case.js';
import type { AddressBook } from '../domain/letters/addresses.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Event, Step } from '../domain/model/step.js';

/** A step handed to the book, with the number and hash of the last event that the asker has folded. */
export interface Posted {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Step;
  readonly addresses: AddressBook;
  /** With the first step only (key `open`): enters the case, and the unit's account. */
  readonly opening?: Opening;
}

/** The events of a step as they stand in the book, and the hash of the last of them. */
export interface Written {
  readonly events: Event[];
  readonly head: string;
}

/** A step found in the book. */
export interface StoredStep extends Written {
  readonly key: string;
}

/**
 * What the book says to a step: written, now or before; refused, nothing written; the book is ahead, and the
 * asker folds these steps and decides again; or it has to wait: an instant for acts stored earlier to be decided (their
 * ids, in order of stamp), a collection for alarms of the checker to be released (`alarm N`).
 */
export type Answer = Written | Refusal | { ahead: StoredStep[] } | { waitFor: string[] };

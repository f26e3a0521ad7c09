import type { Opening } from '../domain/cases/case.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Clock } from '../domain/model/clock.js';
import type { Event, NamedAct, Step } from '../domain/model/step.js';

/** A step handed to the book, with the number and hash of the last event that the asker has folded. */
export interface Posted {
  readonly caseId: string;
  readonly unit: string;
  readonly seq: number;
  readonly head: string;
  readonly step: Step;
  /** 区生态环境部门, responsible now: whom its notices mean by `district`. */
  readonly district: string;
  /** With the first step only (key `open`): enters the case with its clock, and the unit's account. */
  readonly opening?: Opening;
  readonly clock?: Clock;
  /** The act as the case believes it, which the book compares with its own; of an instant the act because of which it is played. */
  readonly act?: NamedAct;
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
 * asker folds these steps and decides again; or it has to wait: for acts stored earlier to be decided (their
 * numbers, in order of stamp), a collection for alarms of the checker to be released (`alarm N`). `unknown`: the book has no such
 * request, whatever the message said; `notCome`: the instant lies ahead by the case's clock.
 */
export type Answer =
  | Written
  | Refusal
  | { ahead: StoredStep[] }
  | { waitFor: string[] }
  | { unknown: string }
  | { notCome: true };

/** What of a step's act the book compares with what it stored, as its functions take it; null where no act is named. */
export const believed = (act: NamedAct | undefined): string | null => {
  if (!act) return null;
  const { id, do: what, by, approvedBy, with: brings } = act;
  return JSON.stringify({ id, do: what, by, ...(approvedBy === undefined ? {} : { approvedBy }), with: brings });
};

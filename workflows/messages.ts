import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import type { Act } from '../domain/model/step.js';

/** The answer to an act: the number of its last event, and when the case wakes next by itself, if ever. */
export interface Done {
  readonly seq: number;
  readonly next?: Instant;
}

/**
 * Puts a stored act before its case. It names a request of the desk by its number; what it carries besides is compared with what
 * was stored and believed by nobody. Refused with an ApplicationFailure of the refusal's code.
 */
export const act = defineUpdate<Done, [Act]>('act');
/** Has a case read the book: steps that were written beside it, acts that it is told of, acts that nobody handed over. */
export const catchUp = defineUpdate<Done>('catchUp');
/**
 * What the desk signals to an approval: the number of the request that it has stored. Whoever sends one by hand has the case read the book,
 * and nothing else comes of it.
 */
export const approve = defineSignal<[request: string]>('approve');
export const returned = defineSignal<[request: string]>('return');
export const withdraw = defineSignal<[request: string]>('withdraw');

/** Has a case that waits read the book and look again: what it waits for may have come. Sent by whoever sees that it could go on. */
export const lookAgain = defineSignal('lookAgain');

export const state = defineQuery<unknown>('state');

/** What a run is started with. The case's name counts; opening, clock and state are the book's. */
export interface RunInput {
  readonly caseId: string;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix?: string;
  /** How often in a row the run before has waited for the same: this one is as patient, and no more comes of it. */
  readonly waits?: number;
}

/** The type of the failure by which a case turns a message away that names no stored request: no answer to an act. */
export const UNKNOWN_REQUEST = 'unknown-request';
/** The type of the failure by which a run ends whose case no trying again can help. */
export const SUSPENDED = 'suspended';

import type { Account, Posting } from '../model/account.js';
import type { Mail, NewEvent, Step } from '../model/step.js';
import type { Working } from './working-account.js';

/** What a case is told that is not the one whose step it is: events for its chain, mails of it. */
export interface ToldElsewhere {
  readonly unit: string;
  readonly case: string;
  readonly events: readonly NewEvent[];
  readonly mails: readonly Mail[];
}

/** What a step does once the accounts it touches are known: ready to be written, all of it or nothing. */
export interface Carried {
  readonly events: readonly NewEvent[];
  readonly mails: readonly Mail[];
  readonly postings: readonly Posting[];
  /** The accounts that changed, as they are afterwards. */
  readonly accounts: readonly Account[];
  /** What the other party of a trade is told: events for the chain of its case, mails to it. */
  readonly told?: { readonly unit: string; readonly events: readonly NewEvent[]; readonly mails: readonly Mail[] };
  /** What cases are told whose open claims a credit settled, each in its own chain; after `told`. */
  readonly elsewhere?: readonly ToldElsewhere[];
}

/** A step while it is carried out. */
export interface Carrying {
  readonly step: Step;
  readonly own: Working;
  readonly other: Working | undefined;
  readonly events: NewEvent[];
  readonly mails: Mail[];
  readonly postings: Posting[];
  readonly elsewhere: ToldElsewhere[];
  told?: Carried['told'];
}

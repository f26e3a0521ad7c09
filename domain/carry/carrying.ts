import type { Account, Posting } from '../model/account.js';
import type { Mail, NewEvent, Step } from '../model/step.js';
import type { Working } from './working-account.js';

/** What a step does once the accounts it touches are known: ready to be written, all of it or nothing. */
export interface Carried {
  readonly events: readonly NewEvent[];
  readonly mails: readonly Mail[];
  readonly postings: readonly Posting[];
  /** The accounts that changed, as they are afterwards. */
  readonly accounts: readonly Account[];
  /** What the other party of a trade is told: events for the chain of its case, mails to it. */
  readonly told?: { readonly unit: string; readonly events: readonly NewEvent[]; readonly mails: readonly Mail[] };
}

/** A step while it is carried out. */
export interface Carrying {
  readonly step: Step;
  readonly own: Working;
  readonly other: Working | undefined;
  readonly events: NewEvent[];
  readonly mails: Mail[];
  readonly postings: Posting[];
  told?: Carried['told'];
}

import type { Account, Posting } from '../model/account.js';
import type { Mail, NewEvent, Step } from '../model/step.js';
import type { Refusal } from '../model/refusal.js';

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

/** Whether carrying a step out needs the unit's account under lock. */
export const touchesAccount = (step: Step): boolean => step.effects.some((effect) => effect.kind !== 'mail');

/** The unit whose account a step needs beside its own, if any: the other side of a trade. */
export const otherUnitOf = (step: Step): string | undefined => {
  for (const effect of step.effects) if (effect.kind === 'transfer') return effect.to;
  return undefined;
};

/** Decides what a step does to the accounts it meets. Pure: serves the book's transaction and the simulator alike. */
export function carry(_step: Step, _own: Account | undefined, _other?: Account): Carried | Refusal {
  throw new Error('under construction');
}

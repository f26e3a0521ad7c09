import type { SaidOfFormer } from '../model/first-day.js';

type Field = keyof SaidOfFormer;

/** How an act about a duty is taken over that was done before the platform was taken into service (接收), besides its day and its document. */
export interface Before {
  /** As a table of what was done before calls it. */
  readonly zh: string;
  /** What has to be said of it, and what may be. */
  readonly says?: readonly Field[];
  readonly may?: readonly Field[];
  /** What the act brings, where that is more than what is said of it; `document`: the one that shows it. */
  readonly brings?: (said: SaidOfFormer, document: string) => object;
}

/** What was filed before bore the unit's seal. */
export const underSeal = (said: SaidOfFormer): object => ({ ...said, sealed: true });
/** What was decided before rests on the document that shows it. */
export const byDocument = (said: SaidOfFormer, basis: string): object => ({ ...said, basis });

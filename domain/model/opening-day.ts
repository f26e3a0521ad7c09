import { laterOf, type Day } from './instant.js';
import type { Terms } from './terms.js';

/**
 * Between which days the cases of a cycle may open: none plays before the year ahead of its cycle, and one that is to open some day
 * after all is over would wait for a slip of the pen. Late is still allowed today: what is due is then told as passed.
 */
export const openingDays = ({ cycle, dates }: Terms, today: Day): { readonly first: Day; readonly last: Day } => ({
  first: `${String(cycle - 1)}-01-01`,
  last: Object.values(dates).reduce<Day>(laterOf, today),
});

import { dayOf, yearOf, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Terms } from '../model/terms.js';

/**
 * A day that an act brings lies between the emission year and the end of the year after the one in which it is decided
 * (policy): 2924 is a slip of the pen, and would hold a case open for as long.
 */
export function outOfBounds(terms: Terms, day: Day, at: Instant, path: readonly string[]): Refusal | undefined {
  const [from, to] = [terms.emissionYear, yearOf(dayOf(at)) + (terms.yearsAhead ?? 1)];
  const year = yearOf(day);
  if (year >= from && year <= to) return undefined;
  const refusal = refuse(
    'bad-input',
    `${path.join('.')}：${day} 远在本周期之外，应在 ${String(from)} 年至 ${String(to)} 年之间`,
    `${path.join('.')}: ${day} lies far outside this cycle: write a day of the years ${String(from)} to ${String(to)}`,
  );
  return { ...refusal, path };
}

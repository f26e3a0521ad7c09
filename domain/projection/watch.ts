import type { Watch } from './projection.js';
import { watchAuction, watchCity } from './watch-others.js';
import { UnitWatch } from './watch-unit.js';

const ofUnit = (opening: never): Watch => new UnitWatch(opening);

const KINDS = new Map<string, (opening: never) => Watch>([
  ['compliance-cycle', ofUnit],
  ['monthly-evidence', ofUnit],
  ['general-report', ofUnit],
  ['verification', ofUnit],
  ['city-cycle', (opening) => watchCity(opening)],
  ['auction', (opening) => watchAuction(opening)],
]);

/** Kinds of cases of which something is shown. */
export const SHOWN_KINDS: readonly string[] = [...KINDS.keys()];

/** A case before its first event, to be watched; none for a kind of which nothing is shown. */
export const watch = (kind: string, opening: unknown): Watch | undefined => KINDS.get(kind)?.(opening as never);

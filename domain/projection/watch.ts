import type { AnyKind, StandingKind } from '../model/case.js';
import { own } from '../model/own.js';
import type { Watch } from './projection.js';
import { watchAuction, watchCity } from './watch-others.js';
import { UnitWatch } from './watch-unit.js';

const ofUnit = (opening: never): Watch => new UnitWatch(opening);

const KINDS: Readonly<Record<Exclude<AnyKind, StandingKind | 'approval'>, (opening: never) => Watch>> = {
  'compliance-cycle': ofUnit,
  'monthly-evidence': ofUnit,
  'general-report': ofUnit,
  verification: ofUnit,
  'city-cycle': (opening) => watchCity(opening),
  auction: (opening) => watchAuction(opening),
};

/** Kinds of cases of which something is shown. */
export const SHOWN_KINDS: readonly string[] = Object.keys(KINDS);

/** A case before its first event, to be watched; none for a kind of which nothing is shown. */
export const watch = (kind: string, opening: unknown): Watch | undefined => own(KINDS, kind)?.(opening as never);

import type pg from 'pg';
import { definitionOf } from '../acts/vocabulary.js';
import type { Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { unitOfActor } from '../domain/model/names.js';
import type { UnitConcerned } from '../parties/whose.js';
import { actingForBoth, verifiersOf } from '../records/engaged.js';
import type { RawAct } from './raw-act.js';

const ENGAGES: readonly string[] = ['appoint-verifier', 'engage-verifier'];

/** What of a unit tells whose it is; whom it has engaged, where a verifier acts. */
export async function concernedIn(pool: pg.Pool, { do: what }: RawAct, { id, district }: Unit): Promise<UnitConcerned> {
  const isVerifiers = definitionOf(what)?.party === 'verifier';
  return { id, district, ...(isVerifiers ? { verifiers: await verifiersOf(pool, id) } : {}) };
}

/** Who acts for the unit and for the verifier that it would engage, or that would accept: nobody may. */
export function dependentIn(
  pool: pg.Pool,
  { do: what, by, with: brings }: RawAct,
  unit: string | undefined,
  at: Instant,
): Promise<readonly string[]> {
  const { verifier: named } = (typeof brings === 'object' && brings !== null ? brings : {}) as { readonly verifier?: Json };
  const verifier = ENGAGES.includes(what) ? named : what === 'accept-engagement' ? unitOfActor(by) : undefined;
  return unit !== undefined && typeof verifier === 'string' ? actingForBoth(pool, unit, verifier, at) : Promise.resolve([]);
}

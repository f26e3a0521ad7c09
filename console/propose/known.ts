import { districts } from '../../regulation/districts.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { dutySaid } from '../words.js';
import type { Visit } from '../visit.js';
import type { Filling } from './entry.js';

/** What may be chosen where the shape of an act leaves it open: districts, and what the unit has. */
export function knownFor({ lang, ...visit }: Visit, act: string, unit: UnitStanding | undefined): Filling['known'] {
  const places = districts().map(({ id, area, en }) => [id, lang === 'zh' ? area : en] as const);
  if (!unit) return { district: places };
  const duties = unit.cases.flatMap((one) =>
    Object.entries(one.duties)
      .filter(([, { state }]) => act !== 'extend-deadline' || state === 'pending' || state === 'returned')
      .map(([duty, { dueOn }]) => [duty, `${dutySaid(visit, duty)} · ${dueOn}`] as const),
  );
  const lots = unit.holdings.map(({ lot, quantity }) => [lot, `${lot} · ${quantity} t`] as const);
  return { district: places, ...(duties.length > 0 ? { duty: duties } : {}), ...(lots.length > 0 ? { lot: lots } : {}) };
}

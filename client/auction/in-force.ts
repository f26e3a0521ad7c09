import type { Rulebook } from '../../domain/model/rulebook.js';
import { revisionsOf } from '../../regulation/load.js';
import { rulebookNamed } from '../../regulation/named.js';

/** The rulebook in force: the latest revision of the cycle that is named, or the one that is named itself. Throws a RegulationError. */
export function rulebookInForce(cycle: string | undefined): Rulebook {
  const named = rulebookNamed(cycle);
  if (cycle?.includes('.r')) return named;
  const latest = revisionsOf(named.cycle).at(-1) ?? 1;
  return latest === 1 ? named : rulebookNamed(`${String(named.cycle)}.r${String(latest)}`);
}

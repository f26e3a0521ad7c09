import type { Case } from '../model/case.js';
import type { Instant } from '../model/instant.js';
import type { Event } from '../model/step.js';
import { tell } from './facts.js';

/** The figures that a later correction replaces; what followed from it, tonnes given back or issued, belongs to its own day. */
const CORRECTS = new Set(['emissions-corrected', 'allocation-corrected']);

/**
 * What is known at `knownAt` of a case that was folded up to the earlier instant `asOf`: the corrections made in between
 * tell what the figures of that moment really were. The case as it was known then is the one folded without this.
 */
export function inHindsight(c: Case, later: readonly Event[], asOf: Instant, knownAt: Instant): Case {
  const known = structuredClone(c);
  for (const event of later) {
    if (event.at <= asOf || event.at > knownAt || !CORRECTS.has(event.type)) continue;
    const figure = event.type === 'emissions-corrected' ? known.facts.confirmed : known.facts.final;
    // what was not decided yet at that moment was not wrong yet either
    if (figure !== undefined) tell(known.facts, event);
  }
  return known;
}

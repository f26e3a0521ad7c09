import type { Terms } from '../../domain/model/terms.js';
import { caseAt, type CaseHistory } from '../../views/case-history.js';

/** What a case starts from that opens into a running cycle. */
export interface InForce {
  /** The terms of the latest revision that a case of the cycle has adopted; none while the cycle has no case. */
  readonly terms?: Terms;
  /** 四(二): verifiers struck off so far, in the order of their names. */
  readonly struckOff: readonly string[];
}

/** What is in force in a cycle by what its cases have been told. Pure. */
export function inForce(cases: readonly CaseHistory[]): InForce {
  let terms: Terms | undefined;
  const struckOff = new Set<string>();
  for (const history of cases) {
    const c = caseAt(history, Infinity);
    if (!c) continue;
    if (terms === undefined || c.terms.revision > terms.revision) ({ terms } = c);
    for (const verifier of c.facts.struckOff ?? []) struckOff.add(verifier);
  }
  return { ...(terms ? { terms } : {}), struckOff: [...struckOff].sort() };
}

import { shortens, type Deadlines } from '../domain/acts/revision.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Terms } from '../domain/model/terms.js';
import { amendTerms } from '../regulation/terms.js';
import type { Amendment } from './scenario.js';

/** The city's own record of which revisions are in force. */
export class CityRevisions {
  private terms: Terms;
  private readonly adopted: Set<number>;
  private readonly known: readonly Amendment[];

  constructor(terms: Terms, known: readonly Amendment[]) {
    this.terms = terms;
    this.known = known;
    this.adopted = new Set([terms.revision]);
  }

  get inForce(): Terms {
    return this.terms;
  }

  /** Adopts a revision and answers what every running case is sent; or why it may not be adopted. */
  adopt(revision: number, at: Instant): Json | Refusal {
    const amendment = this.known.find((one) => one.revision === revision);
    if (this.adopted.has(revision))
      return refuse('already-done', `修订 ${String(revision)} 已采纳`, `revision ${String(revision)} is in force already`);
    if (!amendment)
      return refuse('bad-input', `没有修订 ${String(revision)}`, `there is no revision ${String(revision)} of this cycle`);
    const refused = shortens(this.terms, amendment.deadlines, at);
    if (refused) return refused;
    this.terms = amendTerms(this.terms, amendment);
    this.adopted.add(revision);
    const { digest } = this.terms;
    const deadlines: Deadlines = amendment.deadlines;
    return { revision, digest, basis: amendment.basis, deadlines: { ...deadlines } };
  }
}

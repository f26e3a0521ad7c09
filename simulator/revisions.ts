import { mayAdopt } from '../domain/acts/revision.js';
import type { AskedOf, Brings } from '../domain/model/brings.js';
import type { Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { termsAfter, type Terms } from '../domain/model/terms.js';
import { amendedBy, type Amended } from '../regulation/amendments.js';
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
  adopt({ revision, expressly }: AskedOf<'adopt-revision'>, at: Instant): Brings['adopt-revision'] | Refusal {
    if (this.adopted.has(revision))
      return refuse('already-done', `修订 ${String(revision)} 已采纳`, `revision ${String(revision)} is in force already`);
    const amended = this.amended(revision);
    if (!amended)
      return refuse('bad-input', `没有修订 ${String(revision)}`, `there is no revision ${String(revision)} of this cycle`);
    const refused = mayAdopt(this.terms, amended.deadlines, at, expressly === true);
    if (refused) return refused;
    this.terms = amended.terms;
    this.adopted.add(revision);
    const { digest, basis, deadlines, values } = amended;
    const more = { ...(values ? { values } : {}), ...(expressly ? { expressly } : {}) };
    return { revision, digest, basis, deadlines: { ...deadlines }, ...more };
  }

  /** A revision of the rehearsal's own, or one on file; none of that number. */
  private amended(revision: number): (Pick<Amended, 'digest' | 'basis' | 'deadlines' | 'values'> & { terms: Terms }) | undefined {
    const own = this.known.find((one) => one.revision === revision);
    if (own) {
      const terms = amendTerms(this.terms, own);
      return { digest: terms.digest, basis: own.basis, deadlines: own.deadlines, terms };
    }
    const onFile = amendedBy(revision, this.terms);
    return onFile && { ...onFile, terms: termsAfter(this.terms, onFile) };
  }
}

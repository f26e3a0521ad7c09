import type { Account } from '../model/account.js';
import type { Case, Covered, LotQuantity } from '../model/case.js';
import type { Day, Instant } from '../model/instant.js';
import { isRefusal } from '../model/refusal.js';
import type { NewEvent, Step } from '../model/step.js';
import { owedBy } from '../duties/claim.js';
import { collect } from '../duties/collection.js';
import { carry } from './carry.js';

/** What a collection would do at an instant, with the account as it is. Nothing is written. */
export interface Preview {
  readonly owed: string;
  readonly moves: readonly LotQuantity[];
  readonly covered: Covered;
  readonly shortfall: string;
  /** Lots that would expire right after it. */
  readonly expires: readonly LotQuantity[];
  /** By when a shortfall would have to be put right. */
  readonly rectificationDueOn?: Day;
}

const NOTHING: Covered = { allowances: '0', offsets: '0', outside: '0' };

/** 三(四): runs the collection's own rule on the account, as the transaction would. Throws before the confirmation: nothing is owed yet. */
export function previewCollection(c: Case, account: Account, at: Instant): Preview {
  const of = { case: c.id, cycle: c.terms.cycle };
  const step: Step = { key: 'preview', of, at, by: 'platform', ...collect(c, at) };
  const done = carry(step, account);
  if (isRefusal(done)) throw new Error(`${c.id}: a collection is never refused: ${done.en}`);
  const brought = (type: string): Record<string, unknown> =>
    (done.events.find((event: NewEvent) => event.type === type)?.with ?? {}) as Record<string, unknown>;
  const collected = brought('collected') as { moves?: LotQuantity[]; covered?: Covered; shortfall?: string };
  const dueOn = (brought('rectification-opened') as { dueOn?: Day }).dueOn;
  const plain = (moves: readonly LotQuantity[] = []): LotQuantity[] => moves.map(({ lot, quantity }) => ({ lot, quantity }));
  return {
    owed: owedBy(c),
    moves: plain(collected.moves),
    covered: collected.covered ?? NOTHING,
    shortfall: collected.shortfall ?? '0',
    expires: plain((brought('lots-expired') as { moves?: LotQuantity[] }).moves),
    ...(dueOn === undefined ? {} : { rectificationDueOn: dueOn }),
  };
}

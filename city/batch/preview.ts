import { admit, type Register } from '../../desk/admit.js';
import { sum, type Amount } from '../../domain/model/amount.js';
import type { Account } from '../../domain/model/account.js';
import type { Case, CaseKind } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { Foretold } from '../../desk/approvals/foretell.js';
import type { Decision } from './read-batch.js';

/** What the book holds that a batch is judged by. */
export interface Standing {
  readonly register: Register;
  /** Cases as they stand, by unit and kind; taken over by the preview. */
  readonly caseOf: (unit: string, kind: CaseKind) => Case | undefined;
  readonly accountOf: (unit: string) => Account | undefined;
  /** What became of an act that was sent before. */
  readonly sentBefore: (
    id: string,
  ) => { readonly state: 'stored' | 'applied' | 'refused'; readonly refusal?: Refusal } | undefined;
}

/**
 * What would become of a line. `held-back`: it could be done, but another line of its unit could not, and a unit's
 * decisions are carried out together or not at all. `done-before`, `refused-before`: an earlier run settled it.
 */
export type Foreseen = {
  readonly decision: Decision;
  readonly state: 'would-be-done' | 'would-be-refused' | 'held-back' | 'done-before' | 'refused-before';
  readonly refusal?: Refusal;
  /** What would be recorded, with its amounts. */
  readonly events?: readonly { readonly event: string; readonly with?: Json }[];
  /** Allowances on the account before and after. */
  readonly allowances?: { readonly before: Amount; readonly after: Amount };
};

const allowancesOf = (account: Account | undefined): Amount =>
  sum((account?.lots ?? []).flatMap(({ product, quantity }) => (product === 'allowance' ? [quantity] : [])));

/** Looks at the decisions of one unit, one after the other: each finds what those before it would have done. */
class UnitPreview {
  private readonly standing: Standing;
  private readonly at: Instant;
  private readonly cases = new Map<CaseKind, Foretold>();

  constructor(standing: Standing, at: Instant) {
    this.standing = standing;
    this.at = at;
  }

  look(decision: Decision): Foreseen {
    const before = this.standing.sentBefore(decision.id);
    if (before?.state === 'applied') return { decision, state: 'done-before' };
    if (before?.state === 'refused')
      return { decision, state: 'refused-before', ...(before.refusal ? { refusal: before.refusal } : {}) };
    const refused = (refusal: Refusal): Foreseen => ({ decision, state: 'would-be-refused', refusal });
    // what nobody has approved yet is looked at as the proposal that it would be
    const admitted = admit(decision.raw, this.standing.register, decision.raw.approvedBy === undefined);
    if (isRefusal(admitted)) return refused(admitted);
    if (admitted.case === 'city' || admitted.case === 'alarms')
      throw new Error(`${decision.id}: an act that concerns every case, or no unit, does not belong in a batch`);
    const foretold = this.foretoldOf(decision.unit, admitted.case);
    const held = allowancesOf(foretold.account);
    const events = foretold.foretell({ ...admitted.act, id: decision.id }, this.at);
    if (isRefusal(events)) return refused(events);
    return {
      decision,
      state: 'would-be-done',
      events: events.map(({ type, with: brings }) => ({ event: type, ...(brings === undefined ? {} : { with: brings }) })),
      allowances: { before: held, after: allowancesOf(foretold.account) },
    };
  }

  private foretoldOf(unit: string, kind: CaseKind): Foretold {
    const known = this.cases.get(kind);
    if (known) return known;
    const c = this.standing.caseOf(unit, kind);
    if (!c) throw new Error(`${unit} stands in the register and has no case ${kind}`);
    const made = new Foretold(c, this.standing.accountOf(unit));
    this.cases.set(kind, made);
    return made;
  }
}

const isRefused = ({ state }: Foreseen): boolean => state === 'would-be-refused' || state === 'refused-before';

/** What each line of a batch would do, or why it would not be done; in the order of the file. Writes nothing. */
export function preview(decisions: readonly Decision[], standing: Standing, at: Instant): Foreseen[] {
  const units = new Map<string, UnitPreview>();
  const seen = decisions.map((decision) => {
    const unit = units.get(decision.unit) ?? new UnitPreview(standing, at);
    units.set(decision.unit, unit);
    return unit.look(decision);
  });
  const stopped = new Set(seen.filter(isRefused).map(({ decision }) => decision.unit));
  return seen.map((one): Foreseen =>
    one.state === 'would-be-done' && stopped.has(one.decision.unit) ? { decision: one.decision, state: 'held-back' } : one,
  );
}

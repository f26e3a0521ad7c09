import { carry, otherUnitOf } from '../../domain/carry/carry.js';
import { dueNext, fold, onAct, onInstant } from '../../domain/cases/case.js';
import type { Account } from '../../domain/model/account.js';
import type { Case } from '../../domain/model/case.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { letIn, type NamedAct, type NewEvent, type Step } from '../../domain/model/step.js';

/** A case and its unit's account, taken further in memory: what would happen, with nothing written. */
export class Foretold {
  private readonly c: Case;
  private own: Account | undefined;

  /** Takes the case over: it is folded on in place. */
  constructor(c: Case, account: Account | undefined) {
    this.c = c;
    this.own = account;
  }

  get account(): Account | undefined {
    return this.own;
  }

  /** What an act would do at an instant, after everything that is due by then; or why it would be refused, and nothing done. */
  foretell(act: Omit<NamedAct, 'at'>, at: Instant): readonly NewEvent[] | Refusal {
    // an act is stamped after all that its case has seen
    const stamp = Math.max(at, this.c.playedTo);
    for (let due = dueNext(this.c); due && due.at <= stamp; due = dueNext(this.c)) {
      const refused = this.take(onInstant(this.c, due.at));
      if (isRefusal(refused)) throw new Error(`${this.c.id}: what is due was refused: ${refused.en}`);
    }
    const step = onAct(this.c, letIn({ ...act, at: stamp }));
    return isRefusal(step) ? step : this.take(step);
  }

  private take(step: Step): readonly NewEvent[] | Refusal {
    if (otherUnitOf(step) !== undefined) throw new Error(`${step.key}: a trade concerns two accounts and is not foretold here`);
    const done = carry(step, this.own);
    if (isRefusal(done)) return done;
    this.own = done.accounts.find(({ unit }) => unit === this.c.unit.id) ?? this.own;
    const events = done.events.map((event, k) => ({ ...event, seq: this.c.seq + 1 + k }));
    fold(this.c, step.key, events, '');
    return done.events;
  }
}

import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Act, NamedAct } from '../domain/model/step.js';
import type { Answer, StoredStep } from '../activities/carry-out.js';

/** A step of a case of any kind, as far as the shell looks at it. */
export interface AnyStep {
  readonly key: string;
}

/** A case of one kind, as a run has it: the pure functions on its state, and how its steps are written and shown. */
export interface Subject<S extends AnyStep, D extends { readonly at: Instant }> {
  readonly caseId: string;
  readonly clock: Clock;
  readonly state: unknown;
  seq(): number;
  /** Whether nothing more happens to it by itself. */
  isOver(): boolean;
  due(): D | undefined;
  onInstant(due: D): S | Promise<S>;
  onAct(act: Act): S | Refusal;
  /** The number of the last event of an act that it has taken lately. */
  known(act: Act): number | undefined;
  fold(step: StoredStep): void;
  carryOut(step: S, act?: NamedAct): Promise<Answer>;
  show(due: D | undefined): void;
  sayDue(due: D): string;
  /** What it does by itself besides instants, and whether that has come. */
  own?(): S | undefined | Promise<S | undefined>;
  ownHasCome?(): boolean;
  /** Whether something is under way that a new run would have to begin again. */
  isBusy?(): boolean;
  /** Where also instants count at which only what is shown changes. */
  alarmAt?(due: D | undefined): Instant | undefined;
}

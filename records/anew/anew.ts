import type { Instant } from '../../domain/model/instant.js';
import { actOfKey } from '../../domain/model/fold.js';
import { isoOf } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { NamedAct, NewEvent } from '../../domain/model/step.js';
import type { Database } from '../../ledger/one-row.js';
import type { StoredStep } from '../posted.js';

/** What a case, asked anew, makes of a cause. */
export interface Made {
  readonly events: readonly NewEvent[];
  /** The types of what may stand after them: carrying the step out adds it. */
  readonly adds?: readonly string[];
}

/** What was asked of a case; of what another case decides it is only told. */
export type Asked = NamedAct & { readonly told: boolean };

/** What a case that is asked anew finds in the book. */
export interface Looking {
  readonly db: Database;
  /** An act that was stored for the case. */
  readonly asked: (act: string) => Asked | undefined;
}

/** A case of any kind, asked anew step by step: first what it makes of the cause, then it takes the step as it is stored. */
export interface Anew {
  /** In words where it makes nothing of it. */
  makes(step: StoredStep, book: Looking): Made | string | Promise<Made | string>;
  fold(step: StoredStep): void;
}

/** What an instant gives, by the name of its step: nothing where another one is due, or none. */
export function ofInstant<D extends { readonly at: Instant }>(
  { key }: StoredStep,
  due: D | undefined,
  play: (due: D) => Made | string,
): Made | string | undefined {
  if (!key.startsWith('at:')) return undefined;
  if (due?.at === Number(key.slice('at:'.length))) return play(due);
  return `此时没有到期事项 nothing is due then, ${due ? `the next is due at ${isoOf(due.at)}` : 'and nothing any more'}`;
}

/** What an act gives that the case decides. */
export function ofAct(
  { key }: StoredStep,
  book: Pick<Looking, 'asked'>,
  play: (act: NamedAct) => Made | Refusal,
): Made | string | undefined {
  const id = actOfKey(key);
  if (id === undefined) return undefined;
  const asked = book.asked(id);
  if (!asked) return '没有存入的请求 no such request of this case is stored';
  if (asked.told) return '由其他案件决定 another case decides it, and this one is only told';
  const { told: _told, ...act } = asked;
  const made = play(act);
  return isRefusal(made) ? `${made.zh} ${act.do} is refused: ${made.en}` : made;
}

/** What is said of a step whose cause no case of its kind knows. */
export const noSuchCause = '没有这种起因 no case of this kind has such a cause';

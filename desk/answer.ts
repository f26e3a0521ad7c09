import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import { judge } from '../records/any-case.js';
import type { StoredAct } from '../records/acts.js';
import type { Book } from '../records/book.js';
import { suspensionsIn } from '../records/cases.js';

/** Decided: the number of the last event, and when the case would wake next by itself after it. */
export interface Decided {
  readonly state: 'decided';
  readonly at: Instant;
  readonly seq: number;
  readonly next?: Instant;
  /** What the other cases of the unit said, each for itself. */
  readonly also?: readonly Also[];
}

/** Stored under its stamp and not decided yet; where the case is suspended, after it is revived. */
export interface Stored {
  readonly state: 'stored';
  readonly at: Instant;
  readonly suspended?: true;
}

export interface Also {
  readonly case: string;
  readonly state: 'decided' | 'stored' | 'refused';
  readonly seq?: number;
  readonly refusal?: Refusal;
}

/** What a request came to, as it stands now. The same however often it is asked once it is decided. */
export type Outcome = Decided | Stored | { readonly state: 'refused'; readonly at: Instant; readonly refusal: Refusal };

async function alsoOf(book: Book, row: StoredAct): Promise<Also> {
  if (row.refusal) return { case: row.caseId, state: 'refused', refusal: row.refusal };
  const seq = row.state === 'applied' ? await book.lastEventOf(row.id, row.caseId) : undefined;
  return seq === undefined ? { case: row.caseId, state: 'stored' } : { case: row.caseId, state: 'decided', seq };
}

/** What became of a request, and no more: not what its case does next, nor what other cases said. */
export async function briefOutcomeOf(book: Book, rows: readonly StoredAct[]): Promise<Outcome> {
  const [decides] = rows;
  if (!decides) throw new Error('a request without a row has no outcome');
  const { id, at, caseId, refusal, state } = decides;
  if (refusal) return { state: 'refused', at, refusal };
  if (state !== 'applied') return { state: 'stored', at };
  const seq = caseId === '' ? 1 : await book.lastEventOf(id, caseId);
  return seq === undefined ? { state: 'decided', at, seq: 1 } : { state: 'decided', at, seq };
}

/** What the book says of a request, by its rows, the deciding case first. */
export async function outcomeOf(book: Book, rows: readonly StoredAct[]): Promise<Outcome> {
  const [decides, ...others] = rows;
  if (!decides) throw new Error('a request without a row has no outcome');
  const { id, at, caseId, refusal } = decides;
  if (refusal) return { state: 'refused', at, refusal };
  const seq = decides.state === 'applied' && caseId !== '' ? await book.lastEventOf(id, caseId) : undefined;
  if (seq === undefined) {
    if (decides.state === 'applied') return { state: 'decided', at, seq: 1 };
    const stands = (await suspensionsIn(book.pool)).some((one) => one.caseId === caseId);
    return { state: 'stored', at, ...(stands ? { suspended: true } : {}) };
  }
  const also: Also[] = [];
  for (const row of others) if (row.role === 'each') also.push(await alsoOf(book, row));
  const next = (await judge(book.pool, caseId, seq))?.next;
  return { state: 'decided', at, seq, ...(next === undefined ? {} : { next }), ...(also.length > 0 ? { also } : {}) };
}

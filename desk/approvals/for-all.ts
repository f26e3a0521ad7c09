import type { Day, Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Book } from '../../records/book.js';
import { readLabel } from '../../records/cases.js';
import { readRun } from '../../records/whole-cases.js';
import { Foretold } from './foretell.js';
import type { Line } from './proposing.js';

/** What a decision for all would do to one case. */
export interface CaseMoved {
  readonly case: string;
  readonly unit: string;
  /** Duties whose date would move; `from` is absent where it is dated for the first time. */
  readonly moves: readonly { readonly duty: string; readonly from?: Day; readonly to: Day }[];
  readonly refused?: Refusal;
}

/** So many of the cases concerned, in order, with what it would do to each. */
export interface ForAll {
  readonly cases: number;
  readonly shown: readonly CaseMoved[];
}

async function movedIn(book: Book, caseId: string, { planned }: Line, now: Instant): Promise<CaseMoved> {
  const run = await readRun(book.pool, caseId);
  if (!run) return { case: caseId, unit: (await readLabel(book.pool, caseId))?.unit ?? '', moves: [] };
  const unit = run.case.unit.id;
  const foretold = new Foretold(run.case, await book.account(run.case.unit.id));
  const events = foretold.foretell({ ...planned.act, id: 'preview' }, now);
  if (isRefusal(events)) return { case: caseId, unit, moves: [], refused: events };
  const moves = events.flatMap(({ duty, dueOn, with: brings }) => {
    if (duty === undefined || dueOn === undefined) return [];
    const { from } = (brings ?? {}) as { readonly from?: Day };
    return [{ duty, ...(from === undefined ? {} : { from }), to: dueOn }];
  });
  return { case: caseId, unit, moves };
}

/** What an act that concerns every running case would do to some of them, by the same pure function that will decide it. Writes nothing. */
export async function foreseenForAll(
  book: Book,
  line: Line,
  { from, limit, now }: { readonly from: number; readonly limit: number; readonly now: Instant },
): Promise<ForAll> {
  const cases = line.planned.concerns.flatMap((one) => (one.role === 'after' ? [one.case] : []));
  const shown = await Promise.all(cases.slice(from, from + limit).map((caseId) => movedIn(book, caseId, line, now)));
  return { cases: cases.length, shown };
}

import { previewCollection } from '../domain/carry/preview.js';
import { blank, fold } from '../domain/cases/case.js';
import type { Case } from '../domain/model/case.js';
import { isoOf, startOf, type Day, type Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';

type Preview = ReturnType<typeof previewCollection>;

/** What a collection would take of what is on the account now. */
export type CollectionPreview = { readonly unit: string; readonly case: string; readonly at: string; readonly dueOn: Day } & Pick<
  Preview,
  'owed' | 'moves' | 'shortfall' | 'expires'
> &
  Preview['covered'] & { readonly rectificationDueOn: Day | null };

export interface PreviewQuestion {
  /** As if it ran then; when it is due where nothing is said. */
  readonly at?: Instant;
  readonly cycle?: number;
}

/** The unit's latest key case, or that of a cycle, folded from the book alone; none where the book has none. */
async function latestCase(book: Book, unit: string, cycle: number | undefined): Promise<Case | undefined> {
  const cases = (await book.readCasesOf(unit)).filter(
    ({ kind, cycle: its }) => kind === 'compliance-cycle' && (cycle === undefined || its === cycle),
  );
  const record = cases.sort((a, b) => b.cycle - a.cycle)[0];
  if (!record) return undefined;
  const c = blank(record.opening);
  for (const step of record.steps) fold(c, step.key, step.events, step.head);
  return c;
}

/** Writes nothing. Undefined where the unit has no compliance cycle; a refusal where nothing is owed yet, or it is collected. */
export async function collectionPreview(
  book: Book,
  unit: string,
  question: PreviewQuestion = {},
): Promise<CollectionPreview | Refusal | undefined> {
  const c = await latestCase(book, unit, question.cycle);
  if (!c) return undefined;
  const account = await book.account(unit);
  const record = c.duties['collection'];
  if (c.facts.confirmed === undefined || !record || !account)
    return refuse(
      'too-early',
      `${unit} 的碳排放量尚未核定，尚无应清缴量`,
      'the emissions are not confirmed: nothing is owed yet',
    );
  if (c.facts.collectedAt !== undefined)
    return refuse('already-done', `${unit} 已于 ${isoOf(c.facts.collectedAt)} 收缴`, 'the collection has run; see luyue status');
  const at = question.at ?? startOf(record.dueOn);
  const { owed, moves, covered, shortfall, expires, rectificationDueOn } = previewCollection(c, account, at);
  const due = { case: c.id, at: isoOf(at), dueOn: record.dueOn, owed, moves, ...covered, shortfall, expires };
  return { unit, ...due, rectificationDueOn: rectificationDueOn ?? null };
}

import { monthsOf } from '../domain/model/instant.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { MONTHLY, type DeadlineAnswer, type DeadlineInput } from '../domain/rules/deadline.js';
import { QuestionError } from '../domain/rules/working.js';
import { askedBy } from '../regulation/asked-by.js';
import { ask } from '../regulation/ask.js';
import { rulebookNamed } from '../regulation/named.js';
import { dutyFactsOf, type DutyFacts } from './duty-facts.js';

/** One line of the timetable. */
export interface TimetableRow extends DeadlineAnswer {
  /** `monthly-evidence/2024-05` where there are twelve. */
  readonly duty: string;
  readonly zh: string;
  readonly owedBy: DutyFacts['owedBy'];
  readonly clause: string;
  readonly provisional: boolean;
}
export interface Timetable {
  readonly cycle: number;
  readonly rulebook: { readonly revision: number; readonly digest: string };
  readonly rows: readonly TimetableRow[];
  readonly notKnown: readonly string[];
}

const questionsOf = (facts: DutyFacts, book: Rulebook): DeadlineInput[] =>
  MONTHLY.some((monthly) => monthly === facts.duty)
    ? monthsOf(book.evidenceYear).map((month) => ({ duty: facts.duty, month }))
    : [{ duty: facts.duty }];

/** Every date of a rulebook, earliest first, and the duties whose date nobody knows. */
export function timetableOf(book: Rulebook): Timetable {
  const rows: TimetableRow[] = [];
  const notKnown: string[] = [];
  for (const facts of dutyFactsOf(book))
    for (const question of questionsOf(facts, book)) {
      try {
        const { answer, provisional } = ask(book, 'deadline', question);
        const { zh, owedBy } = facts;
        const { clause = facts.clause } = askedBy(book, facts.duty);
        const month = question.month === undefined ? '' : `/${question.month}`;
        const named = question.month === undefined ? zh : `${question.month} ${zh}`;
        rows.push({ duty: `${facts.duty}${month}`, zh: named, owedBy, clause, ...(answer as DeadlineAnswer), provisional });
      } catch (error) {
        if (!(error instanceof QuestionError)) throw error;
        if (error.code === 'not-known' && !notKnown.includes(facts.duty)) notKnown.push(facts.duty);
      }
    }
  rows.sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  return { cycle: book.cycle, rulebook: { revision: book.revision, digest: book.digest }, rows, notKnown };
}

/** The timetable of a cycle by its year, or of one of its revisions, `YEAR.rN`; of the current one where none is named. */
export const timetable = (cycle?: string): Timetable => timetableOf(rulebookNamed(cycle));

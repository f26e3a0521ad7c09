import type { CityViews } from '../domain/city-cycle/outside.js';
import { CITY_DATES, type CityDate } from '../domain/city-cycle/city-cycle.js';
import { closesAt, type Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Book } from '../records/book.js';
import { readCases, type CaseHistory } from './case-history.js';
import { cycleReport } from './cycle-report.js';
import { shownAt } from './shown.js';

const isCityDate = (name: string): name is CityDate => (CITY_DATES as readonly string[]).includes(name);

/** For which units the city had not decided when one of its dates closed: judged by what had happened before that instant. Pure. */
export function overdueAt(histories: readonly CaseHistory[], at: Instant): Partial<Record<CityDate, string[]>> {
  const overdue: Partial<Record<CityDate, string[]>> = {};
  for (const { unit, duties } of shownAt(histories, at - 1))
    for (const { duty, dueOn, waits } of duties)
      if (waits && isCityDate(duty) && closesAt(dueOn) === at) overdue[duty] = [...(overdue[duty] ?? []), unit];
  return overdue;
}

const inService = async (book: Book, cycle: number): Promise<CaseHistory[]> =>
  (await readCases(book, cycle)).filter(({ opening }) => opening.rehearsal !== true);

/** What the city's cycle is told of its cases, read from the book; a rehearsal's are none of them. */
export const cityViews = (book: Book): CityViews => ({
  overdueAt: async (cycle, at) => overdueAt(await inService(book, cycle), at),
  reportAt: async (cycle, at) => cycleReport(cycle, await inService(book, cycle), at) as unknown as Json,
});

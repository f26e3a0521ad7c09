import type { Book } from '../../records/book.js';
import { cyclesInBook } from '../../records/city-cycles.js';
import { caseAt, readCases } from '../../views/case-history.js';
import { holdsAccount } from '../../domain/cases/case.js';
import type { Entered } from './plan-balances.js';

const AT_A_TIME = 4;

/** What the book has of the opening balances of every unit of a cycle; entered in an earlier one, they stand for good. */
export async function readEntered(book: Book, cycle: number): Promise<ReadonlyMap<string, Entered>> {
  const found = new Map<string, Omit<Entered, 'account'>>();
  const cycles = (await cyclesInBook(book.pool)).map((one) => one.cycle).filter((one) => one !== cycle);
  for (const one of [...cycles, cycle])
    for (const history of await readCases(book, one)) {
      const { unit, kind } = history.opening;
      if (!holdsAccount(kind)) continue;
      const { event, lots = [] } = caseAt(history, Infinity)?.facts.openingBalances ?? {};
      if (event !== undefined) found.set(unit.id, { cycle: one, event, lots });
      else if (one === cycle && !found.has(unit.id)) found.set(unit.id, { cycle, lots });
    }
  const entered = new Map<string, Entered>();
  const units = [...found];
  const lane = async (): Promise<void> => {
    for (let next = units.shift(); next; next = units.shift())
      entered.set(next[0], { ...next[1], account: await book.account(next[0]) });
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return entered;
}

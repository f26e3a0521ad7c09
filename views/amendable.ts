import { cityCaseIdOf } from '../domain/model/case-ids.js';
import type { Day } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { cyclesInBook, readCity } from '../records/city-cycles.js';
import { revisionsOf } from '../regulation/load.js';

/** A cycle that runs, the revision in force, and those on file that could be adopted. */
export interface Amendable {
  readonly cycle: number;
  readonly inForce: number;
  readonly onFile: readonly number[];
}

/** The cycles in the book, the latest first. */
export async function amendable({ pool }: Book, folder?: string): Promise<readonly Amendable[]> {
  const found: Amendable[] = [];
  for (const { cycle, revision } of await cyclesInBook(pool)) {
    const inForce = (await readCity(pool, cityCaseIdOf(cycle)))?.terms.revision ?? revision;
    found.push({ cycle, inForce, onFile: revisionsOf(cycle, folder).filter((one) => one !== inForce) });
  }
  return found.reverse();
}

/** How many cases have a duty still to do, by the day by which it is. */
export interface OpenDuty {
  readonly duty: string;
  readonly dueOn: Day;
  readonly cases: number;
}

const OPEN = `select d.duty, d.due_on::text as "dueOn", count(*)::int as cases from case_duties d join case_views v using (case_id)
  where v.cycle = $1 and not v.closed and d.state in ('pending', 'returned', 'overdue') and d.duty like any ($2) group by d.duty, d.due_on order by d.due_on, d.duty collate "C" limit 500`;

/** What is open in a cycle of these duties, by duty and day; of a monthly one, every month. */
export async function openDuties({ pool }: Book, cycle: number, duties: readonly string[]): Promise<readonly OpenDuty[]> {
  if (duties.length === 0) return [];
  const values = [cycle, duties.flatMap((duty) => [duty, `${duty}/%`])];
  return (await pool.query<OpenDuty>({ name: 'view-open-duties', text: OPEN, values })).rows;
}

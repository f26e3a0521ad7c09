import type { Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Book } from '../../records/book.js';
import { inLanes } from '../lanes.js';
import { isPeopleAct } from '../people-acts.js';
import { previewOf, type PlannedLine, type Preview } from './preview.js';
import type { Line } from './proposing.js';

/** Lines planned side by side: what they ask in the same breath is asked once. */
const AT_A_TIME = 100;

/** What is planned by writing something down first is foretold once it is proposed: what is known of a person, a unit's first case. */
export const isForetold = (act: string): boolean => !isPeopleAct(act) && act !== 'list-unit';

/** One line that nobody has proposed yet: what it says, and how it would be planned. */
export interface Unproposed {
  readonly do: string;
  readonly for?: string;
  readonly with?: Json;
  plan(): Promise<Line | Refusal>;
}

const plannedLine = (line: number, { do: what, for: unit, with: brings = {} }: Unproposed, made: Line | Refusal): PlannedLine => {
  if (isRefusal(made))
    return { line, act: { do: what, by: '', with: brings }, ...(unit === undefined ? {} : { unit }), no: made };
  const caseId = made.planned.concerns.find(({ role }) => role === 'decides')?.case;
  const about = made.planned.unit?.id ?? unit;
  return {
    line,
    act: made.planned.act,
    ...(about === undefined ? {} : { unit: about }),
    ...(caseId === undefined ? {} : { caseId }),
  };
};

/** What lines would do if they were proposed and approved now. Writes nothing. */
export async function foreseen(book: Book, lines: readonly Unproposed[], now: Instant): Promise<Preview> {
  const made = new Map<number, Line | Refusal>();
  const failures = await inLanes(AT_A_TIME, [...lines.entries()], undefined, async ([n, one]) => {
    made.set(n, await one.plan());
  });
  if (failures.length > 0) throw failures[0];
  const planned: PlannedLine[] = [];
  const stamps: Instant[] = [];
  for (const [n, one] of lines.entries()) {
    const its = made.get(n);
    if (!its) continue;
    planned.push(plannedLine(n + 1, one, its));
    if (!isRefusal(its) && its.asked.stamp !== undefined) stamps.push(its.asked.stamp);
  }
  return (await previewOf(book, planned, Math.max(...(stamps.length > 0 ? stamps : [now])))).preview;
}

import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { inLanes } from '../lanes.js';
import type { Line } from './proposing.js';

/** Lines planned side by side. */
const AT_A_TIME = 8;

/** What is wished, planned each where it belongs, in order; or the first that could not even be proposed, by its place among them. */
export async function inOrder<W>(
  wishes: readonly W[],
  plan: (wish: W) => Promise<Line | Refusal>,
): Promise<readonly Line[] | Refusal> {
  const planned = new Map<number, Line | Refusal>();
  const failures = await inLanes(AT_A_TIME, [...wishes.entries()], undefined, async ([n, wish]) => {
    planned.set(n, await plan(wish));
  });
  if (failures.length > 0) throw failures[0];
  const lines: Line[] = [];
  for (let n = 0; n < wishes.length; n += 1) {
    const line = planned.get(n);
    if (isRefusal(line)) return { ...line, path: ['lines', n, ...(line.path ?? [])] };
    if (line) lines.push(line);
  }
  return lines;
}

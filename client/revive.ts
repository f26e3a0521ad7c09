import { Cases } from '../desk/cases.js';
import { CityDesk } from '../desk/city.js';
import { cyclesInBook } from '../records/city-cycles.js';
import { WORKFLOW_TYPES } from '../workflows/ids.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { rehearsalOn } from './rehearsal.js';
import { findService, withService } from './service.js';

export interface ReviveOptions {
  readonly json: boolean;
}

/** Cases looked at side by side. */
const AT_A_TIME = 10;
const TELL_EVERY = 200;

/**
 * `luyue revive`: starts again whatever case is open in the book and runs nowhere, for a Temporal server whose store was lost or came
 * back from an older copy. What fell due meanwhile is played at its nominal instants. Answers the exit status.
 */
export async function revive({ json }: ReviveOptions, streams: Streams = STREAMS): Promise<number> {
  const service = findService(process.env);
  const { taskQueue } = service;
  const rehearsal = rehearsalOn(service);
  const done = await withService(service, async (book, client) => {
    const cases = new Cases({ book, client, taskQueue });
    const of = (await book.allCases()).filter(({ kind }) => Object.hasOwn(WORKFLOW_TYPES, kind));
    // a demonstration's cases have a clock that only it knows
    const looked = of.filter(({ cycle, unit }) => cycle !== rehearsal?.cycle || !rehearsal.units.includes(unit));
    const revived: string[] = [];
    for (const { cycle } of await cyclesInBook(book.pool))
      if (await new CityDesk({ book, client, taskQueue, cycle }).revive()) revived.push(`${String(cycle)}/city/city-cycle`);
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let one = looked[next++]; one; one = looked[next++]) {
        if (await cases.revive(one.caseId)) revived.push(one.caseId);
        if (next % TELL_EVERY === 0) streams.err(`已查 · looked at ${String(next)} / ${String(looked.length)}\n`);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    return { looked: looked.length, revived: revived.sort() };
  });
  if (json) streams.out(`${JSON.stringify(done, null, 2)}\n`);
  else
    streams.out(
      `已查 ${String(done.looked)} 个案件，重启 ${String(done.revived.length)} 个 · looked at ${String(done.looked)} cases, started ${String(done.revived.length)} again\n${done.revived.map((id) => `  ${id}\n`).join('')}`,
    );
  return DONE;
}

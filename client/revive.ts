import { Cases } from '../desk/cases.js';
import { inLanes } from '../desk/lanes.js';
import { casesGoingOn, readLabel, suspensionsIn } from '../records/cases.js';
import { UsageError } from './failure.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { findService, withService } from './service.js';

export interface ReviveOptions {
  readonly json: boolean;
}

/** Cases looked at side by side. */
const AT_A_TIME = 10;
const TELL_EVERY = 200;

/**
 * `luyue revive [CASE…]`: starts again whatever case goes on in the book and runs nowhere, for a Temporal server whose store was lost or
 * came back from an older copy, and the suspended cases that are named. What fell due meanwhile is played at its nominal instants, what
 * was filed is decided under its stamps. Answers the exit status.
 */
export async function revive(named: readonly string[], { json }: ReviveOptions, streams: Streams = STREAMS): Promise<number> {
  const service = findService(process.env);
  const done = await withService(service, async (book, client) => {
    const cases = new Cases({ book, client, taskQueue: service.taskQueue });
    for (const caseId of named)
      if (!(await readLabel(book.pool, caseId)))
        throw new UsageError(`没有案件 ${caseId} / no case is called ${caseId}`, 'unknown-case', ['cases']);
    const suspended = (await suspensionsIn(book.pool)).map(({ caseId }) => caseId);
    for (const caseId of named) if (suspended.includes(caseId)) await book.suspend(caseId, null);
    const looked = named.length > 0 ? named : await casesGoingOn(book.pool);
    const revived: string[] = [];
    let seen = 0;
    const failures = await inLanes(AT_A_TIME, looked, undefined, async (caseId) => {
      if (await cases.revive(caseId)) revived.push(caseId);
      if ((seen += 1) % TELL_EVERY === 0) streams.err(`已查 · looked at ${String(seen)} / ${String(looked.length)}\n`);
    });
    if (failures.length > 0) throw failures[0];
    return { looked: looked.length, revived: revived.sort(), suspended: await suspensionsIn(book.pool) };
  });
  const said = [
    `已查 ${String(done.looked)} 个案件，重启 ${String(done.revived.length)} 个 · looked at ${String(done.looked)} cases, started ${String(done.revived.length)} again`,
    ...done.revived.map((id) => `  ${id}`),
    ...done.suspended.map(({ caseId, why }) => `  暂停中 suspended: ${caseId}: ${why}`),
  ];
  return printAnswer(done, said, json, streams);
}

import { isoOf } from '../domain/model/instant.js';
import { isRefusal, sayRefusal } from '../domain/model/refusal.js';
import { alarmsHolding, allAlarms, releaseAlarm, type Alarm } from '../ledger/alarms.js';
import type { Book } from '../records/book.js';
import { UsageError } from './failure.js';
import { BAD_INPUT, DONE, printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, openBook } from './service.js';

/** Whose collections an alarm holds up. */
export const sayConcern = ({ units }: Pick<Alarm, 'units'>): string =>
  units === null ? '涉及整个账簿 the ledger as a whole: every collection' : `涉及 concerns ${units.join(', ')}`;

const shown = ({ id, check, subject, found, units, raisedAt, release }: Alarm) => ({
  alarm: id,
  check,
  subject,
  found,
  units,
  raisedAt: isoOf(raisedAt),
  release: release ? { ...release, recordedAt: isoOf(release.recordedAt.getTime()) } : null,
});

const say = (alarm: Alarm): string => {
  const { check, subject, found, release } = alarm;
  const state = release ? `已解除 released by ${release.by}, ${release.approvedBy}: ${release.reason}` : '未解除 open';
  return `${String(alarm.id)}  ${check}  ${subject}: ${found}\n   ${isoOf(alarm.raisedAt)}  ${sayConcern(alarm)}  ${state}`;
};

/** Open alarms that hold up a unit's collection, for its status. */
export async function alarmsOf(book: Book, unit: string) {
  const alarms = await alarmsHolding(book.pool, unit);
  return {
    document: alarms.length === 0 ? {} : { alarms: alarms.map(shown) },
    lines: alarms.length === 0 ? [] : ['', '未解除的警报，收缴暂停 open alarms: its collection waits', ...alarms.map(say)],
  };
}

/** `luyue ledger alarms`: every difference that the checker has found, and what became of it. */
export async function ledgerAlarms(options: { readonly json?: boolean }, streams: Streams = STREAMS): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const alarms = await allAlarms(book.pool);
    if (options.json === true) streams.out(`${JSON.stringify({ alarms: alarms.map(shown) }, null, 2)}\n`);
    else streams.out(`${alarms.length > 0 ? alarms.map(say).join('\n') : '没有警报 no alarms'}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}

export interface ReleaseOptions {
  readonly as: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly json?: boolean;
}

/** `luyue ledger release ALARM`: two officers let collections go on, with the reason; recorded with the alarm. */
export async function ledgerRelease(alarm: string, options: ReleaseOptions, streams: Streams = STREAMS): Promise<number> {
  if (!/^[1-9]\d{0,8}$/.test(alarm))
    throw new UsageError(`an alarm is named by its number, not ${alarm}`, 'bad-input', ['alarm']);
  const book = openBook(findService(process.env));
  try {
    const { as: by, approvedBy, reason } = options;
    const answer = await releaseAlarm(book.pool, Number(alarm), { by, approvedBy, reason });
    if (isRefusal(answer)) {
      printProblem({ code: answer.refused, message: sayRefusal(answer) }, options.json === true, streams);
      return answer.refused === 'bad-input' ? BAD_INPUT : REFUSED;
    }
    streams.out(options.json === true ? `${JSON.stringify(shown(answer), null, 2)}\n` : `${say(answer)}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}

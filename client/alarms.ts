import { randomUUID } from 'node:crypto';
import type { RawAct } from '../desk/admit.js';
import { AlarmDesk } from '../desk/alarms.js';
import { Cases } from '../desk/cases.js';
import { isoOf } from '../domain/model/instant.js';
import { alarmsHolding, allAlarms, type Alarm } from '../ledger/alarms.js';
import { wordsOf } from '../ledger/checker/checker.js';
import type { Book } from '../records/book.js';
import { UsageError } from './failure.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { sayOutcome } from './say-outcome.js';
import { findService, type Service, withBook, withService } from './service.js';

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
  return `${String(alarm.id)}  ${check}  ${subject}: ${found}\n   ${wordsOf(check)}\n   ${isoOf(alarm.raisedAt)}  ${sayConcern(alarm)}  ${state}`;
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
  return withBook(async (book) => {
    const alarms = await allAlarms(book.pool);
    const said = alarms.length > 0 ? alarms.map(say) : '没有警报 no alarms';
    return printAnswer({ alarms: alarms.map(shown) }, said, options.json, streams);
  });
}

/** An act about alarms through the desk: it is decided without worker and Temporal; these are told what goes on, where they are there. */
export async function doAboutAlarms(
  raw: RawAct,
  { id = randomUUID(), json }: { readonly id?: string; readonly json: boolean },
  service: Service,
  streams: Streams,
): Promise<number> {
  return withService(service, async (book, client) => {
    const cases = new Cases({ book, client, taskQueue: service.taskQueue });
    const outcome = await new AlarmDesk(book, cases).submit(raw, id);
    return sayOutcome({ id, do: raw.do, outcome }, json, streams);
  });
}

export interface ReleaseOptions {
  readonly as: string;
  readonly approvedBy: string;
  readonly reason: string;
  /** The same id is the same act, however often it is sent. */
  readonly id?: string;
  readonly json?: boolean;
}

/** `luyue ledger release ALARM`: the act `release-alarm`. Two officers let collections go on, with the reason. */
export async function ledgerRelease(alarm: string, options: ReleaseOptions, streams: Streams = STREAMS): Promise<number> {
  if (!/^[1-9]\d{0,8}$/.test(alarm))
    throw new UsageError(`警报以其编号指明，而非 ${alarm} / an alarm is named by its number, not ${alarm}`, 'bad-input', [
      'alarm',
    ]);
  const { as: by, approvedBy, reason, id, json = false } = options;
  const raw: RawAct = { do: 'release-alarm', by, approvedBy, with: { alarm: Number(alarm), reason } };
  return doAboutAlarms(raw, { json, ...(id === undefined ? {} : { id }) }, findService(process.env), streams);
}

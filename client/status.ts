import { instantFrom, type Instant } from '../domain/model/instant.js';
import { unitStatus } from '../views/unit-status.js';
import { alarmsOf } from './alarms.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { placeFor } from './place.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { asJson, clockOf as ownClock, rehearsalOn, sayRehearsal } from './rehearsal.js';
import { sayHoldings } from './say-holdings.js';
import { clockOf, sayCase, sayUnit } from './say-status.js';
import { findService, openBook } from './service.js';

export interface StatusOptions {
  /** The cycle by its year; the unit's latest where none is named. */
  readonly cycle?: string;
  /** The moment asked about, and the moment as of whose knowledge. */
  readonly asOf?: string;
  readonly knownAt?: string;
  /** Who asks, over HTTP. */
  readonly as?: string;
  readonly json: boolean;
}

const instant = (option: string, iso: string | undefined): Instant => {
  if (iso === undefined) return Infinity;
  try {
    return instantFrom(iso);
  } catch {
    throw new UsageError(`${option} must be an instant with its offset, YYYY-MM-DDTHH:MM:SS+08:00, not ${iso}`);
  }
};

/** By which moments the answer is given. */
const sayMoments = ({ asOf, knownAt }: StatusOptions, at: Instant): string =>
  [
    asOf === undefined && knownAt === undefined ? `现在 now ${clockOf(at)}` : `截至 as of ${clockOf(at)}`,
    ...(knownAt !== undefined
      ? [`据 ${clockOf(instant('--known-at', knownAt))} 所知 as known then`]
      : asOf === undefined
        ? []
        : ['据现在所知，含以后的更正 as known now, corrections made since included']),
  ].join(' · ');

const unknownUnit = (unit: string, until: Instant, cycle?: number): UsageError =>
  new UsageError(
    `no case of unit ${unit}${cycle === undefined ? '' : ` in cycle ${String(cycle)}`} is in the book${until === Infinity ? '; luyue register import opens cases' : ' at that moment'}`,
    'unknown-unit',
    ['unit'],
  );

/** `luyue status UNIT [--cycle YEAR]`: where a unit stands, now or as it was known at a moment for a moment. */
export async function status(unitId: string, options: StatusOptions, streams: Streams = STREAMS): Promise<number> {
  const asked = options.cycle === undefined ? undefined : cycleNamed(options.cycle);
  const place = placeFor(options.as);
  if (place) return (await import('./over-http.js')).statusOverHttp(place, unitId, options, streams);
  const knownAt = instant('--known-at', options.knownAt);
  const until = Math.min(instant('--as-of', options.asOf), knownAt);
  const service = findService(process.env);
  const rehearsalOf = (cycle: number) =>
    until === Infinity ? ownClock(rehearsalOn(service), cycle, [unitId]).rehearsal : undefined;
  const book = openBook(service);
  try {
    const found = await unitStatus(book, unitId, {
      ...(asked === undefined ? {} : { cycle: asked }),
      ...(options.asOf === undefined ? {} : { asOf: instant('--as-of', options.asOf) }),
      ...(options.knownAt === undefined ? {} : { knownAt }),
      now: (cycle) => rehearsalOf(cycle)?.now ?? Date.now(),
    });
    if (!found) throw unknownUnit(unitId, until, asked);
    const { standing, at, cases } = found;
    const [{ unit, terms }] = cases;
    const rehearsal = rehearsalOf(terms.cycle);
    const alarms = until === Infinity ? await alarmsOf(book, unitId) : { document: {}, lines: [] };
    const { cases: shown, holdings, ...head } = standing;
    const document = {
      ...head,
      ...(rehearsal ? asJson(rehearsal) : {}),
      ...{ cases: shown, holdings },
      ...alarms.document,
    };
    const lines = [
      ...sayUnit(unit, terms.cycle, standing.status),
      rehearsal ? sayRehearsal(rehearsal) : sayMoments(options, at),
      ...cases.flatMap((c) => sayCase(c, at)),
      ...sayHoldings(holdings),
      ...alarms.lines,
    ];
    streams.out(options.json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join('\n')}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}

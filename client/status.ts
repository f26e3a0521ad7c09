import { instantFrom, type Instant } from '../domain/model/instant.js';
import { unitStatus } from '../views/unit-status.js';
import { alarmsOf } from './alarms.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { placeFor } from './place.js';
import { printAnswer, STREAMS, type Streams } from './print.js';
import { asJson, clockOf as ownClock, rehearsalOn, sayRehearsal } from './rehearsal.js';
import { sayHoldings } from './say-holdings.js';
import { clockOf, sayCase, sayUnit } from './say-status.js';
import { findService, withBook } from './service.js';
import type { StatusOptions } from './over-http.js';
import { instantNamed } from './instant-option.js';

/** By which moments the answer is given. */
const sayMoments = ({ asOf, knownAt }: StatusOptions, at: Instant): string =>
  [
    asOf === undefined && knownAt === undefined ? `现在 now ${clockOf(at)}` : `截至 as of ${clockOf(at)}`,
    ...(knownAt !== undefined
      ? [`据 ${clockOf(instantFrom(knownAt))} 所知 as known then`]
      : asOf === undefined
        ? []
        : ['据现在所知，含以后的更正 as known now, corrections made since included']),
  ].join(' · ');

const unknownUnit = (unit: string, until: Instant, cycle?: number): UsageError =>
  new UsageError(
    `账簿中没有 ${unit} 的案件 / no case of unit ${unit}${cycle === undefined ? '' : ` in cycle ${String(cycle)}`} is in the book${until === Infinity ? '; luyue register import opens cases' : ' at that moment'}`,
    'unknown-unit',
    ['unit'],
  );

/** `luyue status UNIT [--cycle YEAR]`: where a unit stands, now or as it was known at a moment for a moment. */
export async function status(unitId: string, options: StatusOptions, streams: Streams = STREAMS): Promise<number> {
  const asked = options.cycle === undefined ? undefined : cycleNamed(options.cycle);
  const place = placeFor(options.as);
  if (place) return (await import('./over-http.js')).statusOverHttp(place, unitId, options, streams);
  const asOf = instantNamed('--as-of', options.asOf);
  const knownAt = instantNamed('--known-at', options.knownAt);
  const until = Math.min(asOf ?? Infinity, knownAt ?? Infinity);
  const service = findService(process.env);
  const rehearsalOf = (cycle: number) =>
    until === Infinity ? ownClock(rehearsalOn(service), cycle, [unitId]).rehearsal : undefined;
  return withBook(async (book) => {
    const found = await unitStatus(book, unitId, {
      ...(asked === undefined ? {} : { cycle: asked }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
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
      cases: shown,
      holdings,
      ...alarms.document,
    };
    const lines = [
      ...sayUnit(unit, terms.cycle, standing.status),
      rehearsal ? sayRehearsal(rehearsal) : sayMoments(options, at),
      ...cases.flatMap((c) => sayCase(c, at)),
      ...sayHoldings(holdings),
      ...alarms.lines,
    ];
    return printAnswer(document, lines, options.json, streams);
  }, service);
}

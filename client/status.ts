import { blank, dueNext, fold } from '../domain/cases/case.js';
import { inHindsight } from '../domain/cases/hindsight.js';
import { dutyNamed } from '../domain/cases/kinds.js';
import { unitStatus } from '../domain/cases/unit-status.js';
import type { Case } from '../domain/model/case.js';
import { dayOf, instantFrom, isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { openDuties, phaseOf } from '../domain/cases/standing.js';
import { alarmsOf } from './alarms.js';
import { UsageError } from './failure.js';
import { holdingsAt, sayHoldings } from './holdings.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { asJson, clockOf as ownClock, rehearsalOn, sayRehearsal } from './rehearsal.js';
import { clockOf, sayCase, sayUnit } from './say-status.js';
import { findService, openBook } from './service.js';

export interface StatusOptions {
  /** The moment asked about, and the moment as of whose knowledge. */
  readonly asOf?: string;
  readonly knownAt?: string;
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

/** A case folded from the steps taken up to an instant, with what later corrections say of it; none where it was opened later. */
async function caseAt(book: Book, caseId: string, until: Instant, knownAt: Instant): Promise<Case | undefined> {
  const record = await book.readCase(caseId);
  if (!record || record.openedAt > until) return undefined;
  const folded = blank(record.opening);
  for (const step of record.steps) {
    if ((step.events[0]?.at ?? Infinity) > until) break;
    fold(folded, step.key, step.events, step.head);
  }
  const later = record.steps.flatMap((step) => step.events);
  return until < knownAt ? inHindsight(folded, later, until, knownAt) : folded;
}

/** What was due before the case began is none of its duties. */
const dutiesShown = (c: Case) => Object.entries(c.duties).filter(([, record]) => !record.before);

const describe = (c: Case) => {
  const next = dueNext(c);
  const waiting = openDuties(c).find(({ duty }) => duty.atItsEnd !== 'lapses');
  return {
    case: c.id,
    phase: phaseOf(c),
    waitingFor: waiting
      ? { duty: waiting.duty.name, owedBy: waiting.duty.owedBy, until: waiting.record.dueOn, clause: waiting.duty.clause }
      : null,
    next: next ? { at: isoOf(next.at), duty: next.duty, zh: dutyNamed(c, next.duty)?.zh ?? '', what: next.what } : null,
    duties: Object.fromEntries(
      dutiesShown(c).map(([name, { state, dueOn, doneAt, late }]) => [
        name,
        { state, dueOn, ...(state === 'done' && doneAt !== undefined ? { doneOn: dayOf(doneAt), late: late ?? false } : {}) },
      ]),
    ),
    facts: c.facts,
  };
};

/** Every case of a unit as it stood, the latest cycle first, and in it the one in which the unit is judged. */
async function casesAt(book: Book, unit: string, until: Instant, knownAt: Instant): Promise<[Case, ...Case[]]> {
  const folded: Case[] = [];
  for (const { caseId } of await book.casesOf(unit)) {
    const c = await caseAt(book, caseId, until, knownAt);
    if (c) folded.push(c);
  }
  const isBeside = ({ kind }: Case): number => Number(kind === 'monthly-evidence');
  const [main, ...rest] = folded.sort((a, b) => b.terms.cycle - a.terms.cycle || isBeside(a) - isBeside(b));
  if (main) return [main, ...rest];
  throw new UsageError(
    `no case of unit ${unit} is in the book${until === Infinity ? '; luyue register import opens cases' : ' at that moment'}`,
    'unknown-unit',
    ['unit'],
  );
}

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

/** `luyue status UNIT`: where a unit stands, now or as it was known at a moment for a moment. */
export async function status(unitId: string, options: StatusOptions, streams: Streams = STREAMS): Promise<number> {
  const knownAt = instant('--known-at', options.knownAt);
  const until = Math.min(instant('--as-of', options.asOf), knownAt);
  const service = findService(process.env);
  const book = openBook(service);
  try {
    const cases = await casesAt(book, unitId, until, knownAt);
    const [main] = cases;
    const { unit, terms } = main;
    const rehearsal = until === Infinity ? ownClock(rehearsalOn(service), terms.cycle, [unitId]).rehearsal : undefined;
    const at = until === Infinity ? (rehearsal?.now ?? Date.now()) : until;
    const standing = unitStatus(main);
    const holdings = await holdingsAt(book, unitId, until);
    const alarms = until === Infinity ? await alarmsOf(book, unitId) : { document: {}, lines: [] };
    const document = {
      ...{ unit: unitId, name: unit.name, kind: unit.kind, district: unit.district, cycle: terms.cycle, status: standing },
      ...{ asOf: options.asOf ?? null, knownAt: options.knownAt ?? null, at: isoOf(at) },
      ...(rehearsal ? asJson(rehearsal) : {}),
      cases: cases.map(describe),
      holdings,
      ...alarms.document,
    };
    const lines = [
      ...sayUnit(unit, terms.cycle, standing),
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

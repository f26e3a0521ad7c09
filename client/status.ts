import { blank, dueNext, fold } from '../domain/cases/case.js';
import { inHindsight } from '../domain/cases/hindsight.js';
import { dutyNamed } from '../domain/cases/kinds.js';
import { unitStatus } from '../domain/cases/unit-status.js';
import type { Case } from '../domain/model/case.js';
import { dayOf, instantFrom, isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { openDuties, phaseOf } from '../workflows/standing.js';
import { UsageError } from './failure.js';
import { DONE, STREAMS, type Streams } from './print.js';
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
    next: next ? { at: isoOf(next.at), duty: next.duty, what: next.what } : null,
    duties: Object.fromEntries(
      dutiesShown(c).map(([name, { state, dueOn, doneAt, late }]) => [
        name,
        { state, dueOn, ...(state === 'done' && doneAt !== undefined ? { doneOn: dayOf(doneAt), late: late ?? false } : {}) },
      ]),
    ),
    facts: c.facts,
  };
};

const sayCase = (c: Case): string[] => {
  const { phase, waitingFor, next } = describe(c);
  return [
    `${c.id} · ${phase}`,
    `  等待 waiting for  ${waitingFor ? `${waitingFor.owedBy}: ${waitingFor.duty}, ${waitingFor.until} (${waitingFor.clause})` : '—'}`,
    `  下一时点 next     ${next ? `${next.at} ${next.duty} ${next.what}` : '—'}`,
    ...dutiesShown(c).map(
      ([name, { state, dueOn }]) => `  ${name.padEnd(26)} ${state.padEnd(13)} ${dueOn}  ${dutyNamed(c, name)?.zh ?? ''}`,
    ),
  ];
};

/** `luyue status UNIT`: where a unit stands, now or as it was known at a moment for a moment. */
export async function status(unitId: string, options: StatusOptions, streams: Streams = STREAMS): Promise<number> {
  const knownAt = instant('--known-at', options.knownAt);
  const until = Math.min(instant('--as-of', options.asOf), knownAt);
  const book = openBook(findService(process.env));
  try {
    const folded: Case[] = [];
    for (const { caseId } of await book.casesOf(unitId)) {
      const c = await caseAt(book, caseId, until, knownAt);
      if (c) folded.push(c);
    }
    const account = until === Infinity ? await book.account(unitId) : undefined;
    const main = folded.find((c) => c.kind !== 'monthly-evidence');
    if (!main)
      throw new UsageError(
        `no case of unit ${unitId} is in the book${until === Infinity ? '' : ' at that moment'}`,
        'unknown-unit',
        ['unit'],
      );
    const standing = unitStatus(main);
    if (options.json) {
      const holdings = account ? { holdings: account.lots } : {};
      streams.out(
        `${JSON.stringify({ unit: unitId, name: main.unit.name, status: standing, cases: folded.map(describe), ...holdings }, null, 2)}\n`,
      );
    } else {
      const lots =
        account?.lots.map(
          ({ lot, product, vintage, quantity }) => `  ${lot}  ${product} ${String(vintage ?? '')}  ${quantity}`,
        ) ?? [];
      streams.out(
        `${[`${main.unit.name} ${unitId}: ${standing}`, ...folded.flatMap(sayCase), ...(lots.length > 0 ? ['持有 holdings', ...lots] : [])].join('\n')}\n`,
      );
    }
    return DONE;
  } finally {
    await book.close();
  }
}

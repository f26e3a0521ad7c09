import { readCases, unitAt, type CaseHistory } from '../city/case-history.js';
import { cycleReport } from '../city/views/cycle-report.js';
import { inboxOf, type Party } from '../city/views/inbox.js';
import { punctualityOf } from '../city/views/punctuality.js';
import { instantFrom, isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { sayInbox, sayPunctuality, sayReport } from './say-city.js';
import { findService, openBook } from './service.js';

/** `[--cycle 2024] [--as-of INSTANT] [--json]` of every view. */
export interface ViewOptions {
  readonly cycle?: string;
  /** The moment asked about; now where none is named. */
  readonly asOf?: string;
  readonly json?: boolean;
}
/** `luyue inbox --of chaoyang|city|BJ-0001` */
export interface InboxOptions extends ViewOptions {
  readonly of: string;
}

interface Asked {
  readonly book: Book;
  readonly cycle: number;
  readonly at: Instant;
}

const instantNamed = (said: string | undefined): Instant => {
  if (said === undefined) return Date.now();
  try {
    return instantFrom(said);
  } catch {
    throw new UsageError(
      `--as-of ${said} is no instant with its offset: write it like 2024-11-16T00:00:00+08:00`,
      'bad-instant',
      ['as-of'],
    );
  }
};

/** Answers a question from the book of the running platform, as text or as JSON. */
async function answer<T extends object>(
  options: ViewOptions,
  streams: Streams,
  ask: (asked: Asked) => Promise<T>,
  say: (answer: T) => string,
): Promise<number> {
  const [cycle, at] = [cycleNamed(options.cycle), instantNamed(options.asOf)];
  const book = openBook(findService(process.env));
  try {
    const answered = await ask({ book, cycle, at });
    streams.out(options.json === true ? `${JSON.stringify(answered, null, 2)}\n` : say(answered));
    return DONE;
  } finally {
    await book.close();
  }
}

/** Whose inbox is asked for, with the cases that concern it. Throws a UsageError where nobody is called that. */
async function partyNamed(of: string, { book, cycle, at }: Asked): Promise<{ party: Party; cases: CaseHistory[] }> {
  const [body = of] = of.split('/');
  if (body === 'city') return { party: { city: true }, cases: await readCases(book, cycle) };
  const own = await readCases(book, cycle, of);
  if (own.length > 0) return { party: { unit: of }, cases: own };
  const cases = await readCases(book, cycle);
  const district =
    districtMeant(body, districts())?.id ?? cases.map((one) => unitAt(one, at).district).find((one) => one === body);
  if (district === undefined)
    throw new UsageError(
      `${of} is neither city, nor a district authority, nor a unit with a case in cycle ${String(cycle)}`,
      'unknown-party',
      ['of'],
    );
  return { party: { district }, cases };
}

/** Prints what waits for a party, what is overdue first. Answers the exit status. */
export const inbox = (options: InboxOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(
    options,
    streams,
    async (asked) => {
      const { party, cases } = await partyNamed(options.of, asked);
      return { of: options.of, cycle: asked.cycle, at: isoOf(asked.at), items: inboxOf(party, cases, asked.at) };
    },
    sayInbox,
  );

/** Prints the city's own decisions that are overdue. Answers the exit status. */
export const cityOverdue = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(
    options,
    streams,
    async ({ book, cycle, at }) => {
      const items = inboxOf({ city: true }, await readCases(book, cycle), at);
      return { of: 'city', cycle, at: isoOf(at), items: items.filter(({ overdue }) => overdue) };
    },
    sayInbox,
  );

/** Prints how punctual each district is with its checks. Answers the exit status. */
export const punctuality = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(
    options,
    streams,
    async ({ book, cycle, at }) => ({
      cycle,
      at: isoOf(at),
      districts: punctualityOf(await readCases(book, cycle), at),
    }),
    sayPunctuality,
  );

/** Prints how a cycle stands, or how it ended. Answers the exit status. */
export const cityReport = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, async ({ book, cycle, at }) => cycleReport(cycle, await readCases(book, cycle), at), sayReport);

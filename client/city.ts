import { readCases, unitAt, type CaseHistory } from '../city/case-history.js';
import { cycleReport } from '../city/views/cycle-report.js';
import { inboxOf, type Party } from '../city/views/inbox.js';
import { punctualityOf } from '../city/views/punctuality.js';
import { instantFrom, isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { placeFor } from './place.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { sayInbox, sayPunctuality, sayReport } from './say-city.js';
import { asJson, clockOf, rehearsalOn, sayRehearsal } from './rehearsal.js';
import { findService, openBook } from './service.js';

/** `[--cycle 2024] [--as-of INSTANT] [--json]` of every view. */
export interface ViewOptions {
  readonly cycle?: string;
  /** The moment asked about; now where none is named, in a demonstration by its clock. */
  readonly asOf?: string;
  readonly json?: boolean;
}
/** `luyue inbox --of chaoyang|city|BJ-0001` */
export interface InboxOptions extends ViewOptions {
  readonly of: string;
  /** Who asks, over HTTP. */
  readonly as?: string;
}

interface Asked {
  readonly book: Book;
  readonly cycle: number;
}

const instantNamed = (said: string): Instant => {
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

/** What a view looks at, and how it answers. */
interface View<S, T extends object> {
  readonly read: (asked: Asked) => Promise<S & { readonly cases: CaseHistory[] }>;
  readonly tell: (seen: S & { readonly cases: CaseHistory[] }, cycle: number, at: Instant) => T;
  readonly say: (answer: T) => string;
}

/** Answers a question from the book of the running platform, as text or as JSON; now, where no moment is named, by the cases' own clock. */
async function answer<S, T extends object>(
  options: ViewOptions,
  streams: Streams,
  { read, tell, say }: View<S, T>,
): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const asOf = options.asOf === undefined ? undefined : instantNamed(options.asOf);
  const service = findService(process.env);
  const book = openBook(service);
  try {
    const seen = await read({ book, cycle });
    const units = seen.cases.map(({ opening }) => opening.unit.id);
    const { rehearsal, beside } = asOf === undefined ? clockOf(rehearsalOn(service), cycle, units) : {};
    const told = tell(seen, cycle, asOf ?? rehearsal?.now ?? Date.now());
    if (options.json === true) streams.out(`${JSON.stringify({ ...told, ...(rehearsal ? asJson(rehearsal) : {}) }, null, 2)}\n`);
    else streams.out(`${rehearsal ? `${sayRehearsal(rehearsal)}\n` : ''}${say(told)}`);
    if (beside)
      streams.err(
        `${beside.join('、')} 是演示单位，时钟不同；请用 --as-of 指定时点 · ${beside.join(', ')} belong to the demonstration, whose clock is another: name a moment with --as-of\n`,
      );
    return DONE;
  } finally {
    await book.close();
  }
}

const allCases = async ({ book, cycle }: Asked): Promise<{ cases: CaseHistory[] }> => ({ cases: await readCases(book, cycle) });

/** Whose inbox is asked for, with the cases that concern it. Throws a UsageError where nobody is called that. */
async function partyNamed(of: string, { book, cycle }: Asked): Promise<{ party: Party; cases: CaseHistory[] }> {
  const [body = of] = of.split('/');
  if (body === 'city') return { party: { city: true }, cases: await readCases(book, cycle) };
  const own = await readCases(book, cycle, of);
  if (own.length > 0) return { party: { unit: of }, cases: own };
  const cases = await readCases(book, cycle);
  const district =
    districtMeant(body, districts())?.id ?? cases.map((one) => unitAt(one, Infinity).district).find((one) => one === body);
  if (district === undefined)
    throw new UsageError(
      `${of} is neither city, nor a district authority, nor a unit with a case in cycle ${String(cycle)}`,
      'unknown-party',
      ['of'],
    );
  return { party: { district }, cases };
}

/** Prints what waits for a party, what is overdue first. Answers the exit status. */
export const inbox = async (options: InboxOptions, streams: Streams = STREAMS): Promise<number> => {
  const place = placeFor(options.as);
  return place ? (await import('./over-http.js')).inboxOverHttp(place, options, streams) : inboxInProcess(options, streams);
};

const inboxInProcess = (options: InboxOptions, streams: Streams): Promise<number> =>
  answer(options, streams, {
    read: (asked) => partyNamed(options.of, asked),
    tell: ({ party, cases }, cycle, at) => ({ of: options.of, cycle, at: isoOf(at), items: inboxOf(party, cases, at) }),
    say: sayInbox,
  });

/** Prints the city's own decisions that are overdue. Answers the exit status. */
export const cityOverdue = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, {
    read: allCases,
    tell: ({ cases }, cycle, at) => ({
      ...{ of: 'city', cycle, at: isoOf(at) },
      items: inboxOf({ city: true }, cases, at).filter(({ overdue }) => overdue),
    }),
    say: sayInbox,
  });

/** Prints how punctual each district is with its checks. Answers the exit status. */
export const punctuality = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, {
    read: allCases,
    tell: ({ cases }, cycle, at) => ({ cycle, at: isoOf(at), districts: punctualityOf(cases, at) }),
    say: sayPunctuality,
  });

/** Prints how a cycle stands, or how it ended. Answers the exit status. */
export const cityReport = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, {
    read: allCases,
    tell: ({ cases }, cycle, at) => cycleReport(cycle, cases, at),
    say: sayReport,
  });

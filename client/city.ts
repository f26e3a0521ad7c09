import type { Book } from '../records/book.js';
import { isEngagedVerifier } from '../records/cases.js';
import { districtMeant, districts } from '../regulation/districts.js';
import { report } from '../views/cycle-report.js';
import { isOfUnit } from '../views/case-history.js';
import { inbox as askInbox, type Party } from '../views/inbox.js';
import { punctuality as askPunctuality } from '../views/punctuality.js';
import type { Asking } from '../views/shown.js';
import { hasUnits } from '../views/units.js';
import { cycleNamed } from './cycle-option.js';
import { UsageError } from './failure.js';
import { placeFor } from './place.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { instantNamed } from './instant-option.js';
import { sayInbox, sayPunctuality, sayReport } from './say-city.js';
import { asJson, clockOf, rehearsalOn, sayRehearsal, type Rehearsal } from './rehearsal.js';
import { findService, withBook } from './service.js';
import type { InboxOptions, ViewOptions } from './over-http.js';

/** Asks one view, and how its answer is said; `of`: the one unit that it is about, by whose clock it is answered. */
interface View<T extends object> {
  readonly ask: (book: Book, question: Asking) => Promise<T>;
  readonly say: (answer: T) => string;
  readonly of?: string;
}

const isUnitIn = async (book: Book, cycle: number, name: string): Promise<boolean> =>
  (await book.casesOf(name)).some((one) => one.cycle === cycle);

/** The rehearsal by whose clock the cases of a cycle, or of one unit in it, are looked at, and its units that are beside others. */
async function clockIn(book: Book, rehearsal: Rehearsal | undefined, cycle: number, of: string | undefined) {
  if (!rehearsal) return {};
  if (of !== undefined && (await isUnitIn(book, cycle, of))) return clockOf(rehearsal, cycle, [of]);
  const units = (await book.allCases()).filter((one) => one.cycle === cycle && isOfUnit(one.kind)).map(({ unit }) => unit);
  return clockOf(rehearsal, cycle, units);
}

/** Answers a question from the book of the running platform, as text or as JSON; now, where no moment is named, by the cases' own clock. */
async function answer<T extends object>(options: ViewOptions, streams: Streams, view: View<T>): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const asOf = instantNamed('--as-of', options.asOf);
  const service = findService(process.env);
  return withBook(async (book) => {
    const ofNow = asOf === undefined ? rehearsalOn(service) : undefined;
    const { rehearsal, beside } = await clockIn(book, ofNow, cycle, view.of);
    const at = asOf ?? rehearsal?.now;
    const told = await view.ask(book, { cycle, ...(at === undefined ? { now: Date.now() } : { at }) });
    if (options.json === true) streams.out(`${JSON.stringify({ ...told, ...(rehearsal ? asJson(rehearsal) : {}) }, null, 2)}\n`);
    else streams.out(`${rehearsal ? `${sayRehearsal(rehearsal)}\n` : ''}${view.say(told)}`);
    if (beside)
      streams.err(
        `${beside.join('、')} 是演示单位，时钟不同；请用 --as-of 指定时点 · ${beside.join(', ')} belong to the demonstration, whose clock is another: name a moment with --as-of\n`,
      );
    return DONE;
  }, service);
}

/** Whose inbox is asked for. Throws a UsageError where nobody is called that. */
async function partyNamed(book: Book, of: string, cycle: number): Promise<Party> {
  const [body = of] = of.split('/');
  if (body === 'city') return { city: true };
  if (await isUnitIn(book, cycle, of)) return { unit: of };
  const district = districtMeant(body, districts())?.id ?? ((await hasUnits(book, cycle, body)) ? body : undefined);
  if (district !== undefined) return { district };
  if (await isEngagedVerifier(book.pool, body)) return { verifier: body };
  throw new UsageError(
    `${of} 不是市、区生态环境部门、在任核查机构或本周期单位 / ${of} is neither city, nor a district authority, nor a verifier at work, nor a unit with a case in cycle ${String(cycle)}`,
    'unknown-party',
    ['of'],
  );
}

/** Prints what waits for a party, what is overdue first. Answers the exit status. */
export const inbox = async (options: InboxOptions, streams: Streams = STREAMS): Promise<number> => {
  const place = placeFor(options.as);
  return place ? (await import('./over-http.js')).inboxOverHttp(place, options, streams) : inboxInProcess(options, streams);
};

function inboxInProcess(options: InboxOptions, streams: Streams): Promise<number> {
  const { of, mine } = options;
  if (of === undefined || mine === true)
    throw new UsageError(
      of === undefined
        ? '请用 --of 指明谁的待办，或用 --as 指明谁在询问 / name whose inbox with --of, or who asks with --as, over HTTP'
        : '--mine 须用 --as 指明本人 / --mine is asked for somebody, over HTTP: name who with --as',
      'usage',
      [of === undefined ? 'of' : 'mine'],
    );
  return answer(options, streams, {
    ask: async (book, question) => ({
      of,
      cycle: question.cycle,
      ...(await askInbox(book, await partyNamed(book, of, question.cycle), question)),
    }),
    say: sayInbox,
    of,
  });
}

/** Prints the city's own decisions that are overdue. Answers the exit status. */
export const cityOverdue = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, {
    ask: async (book, question) => {
      const { at, items } = await askInbox(book, { city: true }, question);
      return { of: 'city', cycle: question.cycle, at, items: items.filter(({ overdue }) => overdue) };
    },
    say: sayInbox,
  });

/** Prints how punctual each district is with its checks. Answers the exit status. */
export const punctuality = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, { ask: askPunctuality, say: sayPunctuality });

/** Prints how a cycle stands, or how it ended. Answers the exit status. */
export const cityReport = (options: ViewOptions, streams: Streams = STREAMS): Promise<number> =>
  answer(options, streams, { ask: report, say: sayReport });

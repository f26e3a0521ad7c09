import type { ReceiptSealer } from '../documents/receipts/receipt.js';
import type { Context, Hono } from 'hono';
import { consoleRoutes } from '../console/console-routes.js';
import { readBatch } from '../city/batch/read-batch.js';
import { writeWorkbook } from '../city/table/xlsx.js';
import type { ConsoleDeps, Decisions } from '../console/deps.js';
import type { Twin } from '../console/twin.js';
import type { Files } from '../documents/files/files.js';
import type { Seals } from '../documents/seals/seals.js';
import type { Instant } from '../domain/model/instant.js';
import { endSessionsOf, openSessionsOf, steppedUpAt } from '../parties/sessions.js';
import { recordSignIn } from '../parties/sign-ins.js';
import { Book } from '../records/book.js';
import { inTransaction } from '../records/connection.js';
import { mutedBy } from '../records/contacts.js';
import { forOneLook } from '../records/one-look.js';
import { calendarLinkSince } from '../parties/calendar-links.js';
import { addressOf } from './address.js';
import { calendarAt, endLink, renewLink } from './calendar.js';
import { papersOf } from './papers.js';
import { keptOf, readingOf } from './reading.js';
import { Claiming } from './claiming.js';
import { keepWishes } from './letter-wishes.js';
import { logged } from './around.js';
import type { Known } from './endpoint.js';
import type { Limiter } from './limits.js';
import { noIn, noOf, statusOf } from './no.js';
import type { FrontDesk } from '../desk/port.js';
import type { People } from './port.js';
import type { SignInProvider } from './provider.js';
import { printed } from './receipts-here.js';
import { resendOne } from './undelivered.js';
import { ownPath } from './sign-in/own-path.js';
import { isOwnForm, signedInWith, stepUpFirst } from './sign-in/signed-in.js';
import { uploadsOf } from './uploads.js';

/** What pages need of the gateway. */
export interface PagesParts {
  readonly front: FrontDesk;
  readonly people: People;
  readonly book: Book;
  readonly files?: Files | undefined;
  readonly seals: Seals;
  readonly provider: SignInProvider;
  readonly limiter: Limiter;
  readonly proxies: readonly string[];
  readonly log: (line: string) => void;
  /** The business clock. */
  readonly now: () => Instant;
  readonly sealer?: ReceiptSealer | undefined;
  readonly temporalUrl?: string;
  readonly twin?: Twin;
}

/** Who takes on what waits, as pages are told of it. */
function claimsOf(pool: Book['pool'], now: () => Instant): ConsoleDeps['claims'] {
  const claiming = new Claiming(pool, now);
  return {
    claim: async (caller, item) => noIn(await claiming.claim(caller, item)),
    release: async (caller, item) => noIn(await claiming.release(caller, item)),
    handOver: async (caller, item, to) => noIn(await claiming.handOver(caller, item, to)),
  };
}

/** The link of a person's own calendar, as pages are told of it. */
const calendarOf = (book: Book, now: () => Instant, origin: string): ConsoleDeps['calendar'] => ({
  since: ({ person }, party) => calendarLinkSince(book.pool, { party, person }),
  async renew(caller, unit) {
    const secret = await renewLink({ book, now }, caller, unit);
    return typeof secret === 'string' ? calendarAt(origin, secret) : noOf(secret);
  },
  end: async (caller, unit) => noIn(await endLink({ book, now }, caller, unit)),
});

/** What a person is written about, as pages are told of it. */
const letterWishesOf = (pool: Book['pool'], now: () => Instant): ConsoleDeps['letterWishes'] => ({
  of: ({ person }) => mutedBy(pool, person),
  keep: async (caller, muted) => noIn(await keepWishes({ pool, now }, caller, { person: caller.person, muted })),
});

/** Where a person is signed in, as pages are told of it. */
const sessionsOf = ({ pool }: Book): ConsoleDeps['sessions'] => ({
  of: (who) => openSessionsOf(pool, who, Date.now()),
  endAll: ({ issuer, subject }) =>
    inTransaction(pool, async (db) => {
      await endSessionsOf(db, { issuer, subject }, Date.now());
      const entry = { at: Date.now(), what: 'signed-out', how: 'code', issuer, subject, why: 'everywhere' } as const;
      return { keep: await recordSignIn(db, entry) };
    }),
});

/** A file of decisions, to be proposed by whoever has signed in. */
async function decisionsIn(bytes: Uint8Array, cycle: number): Promise<Decisions> {
  const { decisions, findings } = await readBatch(bytes, cycle, true);
  const lines = decisions.map(({ unit, raw: { do: what, with: brings } }) => ({
    do: what,
    for: unit,
    cycle,
    ...(brings === undefined ? {} : { with: brings }),
  }));
  return { lines, found: findings };
}

/** The pages for people, at the gateway's own address. */
export function pagesHere(parts: PagesParts): Hono {
  const { front, people, book, files, seals, provider, limiter, proxies, log, now, sealer, temporalUrl, twin } = parts;
  const { origin, madeUp, testPeople } = provider;
  const session = { pool: book.pool, origin, now: Date.now };
  const kept = keptOf(now);
  const readBy = (its: Book): Pick<ConsoleDeps, 'reading' | 'papers'> => ({
    reading: readingOf({ book: its, now, sealer, kept }),
    papers: papersOf({ book: its, files, seals, now }),
  });
  const isOurs: ConsoleDeps['isOwnForm'] = (request, signed, token) => isOwnForm(request, origin, signed, token);
  return consoleRoutes({
    front,
    madeUp,
    statusOf,
    ownPath,
    workbook: writeWorkbook,
    decisionsIn,
    ...readBy(book),
    forOneLook: () => readBy(new Book(forOneLook(book.pool))),
    uploads: uploadsOf({ book, files, now, isOwnForm: isOurs }),
    claims: claimsOf(book.pool, now),
    calendar: calendarOf(book, now, origin),
    letterWishes: letterWishesOf(book.pool, now),
    sessions: sessionsOf(book),
    now,
    wall: Date.now,
    ...(testPeople ? { testPeople } : {}),
    ...(temporalUrl === undefined ? {} : { temporalUrl }),
    ...(twin ? { twin } : {}),
    signedIn: (c) => signedInWith(c, session),
    async callerOf(who) {
      const found = await people.callerOf(who, now());
      if (!found) return undefined;
      const { steppedUpAt: _, ...caller } = found;
      const at = steppedUpAt(who, Date.now());
      return at === undefined ? caller : { ...caller, steppedUpAt: at };
    },
    isOwnForm: isOurs,
    stepUpFirst: (who, page) => stepUpFirst(who, Date.now(), page),
    resend: (caller, letter, reason) => resendOne(book, caller, { letter, reason, at: now() }),
    printed: (receipt) => printed({ book, now }, receipt, origin),
    tooMany: (c, caller) => (caller ? limiter.signedIn(caller) : limiter.unknown(addressOf(c as Context<Known>, proxies))),
    failed: logged(log),
    noted(c, route, code) {
      c.set('route', route);
      if (code !== undefined) c.set('code', code);
    },
  });
}

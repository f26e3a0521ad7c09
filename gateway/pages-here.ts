import type { Context, Hono } from 'hono';
import { consoleRoutes } from '../console/console-routes.js';
import type { ConsoleDeps } from '../console/deps.js';
import type { Twin } from '../console/twin.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import { steppedUpAt } from '../parties/sessions.js';
import type { Book } from '../records/book.js';
import { attentionCounts } from '../views/attention.js';
import type { UnitStanding } from '../views/unit-status.js';
import { addressOf } from './address.js';
import { inbox, status, timeline, units } from './answers.js';
import { noOfFailure } from './around.js';
import type { Known } from './endpoint.js';
import type { Limiter } from './limits.js';
import { inboxMeant } from './may-see.js';
import { statusOf } from './no.js';
import type { Front, People } from './port.js';
import type { SignInProvider } from './provider.js';
import { printed, receiptAskedAs, receiptByCode } from './receipts-here.js';
import { isOwnForm, signedInWith, stepUpFirst } from './sign-in/signed-in.js';

/** What pages need of the gateway. */
export interface PagesParts {
  readonly front: Front;
  readonly people: People;
  readonly book: Book;
  readonly provider: SignInProvider;
  readonly limiter: Limiter;
  readonly proxies: readonly string[];
  readonly log: (line: string) => void;
  /** The business clock. */
  readonly now: () => Instant;
  readonly temporalUrl?: string;
  readonly twin?: Twin;
}

/** What pages show is what the API answers, asked for whoever has signed in. */
const readingOf = (book: Book, now: () => Instant): ConsoleDeps['reading'] => ({
  units: (caller, asked) => units(book, caller, { ...asked, now }),
  status: async (caller, unit, asked) => (await status(book, caller, unit, { ...asked, now })) as UnitStanding,
  timeline: (caller, unit, asked) => timeline(book, caller, unit, { ...asked, now }),
  async inbox(caller, wanted, asked) {
    const meant = inboxMeant(caller, wanted);
    if (isRefusal(meant)) return meant;
    const found = await inbox(book, caller, meant.of, { ...asked, now });
    return isRefusal(found) ? found : { ...found, items: found.items };
  },
  attention: () => attentionCounts(book),
  receipt: (code, caller) => receiptByCode({ book, now }, code, caller),
  receiptCode: async (caller, id) => (await receiptAskedAs({ book, now }, id, caller))?.code,
});

/** The pages for people, at the gateway's own address. */
export function pagesHere({ front, people, book, provider, limiter, proxies, log, now, temporalUrl, twin }: PagesParts): Hono {
  const { origin, madeUp, testPeople } = provider;
  const session = { pool: book.pool, origin, now: Date.now };
  return consoleRoutes({
    ...{ front, madeUp, statusOf, reading: readingOf(book, now), now, wall: Date.now },
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
    isOwnForm: (request, signed, token) => isOwnForm(request, origin, signed, token),
    stepUpFirst: (who, page) => stepUpFirst(who, Date.now(), page),
    printed: (receipt) => printed({ book, now }, receipt, origin),
    tooMany: (c, caller) => (caller ? limiter.signedIn(caller) : limiter.unknown(addressOf(c as Context<Known>, proxies))),
    failed(error, method) {
      log(JSON.stringify({ at: new Date().toISOString(), failed: error instanceof Error ? error.stack : String(error) }));
      return noOfFailure(error, method);
    },
    noted(c, route, code) {
      c.set('route', route);
      if (code !== undefined) c.set('code', code);
    },
  });
}

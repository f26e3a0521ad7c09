import type { ReceiptSealer } from '../documents/receipts/receipt.js';
import type { Context, Hono } from 'hono';
import { consoleRoutes } from '../console/console-routes.js';
import { readBatch } from '../city/batch/read-batch.js';
import { writeWorkbook } from '../city/table/xlsx.js';
import type { ConsoleDeps, Decisions } from '../console/deps.js';
import type { Twin } from '../console/twin.js';
import type { Instant } from '../domain/model/instant.js';
import { steppedUpAt } from '../parties/sessions.js';
import type { Book } from '../records/book.js';
import { addressOf } from './address.js';
import { readingOf } from './reading.js';
import { Claiming } from './claiming.js';
import { noOfFailure } from './around.js';
import type { Known } from './endpoint.js';
import type { Limiter } from './limits.js';
import { noIn, statusOf } from './no.js';
import type { Front, People } from './port.js';
import type { SignInProvider } from './provider.js';
import { printed } from './receipts-here.js';
import { resendOne } from './undelivered.js';
import { ownPath } from './sign-in/own-path.js';
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

/** A file of decisions, to be proposed by whoever has signed in. */
async function decisionsIn(bytes: Uint8Array, cycle: number): Promise<Decisions> {
  const { decisions, findings } = await readBatch(bytes, cycle, true);
  const lines = decisions.map(({ unit, raw: { do: what, with: brings } }) => ({
    ...{ do: what, for: unit, cycle },
    ...(brings === undefined ? {} : { with: brings }),
  }));
  return { lines, found: findings };
}

/** The pages for people, at the gateway's own address. */
export function pagesHere({
  front,
  people,
  book,
  provider,
  limiter,
  proxies,
  log,
  now,
  sealer,
  temporalUrl,
  twin,
}: PagesParts): Hono {
  const { origin, madeUp, testPeople } = provider;
  const session = { pool: book.pool, origin, now: Date.now };
  return consoleRoutes({
    ...{
      front,
      madeUp,
      statusOf,
      ownPath,
      workbook: writeWorkbook,
      decisionsIn,
      reading: readingOf(book, now, sealer),
      claims: claimsOf(book.pool, now),
      now,
      wall: Date.now,
    },
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
    resend: (caller, letter, reason) => resendOne(book, caller, { letter, reason, at: now() }),
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

import { Context } from '@temporalio/activity';
import type { Instant } from '../domain/model/instant.js';
import { noteWrongAnchors } from '../records/anchored-by-night.js';
import { inspect } from '../records/inspect.js';
import type { Book } from '../records/book.js';
import { noteStepDifferences } from '../records/verify-steps.js';
import { viewDifferences } from '../records/verify-views.js';

/** What staff see of a night's check in its result. */
export interface Checked {
  readonly differences: number;
  /** Alarms that are new by it, and all that stand open. */
  readonly raised: readonly string[];
  readonly open: number;
  /** Cases of which something else is shown than their events say, so many by name; left out where there are none. No alarm: nothing is decided by it. */
  readonly views?: { readonly differences: number; readonly cases: readonly string[] };
  /** Steps of the day that their cases, asked anew, do not make of their causes, by the event; left out where there are none. No alarm, see `StepDifference`. */
  readonly steps?: { readonly differences: number; readonly events: readonly string[] };
  /** What is not as it was anchored on an earlier day, so much by name; left out where all is. No alarm: `luyue attention` has it until it is mended. */
  readonly anchored?: { readonly differences: number; readonly what: readonly string[] };
  /** The hash under which the heads of all cases were anchored this day: a copy of it that is kept outside the book. */
  readonly anchor: { readonly day: string; readonly hash: string };
  /** What was done with the files, where the platform keeps some. */
  readonly files?: FilesChecked;
}

/** A night's work on the files: how many went that nobody filed, how many were read again, and which are not what they were. */
export interface FilesChecked {
  readonly forgotten: number;
  readonly scanned: number;
  readonly read: { readonly files: number; readonly bytes: number };
  readonly wrong: readonly { readonly sha256: string; readonly what: string }[];
  readonly infected: readonly { readonly sha256: string; readonly found: string }[];
}

const BEAT_MS = 15_000;
/** How many cases are named. */
const NAMED = 50;

/** What else is looked after once a night. */
export interface ByNight {
  readonly files?: (() => Promise<FilesChecked>) | undefined;
  readonly besides?: ((at: Instant) => Promise<unknown>) | undefined;
}

/** The checker's look at the whole book, with its alarms, and the anchor of the day. `at` is the business instant under which they are raised. */
export function checkActivities(book: Pick<Book, 'pool' | 'anchorHeads'>, byNight: ByNight = {}) {
  return {
    async checkBook(at: Instant): Promise<Checked> {
      const context = Context.current();
      const beat = setInterval(() => {
        context.heartbeat();
      }, BEAT_MS);
      try {
        const { differences, raised, open } = await inspect(book.pool, at);
        const named = raised.map(({ id, check, subject }) => `${String(id)} ${check} ${subject}`);
        const steps = await noteStepDifferences(book.pool);
        const anchored = await noteWrongAnchors(book.pool, Date.now());
        const { day, hash } = await book.anchorHeads(at);
        const files = await byNight.files?.();
        await byNight.besides?.(at);
        const views = await viewDifferences(book.pool);
        const shown = { differences: views.length, cases: views.slice(0, NAMED).map(({ subject }) => subject) };
        return {
          differences: differences.length,
          raised: named,
          open: open.length,
          anchor: { day, hash },
          ...(views.length > 0 ? { views: shown } : {}),
          ...(steps.length > 0
            ? { steps: { differences: steps.length, events: steps.slice(0, NAMED).map(({ subject }) => subject) } }
            : {}),
          ...(anchored.length > 0 ? { anchored: { differences: anchored.length, what: anchored.slice(0, NAMED) } } : {}),
          ...(files ? { files } : {}),
        };
      } finally {
        clearInterval(beat);
      }
    },
  };
}

export type CheckActivities = ReturnType<typeof checkActivities>;

import type pg from 'pg';
import { patchOf } from '../domain/projection/patch.js';
import { PROJECTION_VERSION, type Projection, type Watch } from '../domain/projection/projection.js';
import { SHOWN_KINDS, watch } from '../domain/projection/watch.js';
import type { Database } from '../ledger/one-row.js';
import { stepsSince } from './history.js';
import type { StoredStep } from './posted.js';

/** Where a case stands before a step. */
interface Place {
  readonly caseId: string;
  readonly seq: number;
  readonly head: string;
}

/** A case as it was watched last, and what was shown of it then. */
interface Seen {
  readonly head: string;
  readonly watch: Watch;
  readonly shown: Projection | undefined;
}

/** With which the first step of a case enters it. */
export interface Opened {
  readonly kind: string;
  readonly opening: unknown;
}

const BOUND = 2_000;

/**
 * The cases that this process wrote last, so that what a step changes of what is shown needs no reading of the whole case. One is
 * known by the hash of its last event, which stands for all of its history: another history never has it.
 */
export class LastSeen {
  private readonly byCase = new Map<string, Seen>();

  /** Gives a case out, and forgets it: whoever folds it on keeps it as it left it. */
  take({ caseId, head }: Place): Seen | undefined {
    const seen = this.byCase.get(caseId);
    this.byCase.delete(caseId);
    return seen?.head === head ? seen : undefined;
  }

  keep(caseId: string, seen: Seen): void {
    this.byCase.delete(caseId);
    this.byCase.set(caseId, seen);
    const [oldest] = this.byCase.keys();
    if (this.byCase.size > BOUND && oldest !== undefined) this.byCase.delete(oldest);
  }
}

const onPools = new WeakMap<pg.Pool, LastSeen>();

/** The cases that were written last through this pool. */
export const lastSeenBy = (pool: pg.Pool): LastSeen => {
  const known = onPools.get(pool) ?? new LastSeen();
  onPools.set(pool, known);
  return known;
};

/** A case as the book has it, up to where its asker stands. */
interface Read extends Opened {
  readonly steps: readonly StoredStep[];
}

const OPENING = 'select kind, opening from cases where case_id = $1 and kind = any ($2)';

/** None where the book does not stand where the asker does, or nothing is shown of cases of that kind. */
const readUpTo = async (db: Database, { caseId, seq, head }: Place): Promise<Read | undefined> => {
  const { rows } = await db.query<Opened>({ name: 'watch-opening', text: OPENING, values: [caseId, SHOWN_KINDS] });
  if (!rows[0]) return undefined;
  const steps = (await stepsSince(db, caseId, 0)).filter(({ events }) => (events[0]?.seq ?? 0) <= seq);
  return (steps.at(-1)?.head ?? '') === head ? { ...rows[0], steps } : undefined;
};

/** A case folded anew; none of a kind of which nothing is shown. Pure. */
export const watched = ({ kind, opening, steps }: Read): Watch | undefined => {
  const made = watch(kind, opening);
  for (const { key, events, head } of made ? steps : []) made?.fold(key, events, head);
  return made;
};

/** Before its first step nothing is shown of a case. */
const seenAnew = (read: Read): Seen | undefined => {
  const made = watched(read);
  return made && { head: read.steps.at(-1)?.head ?? '', watch: made, shown: read.steps.length > 0 ? made.shown() : undefined };
};

/** What a step changes of what is shown of a case, as the book's functions take it; `keep` once it is written. */
export interface Shown {
  readonly views: object | null;
  readonly keep: () => void;
}

const NOTHING: Shown = { views: null, keep: () => undefined };
/** What cannot be told is not shown: its rows are taken away. */
const UNTOLD: Shown = { views: {}, keep: () => undefined };

const changedBy = (last: LastSeen, caseId: string, { watch: made, shown: before }: Seen, step: StoredStep): Shown => {
  made.fold(step.key, step.events, step.head);
  const shown = made.shown();
  const patch = patchOf(before, shown);
  return {
    views: patch ? { made: PROJECTION_VERSION, ...(before ? {} : { whole: true }), ...patch } : null,
    keep: () => {
      last.keep(caseId, { head: step.head, watch: made, shown });
    },
  };
};

/** Who works it out: on which connection, by which cases seen last, and what was worked out in earlier tries of the same step, by its hash. */
export interface Showing {
  readonly db: Database;
  readonly last: LastSeen;
  readonly tried?: Map<string, Shown>;
}

/**
 * Works out what the events of a step change of what is shown of their case. It is never a reason not to write a step: where it cannot
 * be told, nothing is shown of the case, and the checker names it.
 */
export async function shownAfter(by: Showing, place: Place, step: StoredStep, opened?: Opened): Promise<Shown> {
  const { db, last, tried } = by;
  const before = tried?.get(step.head);
  if (before) return before;
  const known = opened ? undefined : last.take(place);
  const read = known ? undefined : opened ? { ...opened, steps: [] } : await readUpTo(db, place);
  try {
    const seen = known ?? (read && seenAnew(read));
    const shown = seen ? changedBy(last, place.caseId, seen, step) : NOTHING;
    tried?.set(step.head, shown);
    return shown;
  } catch {
    return UNTOLD;
  }
}

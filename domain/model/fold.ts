import type { Instant } from './instant.js';
import type { Event } from './step.js';

/** How far a case of any kind has come in its own history. */
export interface Folded {
  seq: number;
  /** The hash of the last event. */
  head: string;
  playedTo: Instant;
}

/** The same of a case whose state goes to a workflow, and so into its history. */
export interface FoldedActs extends Folded {
  /** The acts taken, by id: one sent twice finds itself here. No Map: a history keeps JSON. */
  readonly taken: Record<string, number>;
}

/** A step as the book keeps it; `head` is the hash of its last event. */
interface Kept {
  readonly key: string;
  readonly events: readonly Event[];
  readonly head: string;
}

/** Folds the events of one step into a case, in place; `tell` says what each changes. Throws where one is missing. */
export function foldEvents(c: Folded, id: string, { events, head }: Omit<Kept, 'key'>, tell: (event: Event) => void): void {
  for (const event of events) {
    if (event.seq !== c.seq + 1) throw new Error(`${id}: event ${String(event.seq)} after ${String(c.seq)}`);
    c.seq = event.seq;
    c.playedTo = Math.max(c.playedTo, event.at);
    tell(event);
  }
  c.head = head;
}

/** The act that caused a step with this key; undefined where none did. */
export const actOfKey = (key: string): string | undefined => (key.startsWith('act:') ? key.slice('act:'.length) : undefined);

/** The same, with the act that caused it noted by its last event. */
export function foldStep(c: FoldedActs, id: string, step: Kept, tell: (event: Event) => void): void {
  foldEvents(c, id, step, tell);
  const act = actOfKey(step.key);
  if (act !== undefined) c.taken[act] = c.seq;
}

import type { Instant } from '../model/instant.js';
import type { Party } from '../model/party.js';
import type { Event, NewEvent } from '../model/step.js';

/** The case of the alarms: its id, its kind, and what stands where other cases have their unit. It is of no unit and no cycle. */
export const ALARMS = 'alarms';

/** A difference that the checker found: a check, the place, what is there, and whom it concerns; null for the ledger as a whole. */
export interface Found {
  readonly check: string;
  readonly subject: string;
  readonly found: string;
  readonly units: readonly string[] | null;
}

/** An alarm under its number, which is what an act calls it by. */
export interface Numbered extends Found {
  readonly id: number;
}

/** The case of the alarms as its events make it. It has no clock: nothing in it falls due. */
export interface Alarms {
  seq: number;
  head: string;
  playedTo: Instant;
  /** Every alarm by its number, and whether it is released. */
  raised: Map<number, { released: boolean }>;
  /** The acts taken, by id: one sent twice finds itself here. */
  taken: Map<string, number>;
}

/** A mail to the city about an alarm. */
export interface AlarmMail {
  readonly unit: 'city';
  readonly party: Party;
  readonly template: 'alarm';
  readonly say: Readonly<Record<string, string>>;
}

/** What a look of the checker or an act does to the case of the alarms. */
export interface AlarmStep {
  readonly key: string;
  readonly at: Instant;
  readonly events: readonly NewEvent[];
  readonly mails: readonly AlarmMail[];
}

export const blankAlarms = (): Alarms => ({ seq: 0, head: '', playedTo: 0, raised: new Map(), taken: new Map() });

const numberIn = ({ with: told }: Event): number => (told as { readonly alarm: number }).alarm;

/** Folds the events of one step into the case, in place; `head` is the hash of the last one. */
export function foldAlarms(a: Alarms, key: string, events: readonly Event[], head: string): void {
  for (const event of events) {
    if (event.seq !== a.seq + 1) throw new Error(`${ALARMS}: event ${String(event.seq)} after ${String(a.seq)}`);
    a.seq = event.seq;
    a.playedTo = Math.max(a.playedTo, event.at);
    if (event.type === 'alarm-raised') a.raised.set(numberIn(event), { released: false });
    else if (event.type === 'alarm-released') a.raised.set(numberIn(event), { released: true });
  }
  a.head = head;
  if (key.startsWith('act:')) a.taken.set(key.slice('act:'.length), a.seq);
}

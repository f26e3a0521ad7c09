import type { Event, MailTo, TellingStep } from '../model/step.js';
import { actOfKey, foldEvents, type Folded } from '../model/fold.js';

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
  /** What its check has found, in Chinese. */
  readonly meaning?: string | undefined;
}

/** The case of the alarms as its events make it. It has no clock: nothing in it falls due. */
export interface Alarms extends Folded {
  /** Every alarm by its number, and whether it is released. */
  raised: Map<number, { released: boolean }>;
  /** The acts taken, by id: one sent twice finds itself here. */
  readonly taken: Map<string, number>;
}

/** A mail to the city about an alarm. */
export type AlarmMail = MailTo<'alarm'>;

/** What a look of the checker or an act does to the case of the alarms. */
export type AlarmStep = Omit<TellingStep<'alarm'>, 'by'>;

export const blankAlarms = (): Alarms => ({ seq: 0, head: '', playedTo: 0, raised: new Map(), taken: new Map() });

const numberIn = ({ with: told }: Event): number => (told as { readonly alarm: number }).alarm;

/** Folds the events of one step into the case, in place; `head` is the hash of the last one. */
export function foldAlarms(a: Alarms, key: string, events: readonly Event[], head: string): void {
  foldEvents(a, ALARMS, { events, head }, (event) => {
    if (event.type === 'alarm-raised') a.raised.set(numberIn(event), { released: false });
    else if (event.type === 'alarm-released') a.raised.set(numberIn(event), { released: true });
  });
  const act = actOfKey(key);
  if (act !== undefined) a.taken.set(act, a.seq);
}

import { isoOf, type Instant } from '../domain/model/instant.js';
import type { Party } from '../domain/model/party.js';
import { calendarParts } from '../letters/calendar.js';
import { compose } from '../letters/compose.js';
import type { Matter } from '../letters/matter.js';
import type { Book } from '../records/book.js';
import type { CalendarDate, Channel } from '../records/deliveries.js';
import { letterBesides, letterState } from '../records/sent-letters.js';

/** One of those to whom a letter went, and what became of it there. */
interface Receiver {
  readonly channel: Channel;
  readonly to: string;
  readonly state: 'sent' | 'refused' | 'returned' | 'waiting';
  readonly sentAt?: string;
  /** What the server said when it did not take it. */
  readonly said?: string;
}

/** A letter as the party to whom it was written reads it. */
export interface OwnLetter {
  readonly at: string;
  readonly subject: string;
  readonly greeting: string;
  readonly matters: readonly Matter[];
  /** Whom to ask. */
  readonly ask: string;
  /** For staff who do not read Chinese. */
  readonly en: string;
  /** What was attached to it: dates to keep, and dates to take out. */
  readonly attached: readonly {
    readonly name: 'dates' | 'done';
    readonly ics: string;
    readonly dates: readonly CalendarDate[];
  }[];
  readonly receivers: readonly Receiver[];
}

interface Asked {
  readonly letter: string;
  readonly party: Party;
}

const attachedIn = (calendar: readonly CalendarDate[], at: Instant): OwnLetter['attached'] =>
  calendarParts(calendar, at).map(({ method, content }) => ({
    name: method === 'PUBLISH' ? 'dates' : 'done',
    ics: content,
    dates: calendar.filter(({ cancelled }) => cancelled === (method === 'CANCEL')),
  }));

/** A letter in the words in which it went out; undefined where none of that name was written to this party. Pages of the platform: its links are ours. */
export async function ownLetter(book: Book, { letter, party }: Asked): Promise<OwnLetter | undefined> {
  const all = await book.lettersOf({ letter });
  const [first] = all;
  if (!first || first.party.kind !== party.kind || first.party.id !== party.id) return undefined;
  const { at, notices } = first;
  const { calendar, ...asked } = await letterBesides(book.pool, letter);
  const { subject, greeting, matters, ask, en } = compose({ party, at, notices, ...asked }, { url: '', name: '' });
  const receivers = all.map((one): Receiver => {
    const state = letterState(one);
    return {
      channel: one.channel,
      to: one.to,
      state,
      ...(one.sentAt ? { sentAt: isoOf(one.sentAt.getTime()) } : {}),
      ...(one.said !== undefined && state !== 'sent' ? { said: one.said } : {}),
    };
  });
  return { at: isoOf(at), subject, greeting, matters, ask, en, attached: attachedIn(calendar, at), receivers };
}

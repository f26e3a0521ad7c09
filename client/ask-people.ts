import { randomUUID } from 'node:crypto';
import { businessNow } from '../records/business-clock.js';
import type { RawAct } from '../desk/admit.js';
import type { Outcome } from '../desk/answer.js';
import { PeopleDesk } from '../desk/people.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { atMachine } from '../parties/test-caller.js';
import type { Book } from '../records/book.js';
import type { Streams } from './print.js';
import { sayOutcome } from './say-outcome.js';
import { withBook } from './service.js';

/** Who asks for an act about people, and who approves where two are needed. */
export interface Asked {
  readonly as: string;
  readonly approvedBy?: string;
  /** The same id is the same act, however often it is sent. */
  readonly id?: string;
  readonly json: boolean;
}

const NUMBERS = ['person', 'appointment', 'client', 'certificate'] as const;

/** What the case gave a number to. */
export const numbersIn = (said: readonly Readonly<Record<string, Json | undefined>>[]): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const field of NUMBERS) {
    const given = said.flatMap(({ [field]: one }) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
    if (given.length > 0) found[field] = [...new Set(given)].join(', ');
  }
  return found;
};

/** Whoever is named at the machine: a test person, or on such a platform anybody by number. In service people sign in. */
async function notAtMachine(book: Book, { by, approvedBy }: RawAct): Promise<Refusal | undefined> {
  for (const actor of [by, ...(approvedBy === undefined ? [] : [approvedBy])]) {
    const there = await atMachine(book.pool, actor, await businessNow(book.pool));
    if (isRefusal(there)) return there;
  }
  return undefined;
}

/** An act about people at their desk, by whoever is at the machine. Prints what came of it and answers the exit status. */
export function askPeople(
  raw: Pick<RawAct, 'do' | 'with'>,
  { as: by, approvedBy, id = randomUUID(), json }: Asked,
  streams: Streams,
  deskOf: (book: Book) => PeopleDesk | Promise<PeopleDesk> = (book) => new PeopleDesk(book),
): Promise<number> {
  const asked: RawAct = { ...raw, by, ...(approvedBy === undefined ? {} : { approvedBy }) };
  return withBook(async (book) => {
    const no = await notAtMachine(book, asked);
    if (no) {
      const at = await businessNow(book.pool);
      return sayOutcome({ id, do: raw.do, outcome: { state: 'refused', at, refusal: no } }, json, streams);
    }
    const desk = await deskOf(book);
    const outcome: Outcome = await desk.submit(asked, id);
    const more = outcome.state === 'decided' ? numbersIn(await desk.said(id, by)) : {};
    return sayOutcome({ id, do: raw.do, outcome, more }, json, streams);
  });
}

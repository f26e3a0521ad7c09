import { isRefusal } from '../../domain/model/refusal.js';
import { testCaller } from '../../parties/test-caller.js';
import type { Book } from '../../records/book.js';
import { ROLES, type Caller, type PartyKind, type Role } from '../../parties/caller.js';

/** Somebody who has signed in and shown a second factor just now: a test person, spelt as in scenarios. */
export function callerOf(
  kind: PartyKind,
  party: string,
  actor: string,
  person: string,
  roles: readonly Role[] = ROLES[kind],
): Caller {
  return {
    person,
    testActor: { party, actor },
    appointments: roles.map((role, k) => ({ id: k + 1, kind, party, role, from: 0 })),
    steppedUpAt: Date.now(),
  };
}

export const cityOfficer = (letter: string): Caller => callerOf('city', 'city', `city/${letter}`, `p-9${letter.charCodeAt(0)}`);
export const unitPerson = (unit: string): Caller => callerOf('unit', unit, unit, `p-8${unit.slice(-4)}`);

/** A test person as the book has them: an approval looks its officer up there. The platform of the book is a rehearsal. */
export const inTheBook = async (book: Book, actor: string): Promise<Caller> => {
  const caller = await testCaller(book.pool, actor, Date.now());
  if (isRefusal(caller)) throw new Error(caller.en);
  return caller;
};

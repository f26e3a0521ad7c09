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

import type { Instant } from '../model/instant.js';
import { eventOf } from './answering.js';
import { nextAppointment, nextPerson, type People, type PeopleStep } from './people.js';
import type { PartyKind, Role } from './roles.js';

/** What a test person is for which party. */
export interface TestOffice {
  readonly kind: PartyKind;
  readonly party: string;
  readonly roles: readonly Role[];
}

/**
 * A person for somebody whom a scenario names, on a platform that is not in service: entered by the platform, marked as a test person
 * for ever, in office at any time. Key `test:ACTOR`.
 */
export function enteringTestPerson(p: People, testActor: string, { kind, party, roles }: TestOffice, at: Instant): PeopleStep {
  const person = nextPerson(p);
  const base = { at, by: 'platform' } as const;
  const appointed = roles.map((role, n) => {
    const office = { kind, party, role, from: 0, basis: 'test', testActor };
    return eventOf('appointed', base, { appointment: nextAppointment(p, n), person, ...office });
  });
  const entered = eventOf('person-entered', base, { person, testActor });
  return { key: `test:${testActor}`, at, events: [entered, ...appointed], mails: [] };
}

/** The first step of the case. Key `open`. */
export const openingPeople = (at: Instant): PeopleStep => ({
  key: 'open',
  at,
  mails: [],
  events: [{ type: 'people-opened', at, by: 'platform' }],
});

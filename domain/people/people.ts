import type { Instant } from '../model/instant.js';
import type { Event, NewEvent } from '../model/step.js';
import { actOfKey, foldEvents, type Folded } from '../model/fold.js';
import type { PeopleEvent, PeopleTells } from './brings.js';
import type { PartyKind, Role } from './roles.js';

/** The case of the people: its id, its kind, and what stands where other cases have their unit. It is of no unit and no cycle. */
export const PEOPLE = 'people';

/** A person as the chain knows one: a number. Name, mail and telephone stand outside of it. */
export interface Person {
  suspended: boolean;
  erased: boolean;
  /** How a test person is spelt in scenarios: `city/a`. */
  readonly testActor?: string;
}

/** 任命: a person acts for a party in a role, from an instant, until another one that is not part of it. */
export interface Appointed {
  readonly id: number;
  readonly person: string;
  readonly kind: PartyKind;
  readonly party: string;
  readonly role: Role;
  readonly from: Instant;
  until?: Instant;
}

/** A program that signs in by a key of its own, for one appointment. */
export interface MachineClient {
  readonly appointment: number;
  readonly acts: readonly string[];
  ended: boolean;
}

/** A certificate by which a party seals. */
export interface RegisteredCertificate {
  readonly party: string;
  readonly sha256: string;
  revoked: boolean;
}

/** The case of the people as its events make it. It has no clock: nothing in it falls due. */
export interface People extends Folded {
  persons: Map<string, Person>;
  appointments: Map<number, Appointed>;
  clients: Map<string, MachineClient>;
  certificates: Map<string, RegisteredCertificate>;
  /** The acts taken, by id: one sent twice finds itself here. */
  readonly taken: Map<string, number>;
}

/** What an act, or the platform itself, does to the case of the people. */
export interface PeopleStep {
  readonly key: string;
  readonly at: Instant;
  readonly events: readonly NewEvent[];
  readonly mails: readonly [];
}

export const blankPeople = (): People => ({
  seq: 0,
  head: '',
  playedTo: 0,
  persons: new Map(),
  appointments: new Map(),
  clients: new Map(),
  certificates: new Map(),
  taken: new Map(),
});

const DIGITS = 4;
const numbered = (letter: string, number: number): string => `${letter}-${String(number).padStart(DIGITS, '0')}`;

/** What the next person to be entered is called: `p-0007`. */
export const nextPerson = (p: People, after = 0): string => numbered('p', p.persons.size + 1 + after);
export const nextClient = (p: People): string => numbered('c', p.clients.size + 1);
export const nextCertificate = (p: People): string => numbered('s', p.certificates.size + 1);
export const nextAppointment = (p: People, after = 0): number => p.appointments.size + 1 + after;

const known = <K, V>(all: ReadonlyMap<K, V>, key: K): V => {
  const found = all.get(key);
  if (!found) throw new Error(`${PEOPLE}: an event names ${String(key)}, which nothing entered`);
  return found;
};

/** What each event changes. Whatever is not here only happened. */
const FOLDS: { readonly [T in keyof PeopleTells]?: (p: People, told: PeopleTells[T], at: Instant) => void } = {
  'person-entered': (p, { person, testActor }) =>
    void p.persons.set(person, { suspended: false, erased: false, ...(testActor === undefined ? {} : { testActor }) }),
  'person-erased': (p, { person }) => (known(p.persons, person).erased = true),
  'person-suspended': (p, { person }) => (known(p.persons, person).suspended = true),
  'suspension-lifted': (p, { person }) => (known(p.persons, person).suspended = false),
  appointed: (p, { appointment, person, kind, party, role, from, until }) => {
    const more = until === undefined ? {} : { until };
    p.appointments.set(appointment, { id: appointment, person, kind, party, role, from, ...more });
  },
  'appointment-ended': (p, { appointment }, at) => (known(p.appointments, appointment).until = at),
  'client-registered': (p, { client, appointment, acts }) => void p.clients.set(client, { appointment, acts, ended: false }),
  'client-ended': (p, { client }) => (known(p.clients, client).ended = true),
  'certificate-registered': (p, { certificate, party, sha256 }) =>
    void p.certificates.set(certificate, { party, sha256, revoked: false }),
  'certificate-revoked': (p, { certificate }) => (known(p.certificates, certificate).revoked = true),
};

/** Whether an event changes the case. It was written by its type, and so tells what that promises. */
const changes = (event: Event | PeopleEvent): event is PeopleEvent => Object.hasOwn(FOLDS, event.type);

const tell = <T extends keyof PeopleTells>(p: People, event: PeopleEvent<T>): void =>
  FOLDS[event.type]?.(p, event.with, event.at);

/** Folds the events of one step into the case, in place; `head` is the hash of the last one. */
export function foldPeople(p: People, key: string, events: readonly Event[], head: string): void {
  foldEvents(p, PEOPLE, { events, head }, (event) => changes(event) && tell(p, event));
  const act = actOfKey(key);
  if (act !== undefined) p.taken.set(act, p.seq);
}

import type { Instant } from '../domain/model/instant.js';
import { personIn } from '../domain/people/rules.js';
import type { PartyKind, Role } from '../domain/people/roles.js';

export { PARTY_KINDS, ROLES, type PartyKind, type Role } from '../domain/people/roles.js';

/** 任命: a person acts for a party in a role. */
export interface Appointment {
  readonly id: number;
  readonly kind: PartyKind;
  /** `BJ-0001`, `V-01`, `chaoyang`; `city`, `exchange`, `operator`, `auditor`. */
  readonly party: string;
  readonly role: Role;
  readonly from: Instant;
  readonly until?: Instant;
}

/** A person who has signed in, or a machine client of one, with the appointments in force now. */
export interface Caller {
  /** `p-0007`: what acts and events name. Name, mail and telephone stand elsewhere. */
  readonly person: string;
  /** How a test person of an embedded or rehearsal platform is spelt in scenarios, and for which party: `city/a`, `BJ-0001`. */
  readonly testActor?: { readonly party: string; readonly actor: string };
  /** The machine client through which it asks, for one appointment of the person. */
  readonly client?: string;
  /** The acts that the machine client was registered for. */
  readonly clientActs?: readonly string[];
  readonly appointments: readonly Appointment[];
  /** When a second factor was last shown, by the wall clock. */
  readonly steppedUpAt?: Instant;
}

/** Who acts, as acts and events name it: `city/p-0007`. */
export const actorOf = ({ person, testActor }: Caller, party: string): string =>
  testActor?.party === party ? testActor.actor : `${party}/${person}`;

type Who = Caller | string;

const personOf = (who: Who): string => {
  if (typeof who === 'string') return personIn(who) ?? who;
  return who.person;
};
const actorsOf = (who: Who): string[] => {
  if (typeof who === 'string') return [who];
  return who.testActor ? [who.testActor.actor] : [];
};

/**
 * Whether two are one and the same human being, whatever their parties and roles, and whichever of their machine clients asks: by the
 * person, `p-0007`, also as acts name it, `city/p-0007`. A test person is also known by the name that a scenario has for it.
 */
export const samePerson = (a: Who, b: Who): boolean =>
  personOf(a) === personOf(b) || actorsOf(a).some((actor) => actorsOf(b).includes(actor));

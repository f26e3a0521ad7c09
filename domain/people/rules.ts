import type { Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct } from '../model/step.js';
import type { Appointed, People } from './people.js';
import type { PartyKind, Role } from './roles.js';

/** For which units a person acts, or would act, and who verifies them: read from the cases, since people's own case does not tell. */
export type Engaged = ReadonlyMap<string, readonly string[]>;

const PERSON = /^(?:.+\/)?(?<person>p-\d{4,})$/;

/** The person in what acts name: `city/p-0007`, or `p-0007` itself; undefined for a test person as scenarios spell one. */
export const personIn = (actor: string): string | undefined => PERSON.exec(actor)?.groups?.['person'];

/** The party in what acts name: `city/p-0007`, `city/a`; the whole of `BJ-0001`. */
export const partyIn = (actor: string): string => {
  const at = actor.lastIndexOf('/');
  return at < 0 ? actor : actor.slice(0, at);
};

/** Whether an appointment counts at an instant. */
export const isInForce = ({ from, until }: Pick<Appointed, 'from' | 'until'>, at: Instant): boolean =>
  from <= at && (until === undefined || at < until);

/** Whether it counts then or will. */
export const isNotOver = ({ until }: Pick<Appointed, 'until'>, at: Instant): boolean => until === undefined || at < until;

/** Who acts under a name that an act gives. */
export function whoIs(p: People, actor: string): string | undefined {
  const person = personIn(actor);
  if (person !== undefined) return p.persons.has(person) ? person : undefined;
  for (const [id, { testActor }] of p.persons) if (testActor === actor) return id;
  return undefined;
}

interface Office {
  readonly kind: PartyKind;
  readonly party?: string;
  readonly role: Role;
}

/** Whether somebody who is not suspended holds an office at an instant; under a name that says for which party. */
export const holds = (p: People, actor: string, { kind, party, role }: Office, at: Instant): boolean => {
  const person = whoIs(p, actor);
  if (person === undefined || p.persons.get(person)?.suspended !== false) return false;
  const named = personIn(actor) === undefined ? party : partyIn(actor);
  return [...p.appointments.values()].some(
    (one) =>
      one.person === person &&
      one.kind === kind &&
      one.role === role &&
      (party === undefined || one.party === party) &&
      (named === undefined || one.party === named) &&
      isInForce(one, at),
  );
};

const REGISTRAR: Office = { kind: 'city', party: 'city', role: 'registrar' };

const noRegistrar = (who: string): Refusal =>
  refuse('not-allowed', `${who} 不是在任的登记员`, `${who} is no registrar in office`);

/** Two registrars: one asks, another one approves, and they are two people whatever they are called. */
export function twoRegistrars(p: People, { do: what, by, approvedBy, at }: NamedAct): Refusal | undefined {
  if (!holds(p, by, REGISTRAR, at)) return noRegistrar(by);
  if (approvedBy === undefined)
    return refuse('same-person', `${what} 须经另一名登记员批准`, `${what} needs the approval of a second registrar`);
  if (!holds(p, approvedBy, REGISTRAR, at)) return noRegistrar(approvedBy);
  return whoIs(p, by) === whoIs(p, approvedBy)
    ? refuse('same-person', `${what} 的经办人与批准人不能是同一人`, `${what} needs two different people`)
    : undefined;
}

/** A unit's signer, alone, for people of that unit. */
export const isSignerOf = (p: People, { by, approvedBy, at }: NamedAct, unit: string): boolean =>
  approvedBy === undefined && holds(p, by, { kind: 'unit', party: unit, role: 'signer' }, at);

/** An operator, alone. */
export const isOperator = (p: People, { by, approvedBy, at }: NamedAct): boolean =>
  approvedBy === undefined && holds(p, by, { kind: 'operator', party: 'operator', role: 'operator' }, at);

type Place = Pick<Appointed, 'kind' | 'party'>;

const verifies = (verifier: Place, unit: Place, engaged: Engaged): boolean =>
  verifier.kind === 'verifier' && unit.kind === 'unit' && (engaged.get(unit.party) ?? []).includes(verifier.party);

/** Independence, both ways: a person of a verifier is nobody's filer or signer at a unit that engaged it. */
export function notIndependent(places: readonly Place[], added: Place, engaged: Engaged): Refusal | undefined {
  const against = places.find((one) => verifies(one, added, engaged) || verifies(added, one, engaged));
  return against
    ? refuse(
        'not-allowed',
        `此人已在 ${against.party} 任职，而 ${added.party} 与其存在核查委托关系，不独立`,
        `this person acts for ${against.party}, and one of it and ${added.party} verifies the other: not independent`,
      )
    : undefined;
}

/** Where a person acts, or is to act later. */
export const placesOf = (p: People, person: string, at: Instant): Appointed[] =>
  [...p.appointments.values()].filter((one) => one.person === person && isNotOver(one, at));

/** The units about which independence is asked where a person is to act for one more party. */
export const unitsAsked = (p: People, person: string, added: Place, at: Instant): string[] => [
  ...new Set([...placesOf(p, person, at), added].filter(({ kind }) => kind === 'unit').map(({ party }) => party)),
];

/** Whether two registrars would be left without an appointment: fewer could not even appoint a third. */
export const leavesRegistrars = (p: People, without: number, at: Instant): boolean =>
  new Set(
    [...p.appointments.values()]
      .filter(({ id, role, person }) => id !== without && role === 'registrar' && p.persons.get(person)?.testActor === undefined)
      .filter((one) => isInForce(one, at))
      .map(({ person }) => person),
  ).size > 1;

/** Whether somebody is registrar, test people left out: only where nobody is, the first ones are found. */
export const hasRegistrar = (p: People, at: Instant): boolean =>
  [...p.appointments.values()].some(
    (one) => one.role === 'registrar' && isNotOver(one, at) && p.persons.get(one.person)?.testActor === undefined,
  );

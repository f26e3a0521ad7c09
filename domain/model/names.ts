/** A unit, a verifier, an authority: a name in addresses, workflow ids and file names. */
const PARTY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** An authority by itself, or one of its people: one spelling, `city/a`. */
const PERSON = /^[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;

/** A person who acts for a unit or a verifier, whose names have capitals: `BJ-0001/p-0007`. */
const PERSON_OF_UNIT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\/p-\d{4,9}$/;

export const isPartyName = (text: string): boolean => PARTY.test(text);

/** Whether a text can name who acts: a party, or a person of an authority. */
export const isActorName = (text: string): boolean => PARTY.test(text) || PERSON.test(text) || PERSON_OF_UNIT.test(text);

/** For whom somebody acts: the unit of its person `BJ-0001/p-0007`; whoever is no such person acts under a name of their own. */
export const unitOfActor = (actor: string): string => (PERSON_OF_UNIT.test(actor) ? (actor.split('/')[0] ?? actor) : actor);

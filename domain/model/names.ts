/** A unit, a verifier, an authority: a name in addresses, workflow ids and file names. */
const PARTY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** An authority by itself, or one of its people: one spelling, `city/a`. */
const PERSON = /^[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;

export const isPartyName = (text: string): boolean => PARTY.test(text);

/** Whether a text can name who acts: a party, or a person of an authority. */
export const isActorName = (text: string): boolean => PARTY.test(text) || PERSON.test(text);

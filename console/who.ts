import { districts } from '../regulation/districts.js';
import { partySaid } from './words.js';
import type { Visit } from './visit.js';

/** A district as people call it. */
export const districtSaid = ({ say }: Pick<Visit, 'say'>, id: string): string => {
  const found = districts().find((one) => one.id === id);
  return found ? say(found.area, found.en) : id;
};

const OF_ONE: readonly string[] = ['city', 'exchange', 'operator', 'auditor', 'platform'];

/** A party by its name: an authority by what it is called, a unit or a verifier by its id. */
export const partyNamed = (visit: Pick<Visit, 'say'>, party: string): string => {
  if (OF_ONE.includes(party)) return partySaid(visit, party);
  const found = districts().find(({ id }) => id === party);
  return found ? visit.say(found.authority, `${found.en} district authority`) : party;
};

/** Who acted, as acts and events name them (`city/p-0007`): the party by its name, the person by their number. */
export const actorNamed = (visit: Pick<Visit, 'say'>, actor: string): string => {
  const [party = '', person] = actor.split('/');
  const named = partyNamed(visit, party);
  return person === undefined ? named : visit.say(`${named}（${person}）`, `${named} (${person})`);
};

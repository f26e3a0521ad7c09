import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct } from '../model/step.js';
import type { Answer, World } from './answering.js';
import { appoint, endAppointment } from './appointing.js';
import type { PeopleAct, PeopleActName } from './brings.js';
import { registerCertificate, revokeCertificate } from './certificates.js';
import { endClient, registerClient } from './machine-clients.js';
import { PEOPLE, type People, type PeopleStep } from './people.js';
import { correctPerson, enterPerson, erasePerson, foundRegistrars, lift, suspend } from './persons.js';

const ACTS: { readonly [K in PeopleActName]: Answer<K> } = {
  'found-registrars': foundRegistrars,
  'enter-person': enterPerson,
  'correct-person': correctPerson,
  'erase-person': erasePerson,
  'suspend-person': suspend,
  'lift-suspension': lift,
  appoint,
  'end-appointment': endAppointment,
  'register-client': registerClient,
  'end-client': endClient,
  'register-certificate': registerCertificate,
  'revoke-certificate': revokeCertificate,
};

/** Whether an act is about people. It was let in by its name, and so brings what that promises. */
export const isAboutPeople = (act: NamedAct): act is PeopleAct => Object.hasOwn(ACTS, act.do);

/** Where what is known of the person that an act is about is kept; of other acts none. */
export const draftIn = (act: NamedAct): number | undefined =>
  isAboutPeople(act) && (act.do === 'enter-person' || act.do === 'correct-person') ? act.with.draft : undefined;

const answered = <K extends PeopleActName>(p: People, act: PeopleAct<K>, world: World): ReturnType<Answer<K>> =>
  ACTS[act.do](p, act, world);

/** The answer of the case of the people to an act. Key `act:ID`. Pure: what it does not know comes with the world. */
export function onPeopleAct(p: People, act: NamedAct, world: World): PeopleStep | Refusal {
  if (!isAboutPeople(act)) return refuse('not-allowed', '不适用该操作', `${act.do} does not concern ${PEOPLE}`);
  const events = answered(p, act, world);
  return isRefusal(events) ? events : { key: `act:${act.id}`, at: act.at, events, mails: [] };
}

import { own } from '../model/own.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct } from '../model/step.js';
import type { Answer, World } from './answering.js';
import { appoint, endAppointment } from './appointing.js';
import { registerCertificate, revokeCertificate } from './certificates.js';
import { endClient, registerClient } from './machine-clients.js';
import { PEOPLE, type People, type PeopleStep } from './people.js';
import { correctPerson, enterPerson, erasePerson, foundRegistrars, lift, suspend } from './persons.js';

const ACTS: Readonly<Record<string, Answer>> = {
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

/** The answer of the case of the people to an act. Key `act:ID`. Pure: what it does not know comes with the world. */
export function onPeopleAct(p: People, act: NamedAct, world: World): PeopleStep | Refusal {
  const answer = own(ACTS, act.do);
  if (!answer) return refuse('not-allowed', '不适用该操作', `${act.do} does not concern ${PEOPLE}`);
  const events = answer(p, act, world);
  return isRefusal(events) ? events : { key: `act:${act.id}`, at: act.at, events, mails: [] };
}

import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct } from '../model/step.js';
import { eventOf, personOf, spanOf, type Answer } from './answering.js';
import { nextAppointment, type Appointed, type People } from './people.js';
import { isRoleOf } from './roles.js';
import { isNotOver, isSignerOf, leavesRegistrars, notIndependent, placesOf, twoRegistrars } from './rules.js';

/** A unit's signer appoints and ends that unit's filers alone; everybody else two registrars. */
const notToAppoint = (
  p: People,
  act: NamedAct,
  { kind, party, role }: Pick<Appointed, 'kind' | 'party' | 'role'>,
): Refusal | undefined => (kind === 'unit' && role === 'filer' && isSignerOf(p, act, party) ? undefined : twoRegistrars(p, act));

/** 任命. Once in a role at a party; a person of a verifier at no unit that it verifies, and the other way round. */
export const appoint: Answer<'appoint'> = (p, act, { engaged }) => {
  const { kind, party, role, from, until, basis } = act.with;
  const whom = personOf(p, act);
  if (isRefusal(whom)) return whom;
  if (!isRoleOf(kind, role))
    return {
      ...refuse('bad-input', `with.role：${party} 没有 ${role}`, `with.role: ${party} has no ${role}`),
      path: ['with', 'role'],
    };
  const no = notToAppoint(p, act, { kind, party, role });
  if (no) return no;
  const places = placesOf(p, whom.person, act.at);
  const dependent = notIndependent(places, { kind, party }, engaged);
  if (dependent) return dependent;
  if (places.some((one) => one.kind === kind && one.party === party && one.role === role))
    return refuse('already-done', `${whom.person} 已是 ${party} 的 ${role}`, `${whom.person} is ${role} of ${party} already`);
  const span = spanOf(from, until, act.at);
  if (isRefusal(span)) return span;
  return [eventOf('appointed', act, { appointment: nextAppointment(p), ...whom, kind, party, role, ...span, basis })];
};

/** An appointment ends with the stamp; it is never taken away. Two registrars have to be left. */
export const endAppointment: Answer<'end-appointment'> = (p, act) => {
  const { appointment, basis } = act.with;
  const found = p.appointments.get(appointment);
  if (!found)
    return {
      ...refuse(
        'bad-input',
        `with.appointment：没有任命 ${String(appointment)}`,
        `with.appointment: there is no appointment ${String(appointment)}`,
      ),
      path: ['with', 'appointment'],
    };
  const no = notToAppoint(p, act, found);
  if (no) return no;
  if (!isNotOver(found, act.at))
    return refuse('already-done', `任命 ${String(appointment)} 已终止`, `appointment ${String(appointment)} is over already`);
  const { person, role } = found;
  if (role === 'registrar' && p.persons.get(person)?.testActor === undefined && !leavesRegistrars(p, appointment, act.at))
    return refuse('too-early', '至少须有两名登记员，请先任命他人', 'two registrars have to be left: appoint somebody else first');
  return [eventOf('appointment-ended', act, { appointment, person, basis })];
};

import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import { eventOf, personOf, type Answer } from './answering.js';
import { nextAppointment, nextPerson } from './people.js';
import { hasRegistrar, isNotOver, isOperator, isSignerOf, partyIn, twoRegistrars } from './rules.js';

const signInTaken = (signsInAs: string): Refusal =>
  refuse(
    'already-done',
    `该登录身份已属于 ${signsInAs}`,
    `this sign-in belongs to ${signsInAs} already: one person, however many parties`,
  );

/** Somebody is entered: by two registrars, or by a unit's signer alone, who may appoint filers. Draft and number stand in the chain, no name. */
export const enterPerson: Answer<'enter-person'> = (p, act, { signsInAs }) => {
  const { draft } = act.with;
  const no = isSignerOf(p, act, partyIn(act.by)) ? undefined : twoRegistrars(p, act);
  if (no) return no;
  if (signsInAs !== undefined) return signInTaken(signsInAs);
  return [eventOf('person-entered', act, { person: nextPerson(p), draft })];
};

/** Name, mail, telephone or sign-in change: the chain says which of them, and nothing of what they are. */
export const correctPerson: Answer<'correct-person'> = (p, act, { signsInAs }) => {
  const { draft, fields, reason } = act.with;
  const whom = personOf(p, act);
  if (isRefusal(whom)) return whom;
  const no = twoRegistrars(p, act);
  if (no) return no;
  if (signsInAs !== undefined && signsInAs !== whom.person) return signInTaken(signsInAs);
  return [eventOf('person-corrected', act, { ...whom, draft, fields, reason })];
};

/** What is known of somebody is erased (个人信息保护法); the number stays, and what it did. Nobody who still acts for somebody. */
export const erasePerson: Answer<'erase-person'> = (p, act) => {
  const { reason } = act.with;
  const whom = personOf(p, act);
  if (isRefusal(whom)) return whom;
  const no = twoRegistrars(p, act);
  if (no) return no;
  const acts = [...p.appointments.values()].some((one) => one.person === whom.person && isNotOver(one, act.at));
  if (acts)
    return refuse(
      'too-early',
      `${whom.person} 尚有任命，须先终止`,
      `${whom.person} is still appointed: end the appointments first`,
    );
  return [eventOf('person-erased', act, { ...whom, reason })];
};

/** 停用: from now on nobody signs in as this person. An operator alone, or two registrars. */
export const suspend: Answer<'suspend-person'> = (p, act) => {
  const { reason } = act.with;
  const whom = personOf(p, act);
  if (isRefusal(whom)) return whom;
  const no = isOperator(p, act) ? undefined : twoRegistrars(p, act);
  if (no) return no;
  if (p.persons.get(whom.person)?.suspended)
    return refuse('already-done', `${whom.person} 已停用`, `${whom.person} is suspended already`);
  return [eventOf('person-suspended', act, { ...whom, reason })];
};

/** Only two registrars let somebody in again. */
export const lift: Answer<'lift-suspension'> = (p, act) => {
  const { reason } = act.with;
  const whom = personOf(p, act);
  if (isRefusal(whom)) return whom;
  const no = twoRegistrars(p, act);
  if (no) return no;
  if (!p.persons.get(whom.person)?.suspended)
    return refuse('already-done', `${whom.person} 未停用`, `${whom.person} is not suspended`);
  return [eventOf('suspension-lifted', act, { ...whom, reason })];
};

/** The first registrars, named at the machine by whoever has it, while there is none: each is entered and appointed. */
export const foundRegistrars: Answer<'found-registrars'> = (p, act) => {
  const { drafts } = act.with;
  if (act.by !== 'platform')
    return refuse(
      'not-allowed',
      '首批登记员只能在服务器上设立',
      'the first registrars are named at the machine, by nobody who signs in',
    );
  if (hasRegistrar(p, act.at)) return refuse('already-done', '已有登记员', 'there are registrars already');
  return drafts.flatMap((draft, n) => {
    const person = nextPerson(p, n);
    const office = { kind: 'city', party: 'city', role: 'registrar', from: act.at, basis: 'found' } as const;
    return [
      eventOf('person-entered', act, { person, draft }),
      eventOf('appointed', act, { appointment: nextAppointment(p, n), person, ...office }),
    ];
  });
};

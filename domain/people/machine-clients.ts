import { refuse, type Refusal } from '../model/refusal.js';
import { eventOf, type Answer } from './answering.js';
import { nextClient } from './people.js';
import { isNotOver, isOperator, isSignerOf, twoRegistrars } from './rules.js';
import type { PartyKind } from './roles.js';

/** Parties for which no program acts: one that did would approve, appoint or suspend by itself. */
const BY_PEOPLE_ALONE: readonly PartyKind[] = ['city', 'district', 'operator'];

const noClient = (client: string): Refusal => ({
  ...refuse('bad-input', `with.client：没有客户端 ${client}`, `with.client: there is no client ${client}`),
  path: ['with', 'client'],
});

/** A program signs in by a key of its own, for one appointment and the acts named: two registrars say so. */
export const registerClient: Answer<'register-client'> = (p, act) => {
  const { appointment, acts, key, name } = act.with;
  const found = p.appointments.get(appointment);
  if (!found || !isNotOver(found, act.at))
    return {
      ...refuse(
        'bad-input',
        `with.appointment：没有在任的任命 ${String(appointment)}`,
        `with.appointment: no appointment ${String(appointment)} is in force`,
      ),
      path: ['with', 'appointment'],
    };
  const no = twoRegistrars(p, act);
  if (no) return no;
  if (BY_PEOPLE_ALONE.includes(found.kind))
    return refuse(
      'not-allowed',
      `${found.party} 的事项只能由人办理`,
      `what ${found.party} does is done by people, never by a program`,
    );
  return [eventOf('client-registered', act, { client: nextClient(p), appointment, acts, key, name })];
};

/** A key that may have been lost is shut out at once: by a signer of the unit or an operator alone, or two registrars. */
export const endClient: Answer<'end-client'> = (p, act) => {
  const { client, basis } = act.with;
  const found = p.clients.get(client);
  const party = found && p.appointments.get(found.appointment)?.party;
  if (!found || party === undefined) return noClient(client);
  const no = isOperator(p, act) || isSignerOf(p, act, party) ? undefined : twoRegistrars(p, act);
  if (no) return no;
  if (found.ended) return refuse('already-done', `${client} 已终止`, `${client} is ended already`);
  return [eventOf('client-ended', act, { client, basis })];
};

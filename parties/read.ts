import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { partyIn } from '../domain/people/rules.js';
import { clientNamed, signedInAs, type AppointmentRow, type SignedIn } from '../records/appointments.js';
import type { Appointment, Caller } from './caller.js';

/** By which sign-in somebody comes: issuer and subject of OpenID Connect. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

const appointmentOf = ({ person: _, until, ...row }: AppointmentRow): Appointment => ({
  ...row,
  ...(until === null ? {} : { until }),
});

const testActorOf = (actor: string | null): Pick<Caller, 'testActor'> =>
  actor === null ? {} : { testActor: { actor, party: partyIn(actor) } };

export const callerFrom = ({ person, testActor, appointments }: SignedIn): Caller => ({
  person,
  ...testActorOf(testActor),
  appointments: appointments.map(appointmentOf),
});

/** Who has signed in, with the appointments in force at an instant of business time; undefined for nobody known, or suspended. */
export async function callerOf(pool: pg.Pool, { issuer, subject }: Identity, at: Instant): Promise<Caller | undefined> {
  const found = await signedInAs(pool, issuer, subject, at);
  return found && callerFrom(found);
}

/** A machine client that may sign in: with which public key, and as whom. */
export interface ClientCaller {
  /** A JWK: what its `private_key_jwt` is verified with. */
  readonly key: Json;
  readonly name: string;
  readonly caller: Caller;
}

/** The machine client of an id; undefined where there is none, or it, its appointment or its person is at an end. */
export async function callerOfClient(pool: pg.Pool, client: string, at: Instant): Promise<ClientCaller | undefined> {
  const found = await clientNamed(pool, client, at);
  if (!found) return undefined;
  const { key, name, acts, appointment, testActor } = found;
  const caller: Caller = {
    person: appointment.person,
    ...testActorOf(testActor),
    client,
    clientActs: acts,
    appointments: [appointmentOf(appointment)],
  };
  return { key, name, caller };
}

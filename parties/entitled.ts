import type { Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Appointment, Caller } from './caller.js';

/** Which of a person's parties acts, and in which role. */
export interface Entitled {
  readonly appointment: Appointment;
}

/** What is asked of the permission table: an act or a view by name, for which party it is asked, about which unit, when. */
export interface Wanted {
  readonly what: string;
  /** Which of one's parties acts, where there are several. */
  readonly as?: string;
  /** The unit concerned, where there is one, and its district. */
  readonly unit?: { readonly id: string; readonly district: string };
  readonly at: Instant;
}

/** Whether a person may do an act. Refused: `not-allowed`, `step-up-required`, `bad-input` at `as`. */
export function entitled(caller: Caller, wanted: Wanted): Entitled | Refusal {
  const [appointment] = caller.appointments.filter(({ party }) => wanted.as === undefined || party === wanted.as);
  return appointment
    ? { appointment }
    : refuse('not-allowed', `${caller.person} 无权办理 ${wanted.what}`, `${caller.person} may not do ${wanted.what}`);
}

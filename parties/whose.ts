import type { Appointment } from './caller.js';
import type { Whose } from './permissions.js';

/** What is read of a unit to know whose it is. */
export interface UnitConcerned {
  readonly id: string;
  /** Its district authority now. */
  readonly district: string;
  /** The verifiers that it has engaged, in the cycles that are not closed. */
  readonly verifiers?: readonly string[];
  /** Of a verification: whose it is. */
  readonly verifier?: string;
}

type Rule = (party: Appointment['party'], unit: UnitConcerned) => boolean;

/** Whether a unit is a party's to act for or to look at. */
export const WHOSE: Readonly<Record<Whose, Rule>> = {
  own: (party, { id, verifier }) => id === party || verifier === party,
  engaged: (party, { verifiers = [] }) => verifiers.includes(party),
  district: (party, { district }) => district === party,
  any: () => true,
};

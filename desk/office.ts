import type pg from 'pg';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import type { Entitled } from '../parties/entitled.js';
import { notStanding, type Office } from '../records/in-office.js';
import { decidePeopleActs } from '../records/people-acts.js';

/** As often what is stored about an office is decided first: each look could find more. */
const LOOKS = 5;

/** What a person, or a program of theirs, is to be when the stamp is given, to do what they are entitled to. */
export const officeOf = ({ person, client }: Caller, may: readonly Entitled[]): Office => ({
  person,
  ...(client === undefined ? {} : { client }),
  held: may.map(({ appointment: { kind, party }, roles }) => ({ kind, party, roles })),
});

const notInOffice = ({ person }: Office): Refusal =>
  refuse('not-allowed', `${person} 的任命已终止`, `the appointment of ${person} is at an end`);

/** Nothing of it is kept: it may be asked again as it is. */
const heldUp = ({ person }: Office): Refusal =>
  refuse(
    'moved',
    `关于 ${person} 任命的事项已收到、尚未决定，因此暂不能办理，请稍后重试；如仍不能办理，请联系平台运维人员`,
    `what is stored about the appointment of ${person} is not decided yet: try again; where that does not help, tell the operators`,
  );

/**
 * Does what is stored under an office. Where something stored about just that office is undecided, it is decided first; where it cannot be, only
 * whom it concerns is held up. Refused: `not-allowed`, `moved`.
 */
export async function underOffice<T>(pool: pg.Pool, office: Office | undefined, work: () => Promise<T>): Promise<T | Refusal> {
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      return await work();
    } catch (error) {
      const stands = office && notStanding(error);
      if (!stands) throw error;
      if (stands === 'not-held') return notInOffice(office);
      // whatever keeps it from being decided is the sweep's to say
      await decidePeopleActs(pool, Infinity).catch(() => undefined);
    }
  }
  if (!office) throw new Error('nobody is held up who acts under no office');
  return heldUp(office);
}

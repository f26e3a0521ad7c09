import { closesAt, dayOf, startOf, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { NamedAct, NewEvent } from '../model/step.js';
import type { PeopleAct, PeopleActName, PeopleTells } from './brings.js';
import type { People } from './people.js';
import type { Engaged } from './rules.js';

/** What the case of the people does not know by itself, read when an act is decided. */
export interface World {
  readonly engaged: Engaged;
  /** Whom a sign-in that the act brings belongs to already. */
  readonly signsInAs?: string;
}

/** How an act of a name is answered. */
export type Answer<K extends PeopleActName> = (p: People, act: PeopleAct<K>, world: World) => readonly NewEvent[] | Refusal;

/** An event of an act: what it says besides who asked and who approved. */
export const eventOf = <T extends keyof PeopleTells>(
  type: T,
  { at, by, approvedBy }: Pick<NamedAct, 'at' | 'by' | 'approvedBy'>,
  told: PeopleTells[T],
): NewEvent => ({ type, at, by, with: { ...told, ...(approvedBy === undefined ? {} : { approvedBy }) } });

/** A day from which something is, and a day to which it is, as instants; from now on, where no day is named. */
export function spanOf(from: Day | undefined, until: Day | undefined, at: Instant): { from: Instant; until?: Instant } | Refusal {
  const wrong = (field: string, zh: string, en: string): Refusal => ({
    ...refuse('bad-input', `with.${field}：${zh}`, `with.${field} ${en}`),
    path: ['with', field],
  });
  if (from !== undefined && from < dayOf(at))
    return wrong('from', '不能早于今日', 'is before today: nobody is appointed for the past');
  const begins = from === undefined ? at : Math.max(at, startOf(from));
  if (until === undefined) return { from: begins };
  return closesAt(until) <= begins
    ? wrong('until', '早于开始日期', 'is before it begins')
    : { from: begins, until: closesAt(until) };
}

/** The person that an act is about. */
export const personOf = (
  p: People,
  { with: { person } }: { readonly with: { readonly person: string } },
): { person: string } | Refusal =>
  p.persons.get(person)?.erased === false
    ? { person }
    : { ...refuse('unknown-person', `没有人员 ${person}`, `there is no person ${person}`), path: ['with', 'person'] };

import type { ActName, Brings } from '../model/brings.js';
import type { Unit } from '../model/case.js';
import { dayOf, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Event, ParsedAct } from '../model/step.js';

/** The acts on the register: what they are about is one unit, and every case of it hears of them. */
const REGISTER_ACTS = ['leave', 'merge', 'move-district'] as const satisfies readonly ActName[];
type RegisterAct = (typeof REGISTER_ACTS)[number];

/** An act on the register, as the door and every case of the unit see it. */
type OnRegister = {
  [K in RegisterAct]: { readonly do: K; readonly at: Instant; readonly with: Omit<Brings[K], 'basis'> };
}[RegisterAct];

export const isOnRegister = <A extends ParsedAct>(act: A): act is A & ParsedAct<RegisterAct> =>
  REGISTER_ACTS.some((name) => name === act.do);

/**
 * The register's entry of a unit after an act on it. Rests on the entry alone, so that the door, the unit's cycle and its
 * evidence give the same answer without asking each other.
 */
export function relisted(unit: Unit, act: OnRegister): Unit | Refusal {
  if (act.do === 'move-district') {
    const { district } = act.with;
    return district === unit.district
      ? refuse('already-done', `${unit.id} 已属 ${district}`, `${unit.id} belongs to ${district} already`)
      : { ...unit, district };
  }
  if (unit.left)
    return refuse('already-done', `${unit.id} 已于 ${unit.left.on} 退出名单`, `${unit.id} left the list on ${unit.left.on}`);
  if (unit.mergedInto !== undefined)
    return refuse('already-done', `${unit.id} 已并入 ${unit.mergedInto}`, `${unit.id} was merged into ${unit.mergedInto}`);
  return act.do === 'merge' ? { ...unit, mergedInto: act.with.into } : { ...unit, left: { on: dayOf(act.at), to: act.with.to } };
}

const ACT_OF: Readonly<Record<string, RegisterAct>> = {
  'unit-left': 'leave',
  'unit-merged': 'merge',
  'district-moved': 'move-district',
};

/** The events after which an entry is another. */
export const LISTING_EVENTS: readonly string[] = Object.keys(ACT_OF);

/** The entry after an event of the case; the same one where the event is about something else. */
export function entryAfter(unit: Unit, event: Event): Unit {
  const done = ACT_OF[event.type];
  if (done === undefined) return unit;
  // the event brings what its act brought
  const after = relisted(unit, { do: done, at: event.at, with: event.with } as OnRegister);
  if ('refused' in after) throw new Error(`${unit.id}: ${event.type} stands in its events and cannot be: ${after.en}`);
  return after;
}

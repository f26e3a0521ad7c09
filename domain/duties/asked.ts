import type { Case, Unit } from '../model/case.js';
import { endOfMonth, isMonth } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Duty } from './duty.js';
import { EVERY_DUTY } from './every.js';
import { askedBesides } from './further-filing.js';
import { own } from '../model/own.js';

/** Whether a duty is asked of a unit at all: by its flags, and of one listed in mid-year no month that had ended before. */
export function isAskedOf(unit: Unit, duty: Duty): boolean {
  if (duty.askedBy.every((flag) => unit[flag] === false)) return false;
  const [, month = ''] = duty.name.split('/');
  return !isMonth(month) || unit.listedOn === undefined || endOfMonth(month) >= unit.listedOn;
}

/** The duty that an act is about, where a unit of which it is not asked cannot do it either. */
const ABOUT = new Map(EVERY_DUTY.flatMap(({ duty }) => (duty.acts ?? []).map((act) => [act, duty.name] as const)));
/** The same, of the further filing that the act names. */
const aboutOneOf = (c: Case, act: Act): string | undefined =>
  act.do === 'submit-further-filing' ? askedBesides(c, act.with.filing) : ABOUT.get(act.do);
/** The same, of the month that the act names. */
const aboutAMonth = (act: Act): string | undefined => {
  if (act.do === 'submit-monthly-evidence') return `monthly-evidence/${act.with.month}`;
  return act.do === 'check-monthly-evidence' ? `monthly-check/${act.with.month}` : undefined;
};

/** What goes on whether or not its duty exists: a plan that changes is filed anew by any unit. */
const WITHOUT_DUTY: readonly string[] = ['submit-data-quality-plan'];

/** A duty that this cycle's terms have no date for: not known, or not known of in that year. */
const notThere = (c: Case, name: string): Refusal =>
  c.terms.unknown?.includes(`${name}.due`)
    ? refuse(
        'not-known',
        `本周期规定中 ${name} 的日期尚不掌握（${name}.due），不能受理`,
        `${name}.due is not known of cycle ${String(c.terms.cycle)}: its text is not in hand, so nothing can be taken in for it`,
      )
    : refuse('not-required', `本周期没有事项 ${name}`, `cycle ${String(c.terms.cycle)} has no ${name}`);

/** What is not asked of a unit, or not any more, is not taken from it either; nor what the cycle has no date for. */
export function notAsked(c: Case, act: Act): Refusal | undefined {
  // a verification hears what was decided elsewhere
  if (c.kind === 'verification') return undefined;
  const monthly = aboutAMonth(act);
  const name = monthly ?? aboutOneOf(c, act);
  if (name !== undefined && monthly === undefined && !own(c.duties, name) && !WITHOUT_DUTY.includes(act.do))
    return notThere(c, name);
  return name !== undefined && own(c.duties, name)?.asked === false
    ? refuse(
        'not-required',
        `名单不要求 ${c.unit.id} 办理 ${name}，或该单位已退出名单`,
        `${name} is not asked of ${c.unit.id}: the register does not ask it, or the unit has left the list`,
      )
    : undefined;
}

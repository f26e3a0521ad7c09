import type { Case, Unit } from '../model/case.js';
import { endOfMonth } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Duty } from './duty.js';
import { text } from './filing.js';

type Flag = 'mustReport' | 'mustBeVerified' | 'mustSettle';

/** By which of the register's flags a duty is asked of a unit; more than one: by any of them. */
const ASKED_BY: Readonly<Record<string, readonly Flag[]>> = {
  'first-report': ['mustReport'],
  'monthly-evidence': ['mustReport'],
  'monthly-check': ['mustReport'],
  'data-quality-plan': ['mustReport'],
  'general-report': ['mustReport'],
  'general-check': ['mustReport'],
  'verified-report': ['mustBeVerified'],
  'first-check': ['mustBeVerified'],
  confirmation: ['mustReport', 'mustSettle'],
  'adjustment-application': ['mustSettle'],
  'pre-allocation': ['mustSettle'],
  'final-allocation': ['mustSettle'],
  'offset-application': ['mustSettle'],
  surrender: ['mustSettle'],
  collection: ['mustSettle'],
};

/** Whether a duty is asked of a unit at all: by its flags, and of one listed in mid-year no month that had ended before. */
export function isAskedOf(unit: Unit, duty: Duty): boolean {
  const [base = '', month] = duty.name.split('/');
  const flags = ASKED_BY[base];
  if (flags?.every((flag) => unit[flag] === false)) return false;
  return month === undefined || unit.listedOn === undefined || endOfMonth(month) >= unit.listedOn;
}

/** The duty that an act is about, where a unit of which it is not asked cannot do it either. */
const ABOUT: Readonly<Record<string, string>> = {
  'submit-first-report': 'first-report',
  'submit-data-quality-plan': 'data-quality-plan',
  'appoint-verifier': 'verified-report',
  'submit-verified-report': 'verified-report',
  'first-check': 'first-check',
  'record-spot-check': 'confirmation',
  'record-expert-meeting': 'confirmation',
  'confirm-emissions': 'confirmation',
  'apply-for-adjustment': 'adjustment-application',
  'decide-adjustment': 'adjustment-application',
  'pre-allocate': 'pre-allocation',
  allocate: 'final-allocation',
  'apply-for-offsets': 'offset-application',
  'decide-offsets': 'offset-application',
  surrender: 'surrender',
  'submit-general-report': 'general-report',
  'check-general-report': 'general-check',
};
/** The same, of one month. */
const ABOUT_A_MONTH: Readonly<Record<string, string>> = {
  'submit-monthly-evidence': 'monthly-evidence',
  'check-monthly-evidence': 'monthly-check',
};

/** What is not asked of a unit, or not any more, is not taken from it either. */
export function notAsked(c: Case, act: Act): Refusal | undefined {
  const monthly = ABOUT_A_MONTH[act.do];
  const name = monthly === undefined ? ABOUT[act.do] : `${monthly}/${text(act, 'month')}`;
  return name !== undefined && c.duties[name]?.asked === false
    ? refuse(
        'not-required',
        `名单不要求 ${c.unit.id} 办理 ${name}，或该单位已退出名单`,
        `${name} is not asked of ${c.unit.id}: the register does not ask it, or the unit has left the list`,
      )
    : undefined;
}

import type { Case } from '../model/case.js';
import type { Json } from '../model/json.js';
import type { Act, Effect, Mail, NewEvent } from '../model/step.js';
import { dateOf, isLate, type Duty } from './duty.js';
import type { Taken } from './filing.js';

type Found = Readonly<Record<string, Json>>;

/**
 * Whether an amount that rests on a value nobody has decided may move anything: only in a rehearsal that allows it.
 * `value` is named as in `Terms.provisional`.
 */
export const mayNotRestOn = (c: Case, value: string): boolean => !c.allowProvisional && c.terms.provisional.includes(value);

/** The unit is told of every decision about it. */
export const decisionMail = (c: Case, what: string, say: Readonly<Record<string, string>> = {}): Mail => ({
  kind: 'mail',
  to: 'unit',
  template: 'decision',
  say: { name: c.unit.name, what, ...say },
});

/** A decision that only has to be recorded and told, with what the platform found about it. */
export const decided = (c: Case, act: Act, type: string, what: string, found: Found = {}): Taken => ({
  events: [{ type, at: act.at, by: act.by, with: { ...act.with, ...found, approvedBy: act.approvedBy } }],
  effects: [decisionMail(c, what)],
});

/** A decision that fulfils one of the city's own dates, with what it does to the account. */
export const decidesDuty = (
  c: Case,
  act: Act,
  duty: Duty,
  event: { type: string; with: Readonly<Record<string, string>>; what: string },
  effects: readonly Effect[],
): Taken => {
  const done: NewEvent = {
    type: event.type,
    at: act.at,
    by: act.by,
    duty: duty.name,
    turns: 'done',
    late: isLate(act.at, dateOf(c, duty)),
    with: { ...event.with, approvedBy: act.approvedBy },
  };
  return { events: [done], effects: [...effects, decisionMail(c, event.what, event.with)] };
};

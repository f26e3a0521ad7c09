import { isFurther, type FURTHER, type FurtherDuty, type Terms } from '../model/terms.js';
import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Stage } from '../model/verification.js';
import { underSeal, type Before } from './before.js';
import type { Duty } from './duty.js';
import { filed, unsealed, type Taken } from './filing.js';

/** In these a verifier owes nothing: nobody has engaged it, or it has gone. */
const WITHOUT_VERIFIER: readonly (Stage | undefined)[] = [undefined, 'none', 'declined', 'ended'];

export type FurtherKind = (typeof FURTHER)[number];

/** What a unit's case calls what is asked of it besides, by that name of the notice. */
export const askedBesides = ({ kind }: Pick<Case, 'kind'>, filing: string): FurtherDuty =>
  `${kind === 'general-report' ? 'general-filing' : 'further-filing'}/${filing}`;

const NAMES = new WeakMap<Terms['dates'], readonly FurtherDuty[]>();
/** What the cycle's texts ask by their own names, in an order that is always the same. */
const namesIn = (dates: Terms['dates']): readonly FurtherDuty[] => {
  const known = NAMES.get(dates) ?? Object.keys(dates).filter(isFurther).sort();
  NAMES.set(dates, known);
  return known;
};

const made = new Map<string, Duty>();

/**
 * 另行报送: what a notice asks of key units, of their verifiers or of general units, to be filed by a day, under seal, and nothing else: the rulebook gives the
 * day and the name, the same filing, reminders and escalation serve all of them. Whatever is checked, counted or decided upon has a file of its own.
 */
export function furtherFiling(name: FurtherDuty): Duty {
  const known = made.get(name);
  if (known) return known;
  const ofVerifier = name.startsWith('verifier-filing/');
  const duty: Duty = {
    name,
    zh: name.slice(name.indexOf('/') + 1),
    clause: '',
    owedBy: ofVerifier ? 'verifier' : 'unit',
    rhythm: ofVerifier ? 'verifier' : 'annual',
    nominal: (terms) => terms.dates[name],
    atItsEnd: 'overdue',
    askedBy: [ofVerifier ? 'mustBeVerified' : 'mustReport'],
    ...(ofVerifier ? { runs: (c: Case) => !WITHOUT_VERIFIER.includes(c.facts.verification?.stage) } : {}),
  };
  made.set(name, duty);
  return duty;
}

/** The further filings that a cycle asks of units, or of verifiers. */
export const furtherDuties = (terms: Terms, kind: FurtherKind): readonly Duty[] =>
  namesIn(terms.dates).flatMap((name) => (name.startsWith(`${kind}/`) ? [furtherFiling(name)] : []));

/** Which one was filed before is said of it by its name. */
export const FURTHER_BEFORE: Before = { zh: '另行报送', says: ['filing'], brings: underSeal };

export function submitFurtherFiling(c: Case, act: Act<'submit-further-filing'>): Taken | Refusal {
  const duty = furtherFiling(askedBesides(c, act.with.filing));
  return unsealed(act, duty.zh) ?? { events: filed(c, act, duty, 'further-filing-filed'), effects: [] };
}

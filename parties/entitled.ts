import { grouped } from '../records/grouped.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { isInForce } from '../domain/people/rules.js';
import type { Appointment, Caller, Role } from './caller.js';
import { called } from './called.js';
import { BY_PEOPLE_ALONE, PERMISSIONS, type Permission, type Whose } from './permissions.js';
import { WHOSE, type UnitConcerned } from './whose.js';

/** Which of a person's parties acts, and in which role. */
export interface Entitled {
  readonly appointment: Appointment;
  /** Every role of the person's at that party in which they may. */
  readonly roles: readonly Role[];
  /** Whether this one does alone what others need a second person for. */
  readonly alone?: true;
}

/** What is asked of the permission table: an act or a view by name, for which party it is asked, about which unit, when. */
export interface Wanted {
  readonly what: string;
  /** Which of one's parties acts, where there are several. */
  readonly as?: string;
  /** In which role, where it matters: who approves (`approverOf`). */
  readonly role?: Role;
  /** The unit concerned, its district now, and the verifiers that it has engaged; left out only where none is, or the party's own is meant. */
  readonly unit?: UnitConcerned;
  /** People of the unit who act for the verifier that it would engage (`actingForBoth`). */
  readonly dependent?: readonly string[];
  /** The business clock: which appointments are in force. */
  readonly at: Instant;
  /** The wall clock, where it is another one: how long ago a second factor was shown. */
  readonly now?: Instant;
}

/** How long a second factor is good for, in milliseconds. */
export const STEP_UP_MS = 300_000;

type Fit = readonly [Appointment, Permission];

/** The rows of the table by what they permit: a page asks for many. */
const BY_WHAT = grouped(PERMISSIONS, ({ what }) => what);

/** Every way in which an appointment in force fits a row of the table. */
const fitting = ({ appointments }: Caller, { what, as, role, at }: Wanted): Fit[] =>
  appointments
    .filter((one) => isInForce(one, at) && (as === undefined || one.party === as) && (role === undefined || one.role === role))
    .flatMap((one) =>
      (BY_WHAT.get(what) ?? []).filter((row) => row.of === one.kind && row.role === one.role).map((row): Fit => [one, row]),
    );

/** As what, and of whose things, a person may do or look at something at all. */
export const waysTo = (
  caller: Caller,
  what: string,
  at: Instant,
): readonly (Pick<Appointment, 'kind' | 'party'> & { readonly whose: Whose })[] =>
  fitting(caller, { what, at }).map(([{ kind, party }, { whose }]) => ({ kind, party, whose }));

const isOfTheirs = ([{ party }, { whose }]: Fit, unit: UnitConcerned | undefined): boolean =>
  unit === undefined || WHOSE[whose](party, unit);

/** A look at what is another's says that there is no such thing. */
function notTheirs(caller: Caller, { what, unit }: Wanted, fits: readonly Fit[]): Refusal {
  if (unit && fits.some(([, { is }]) => is === 'view'))
    return refuse('unknown-unit', `没有可供查看的单位 ${unit.id}`, `there is no unit ${unit.id} to look at`);
  const [zh, en] = called(what);
  return refuse('not-allowed', `${caller.person} 所任角色无权办理${zh}`, `${caller.person} may not do ${en}`);
}

const hasSteppedUp = ({ steppedUpAt, client }: Caller, { at, now = at }: Wanted): boolean =>
  client !== undefined || (steppedUpAt !== undefined && now - steppedUpAt <= STEP_UP_MS);

/** A program does what it was registered for, and nothing that people do alone. */
const isForClient = ({ client, clientActs = [] }: Caller, { what }: Wanted, [, { is }]: Fit): boolean =>
  client === undefined || is === 'view' || (clientActs.includes(what) && !BY_PEOPLE_ALONE.includes(what));

/** Whether a person may look at a view of a unit, as whichever of their parties. Refused as `entitled` refuses. */
export function mayLook(caller: Caller, view: string, unit: UnitConcerned, at: Instant): Refusal | undefined {
  const answer = entitled(caller, { what: view, unit, at });
  // that two of one's parties may look is no question of which
  return isRefusal(answer) && answer.refused !== 'bad-input' ? answer : undefined;
}

/**
 * Whether a person may do an act or look at something, and as what. Refused: `not-allowed`, `step-up-required`, `bad-input` at `as`; a look
 * at another's unit `unknown-unit`.
 */
export function entitled(caller: Caller, wanted: Wanted): Entitled | Refusal {
  const fits = fitting(caller, wanted);
  const theirs = fits.filter((fit) => isOfTheirs(fit, wanted.unit) && isForClient(caller, wanted, fit));
  const [first] = theirs;
  if (!first) return notTheirs(caller, wanted, fits);
  const parties = [...new Set(theirs.map(([{ party }]) => party))];
  if (parties.length > 1)
    return {
      ...refuse('bad-input', `as：请指明代表哪一方：${parties.join('、')}`, `as: say for which party: ${parties.join(', ')}`),
      path: ['as'],
    };
  const [appointment, { stepUp, rule, alone }] = first;
  const [dependent] = rule === 'independent' ? (wanted.dependent ?? []) : [];
  if (dependent !== undefined)
    return refuse(
      'not-allowed',
      `${dependent} 同时为该单位和该核查机构任职，不独立`,
      `${dependent} acts for the unit and for the verifier: not independent`,
    );
  if (stepUp && !hasSteppedUp(caller, wanted))
    return refuse(
      'step-up-required',
      `${wanted.what} 需要再次验证身份`,
      `${wanted.what} asks for a second factor: sign in once more and show it`,
    );
  const roles = [...new Set(theirs.map(([{ role }]) => role))];
  return { appointment, roles, ...(alone ? { alone } : {}) };
}

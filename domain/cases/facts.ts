import { plus, rest, type Amount } from '../model/amount.js';
import type { Covered, Facts, Given, LotQuantity, Movement } from '../model/case.js';
import type { Day } from '../model/instant.js';
import { dayOf } from '../model/instant.js';
import type { Event } from '../model/step.js';
import { tookPlaceAt } from '../model/took-place.js';
import type { Opinion } from '../model/verification.js';
import { addCovered, lessCovered } from '../duties/claim.js';
import { tellVerification } from '../verification/verification.js';
import { coveredOf, withoutGiven } from '../duties/given.js';

const NOTHING: Covered = { allowances: '0', offsets: '0', outside: '0' };

export const noFacts = (): Facts => ({
  preAllocated: '0',
  takenBack: '0',
  debt: '0',
  surrendered: { ...NOTHING },
  collected: { ...NOTHING },
  given: [],
  reserved: [],
  movements: [],
  matters: [],
});

/** What an event brings, by the name its type promises. */
type Brought = {
  readonly verifier: string;
  readonly emissions: Amount;
  readonly remind: boolean;
  readonly obligation: Amount;
  readonly verifierReport: { readonly verifier: string };
  readonly report: number;
  readonly opinion: Opinion;
  readonly quantity: Amount;
  readonly tonnes?: Amount;
  readonly debt: Amount;
  readonly lots: LotQuantity[];
  readonly moves: Given[];
  readonly covered: Covered;
  readonly duty: string;
  readonly dueOn: Day;
  readonly event: number;
  readonly reason: string;
  readonly case: string;
  readonly openedOn: Day;
  readonly approvedBy?: string;
  readonly tookPlaceOn?: Day;
  readonly took: readonly string[];
  readonly before?: Covered;
};

/** What was credited by mistake can be reversed; an allocation is corrected instead. */
const REVERSIBLE_CREDITS: readonly string[] = ['opening', 'opening-balance', 'auction'];

const remember = (facts: Facts, event: number, of: Movement['of'], moves: readonly LotQuantity[]): void => {
  if (moves.length > 0) facts.movements.push({ event, of, moves: moves.map(({ lot, quantity }) => ({ lot, quantity })) });
};

const useUp = (lots: readonly LotQuantity[], moves: readonly LotQuantity[] | undefined): LotQuantity[] =>
  lots.map((lot) => {
    const used = moves?.find((move) => move.lot === lot.lot);
    return used ? { lot: lot.lot, quantity: rest(lot.quantity, used.quantity) } : lot;
  });

const close = (facts: Facts, kind: 'referral' | 'rectification', duty?: string): void => {
  for (const matter of facts.matters) if (matter.kind === kind && matter.duty === duty) matter.state = 'closed';
};

/** A date of this unit alone. */
const moveDate = (facts: Facts, _brought: unknown, { duty = '', dueOn = '' }: Event): void => {
  facts.extended = { ...facts.extended, [duty]: dueOn };
};

/** What each event says about the case beyond its duties. */
const TELLS: Readonly<Record<string, (facts: Facts, brought: Brought, event: Event) => void>> = {
  'verifier-appointed': (facts, { verifier }) => {
    if (facts.engagedOnPlatform?.verifier !== verifier) delete facts.engagedOnPlatform;
    facts.verifier = verifier;
  },
  'verifier-engaged': (facts, { verifier }) =>
    Object.assign(facts, { verifier, engagedOnPlatform: { verifier, from: facts.issued?.length ?? 0 } }),
  'verification-report-received': (facts, { verifier, report, emissions, opinion }) =>
    (facts.issued = [...(facts.issued ?? []), { verifier, report, emissions, opinion }]),
  'verified-report-filed': (facts, { emissions, verifierReport }) =>
    (facts.verified = { emissions, verifier: verifierReport.verifier }),
  'verifier-struck-off': (facts, { verifier }) => (facts.struckOff = [...(facts.struckOff ?? []), verifier]),
  'appointment-lapsed': (facts) => {
    delete facts.verifier;
    delete facts.engagedOnPlatform;
  },
  'spot-checked': (facts, { emissions, remind }) => {
    Object.assign(facts, { spotChecked: emissions, spotCheckOver: remind });
    delete facts.expertMeeting;
  },
  'expert-meeting-held': (facts, brought) =>
    (facts.expertMeeting = 'emissions' in brought ? { emissions: brought.emissions } : {}),
  'deadline-extended': moveDate,
  'deadline-shortened': moveDate,
  'emissions-confirmed': (facts, { emissions, obligation }, { at }) =>
    Object.assign(facts, { confirmed: emissions, obligation, confirmedAt: at }),
  'adjustment-applied-for': (facts, { tonnes = '0' }) => (facts.adjustment = { state: 'applied', tonnes }),
  'adjustment-accepted': (facts, { tonnes }) =>
    (facts.adjustment = { state: 'accepted', tonnes: tonnes ?? facts.adjustment?.tonnes ?? '0' }),
  'adjustment-rejected': (facts) => (facts.adjustment = { state: 'rejected', tonnes: facts.adjustment?.tonnes ?? '0' }),
  'offsets-applied-for': (facts, { lots }) => Object.assign(facts, { offsets: { state: 'applied', lots }, reserved: lots }),
  'offsets-accepted': (facts) => (facts.offsets = { state: 'accepted', lots: facts.offsets?.lots ?? [] }),
  'offsets-rejected': (facts) => Object.assign(facts, { offsets: { state: 'rejected', lots: [] }, reserved: [] }),
  credited: (facts, { lots, reason }, { seq }) => {
    if (REVERSIBLE_CREDITS.includes(reason)) remember(facts, seq, 'credited', lots);
    if (reason === 'opening-balance' && facts.openingBalances)
      facts.openingBalances = {
        ...facts.openingBalances,
        lots: [...facts.openingBalances.lots, ...lots.map(({ lot, quantity }) => ({ lot, quantity }))],
      };
  },
  cancelled: (facts, { moves }, { seq }) => {
    remember(facts, seq, 'cancelled', moves);
  },
  'movement-reversed': (facts, { event, moves }) => {
    facts.movements = facts.movements.filter((one) => one.event !== event);
    if (facts.openingBalances)
      facts.openingBalances = { ...facts.openingBalances, lots: useUp(facts.openingBalances.lots, moves) };
  },
  'opening-balances-entered': (facts, _brought, { seq }) =>
    (facts.openingBalances = { event: seq, lots: facts.openingBalances?.lots ?? [] }),
  'taken-over': (facts, { took }) => (facts.takenOver = [...(facts.takenOver ?? []), ...took]),
  'pre-allocated': (facts, { quantity }) => (facts.preAllocated = quantity),
  allocated: (facts, { quantity }) => (facts.final = quantity),
  'taken-back': (facts, { quantity, debt }) => Object.assign(facts, { takenBack: plus(facts.takenBack, quantity), debt }),
  surrendered: (facts, { covered, moves, tookPlaceOn }, { seq }) => {
    if (tookPlaceOn !== undefined) facts.surrenderedBefore = addCovered(facts.surrenderedBefore ?? NOTHING, covered);
    remember(facts, seq, 'surrendered', moves);
    facts.reserved = useUp(facts.reserved, moves);
    facts.surrendered = addCovered(facts.surrendered, covered);
    facts.given = [...facts.given, ...moves];
    if (facts.offsets) facts.offsets = { ...facts.offsets, lots: useUp(facts.offsets.lots, moves) };
  },
  collected: (facts, { covered, moves }, { seq }) => {
    remember(facts, seq, 'collected', moves);
    facts.collected = addCovered(facts.collected, covered);
    facts.given = [...facts.given, ...moves];
  },
  'emissions-corrected': (facts, { emissions, obligation }) => Object.assign(facts, { confirmed: emissions, obligation }),
  'given-back': (facts, { moves, before }) => {
    if (before && facts.surrenderedBefore) facts.surrenderedBefore = lessCovered(facts.surrenderedBefore, before);
    facts.given = withoutGiven(facts.given, moves);
    facts.surrendered = addCovered(coveredOf(facts.given.filter(({ by }) => by === 'unit')), facts.surrenderedBefore ?? NOTHING);
    facts.collected = coveredOf(facts.given.filter(({ by }) => by === 'platform'));
  },
  'allocation-corrected': (facts, { quantity }) => (facts.final = quantity),
  'collection-reopened': (facts) => delete facts.collectedAt,
  'collection-run': (facts, _brought, { at }) => Object.assign(facts, { collectedAt: at, reserved: [] }),
  'nothing-to-collect': (facts, _brought, { at }) => Object.assign(facts, { collectedAt: at, reserved: [] }),
  'referral-opened': (facts, { duty }, { at }) =>
    facts.matters.push({ kind: 'referral', duty, openedOn: dayOf(at), state: 'open' }),
  'referral-closed': (facts, { duty }) => close(facts, 'referral', duty),
  'rectification-opened': (facts, { dueOn }, { at }) =>
    facts.matters.push({ kind: 'rectification', openedOn: dayOf(at), dueOn, state: 'open' }),
  'order-issued': (facts, { case: kind, duty, openedOn, approvedBy }, { at, by }) => {
    const matter = facts.matters.find(
      (one) => one.kind === kind && one.duty === duty && one.openedOn === openedOn && !one.ordered,
    );
    if (matter) matter.ordered = { on: dayOf(at), by, ...(approvedBy === undefined ? {} : { approvedBy }) };
  },
  'rectification-closed': (facts) => close(facts, 'rectification'),
};

/** Brings an event into the facts, in place. */
export function tell(facts: Facts, event: Event): void {
  TELLS[event.type]?.(facts, (event.with ?? {}) as Brought, { ...event, at: tookPlaceAt(event) });
  tellVerification(facts, event);
}

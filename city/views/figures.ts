import { dutyNamed } from '../../domain/cases/kinds.js';
import { UNIT_STATUSES, unitStatus, type UnitStatus } from '../../domain/cases/unit-status.js';
import { owedBy } from '../../domain/duties/claim.js';
import type { Duty } from '../../domain/duties/duty.js';
import { sum, type Amount } from '../../domain/model/amount.js';
import type { Case } from '../../domain/model/case.js';
import { closesAt, type Instant } from '../../domain/model/instant.js';
import type { Event } from '../../domain/model/step.js';

/** Figures over some units; tonnes as decimal strings. */
export interface Figures {
  readonly units: { readonly key: number; readonly general: number };
  readonly status: Readonly<Record<UnitStatus, number>>;
  readonly tonnes: {
    readonly confirmed: Amount;
    readonly obligation: Amount;
    /** Credited by the authority for the cycle: in advance, finally, and by auction. */
    readonly issued: { readonly preAllocation: Amount; readonly finalAllocation: Amount; readonly auction: Amount };
    readonly takenBack: Amount;
    /** Take-backs that found too little and are still owed. */
    readonly debt: Amount;
    readonly surrendered: { readonly allowances: Amount; readonly offsets: Amount };
    readonly collected: { readonly allowances: Amount; readonly offsets: Amount };
    /** Still owed after the collection. */
    readonly short: Amount;
  };
  readonly referrals: { readonly opened: number; readonly open: number };
  readonly rectifications: { readonly opened: number; readonly open: number; readonly overdue: number };
  readonly penalties: number;
  /** Duties that were not fulfilled in time, by who owed them: fulfilled late, or not at all. */
  readonly missed: Readonly<Record<'unit' | 'district' | 'city', number>>;
}

/** A case at the report's instant with its events up to then. */
export interface Judged {
  readonly c: Case;
  readonly events: readonly Event[];
}

const issuedFor = (judged: readonly Judged[], reason: string): Amount =>
  sum(
    judged.flatMap(({ events }) =>
      events.flatMap((event) => {
        if (event.type !== 'credited') return [];
        const credit = event.with as unknown as { reason: string; lots: { quantity: Amount }[] };
        return credit.reason === reason ? credit.lots.map(({ quantity }) => quantity) : [];
      }),
    ),
  );

/** Duties that were not fulfilled in time, fulfilled since or not; one that an amendment opened again is not among them. */
function missedIn({ c, events }: Judged): Duty[] {
  const missed = new Set<string>();
  for (const { type, turns, duty } of events) {
    if (duty === undefined) continue;
    if (turns === 'overdue') missed.add(duty);
    else if (type === 'date-moved' && turns !== undefined) missed.delete(duty);
  }
  return [...missed].flatMap((name) => dutyNamed(c, name) ?? []);
}

/** Adds up what cases tell, as it stood at an instant. */
export function figuresOf(judged: readonly Judged[], at: Instant): Figures {
  const main = judged.filter(({ c }) => c.kind !== 'monthly-evidence').map(({ c }) => c);
  const total = (of: (c: Case) => Amount): Amount => sum(main.map(of));
  const matters = main.flatMap(({ facts }) => facts.matters);
  const ofKind = (kind: 'referral' | 'rectification') => matters.filter((matter) => matter.kind === kind);
  const open = (kind: 'referral' | 'rectification') => ofKind(kind).filter(({ state }) => state === 'open');
  const missed = judged.flatMap(missedIn);
  const missedBy = (owner: Duty['owedBy']): number => missed.filter(({ owedBy: by }) => by === owner).length;
  return {
    units: {
      key: main.filter(({ unit }) => unit.kind === 'key').length,
      general: main.filter(({ unit }) => unit.kind === 'general').length,
    },
    status: Object.fromEntries(
      UNIT_STATUSES.map((status) => [status, main.filter((c) => unitStatus(c) === status).length]),
    ) as Figures['status'],
    tonnes: {
      confirmed: total(({ facts }) => facts.confirmed ?? '0'),
      obligation: total(({ facts }) => facts.obligation ?? '0'),
      issued: {
        preAllocation: issuedFor(judged, 'pre-allocation'),
        finalAllocation: issuedFor(judged, 'final-allocation'),
        auction: issuedFor(judged, 'auction'),
      },
      takenBack: total(({ facts }) => facts.takenBack),
      debt: total(({ facts }) => facts.debt),
      surrendered: {
        allowances: total(({ facts }) => facts.surrendered.allowances),
        offsets: total(({ facts }) => facts.surrendered.offsets),
      },
      collected: {
        allowances: total(({ facts }) => facts.collected.allowances),
        offsets: total(({ facts }) => facts.collected.offsets),
      },
      short: total((c) => (c.facts.collectedAt === undefined ? '0' : owedBy(c))),
    },
    referrals: { opened: ofKind('referral').length, open: open('referral').length },
    rectifications: {
      opened: ofKind('rectification').length,
      open: open('rectification').length,
      overdue: open('rectification').filter(({ dueOn }) => dueOn !== undefined && closesAt(dueOn) <= at).length,
    },
    penalties: judged.reduce((count, { events }) => count + events.filter(({ type }) => type === 'penalty-decided').length, 0),
    missed: { unit: missedBy('unit'), district: missedBy('district'), city: missedBy('city') },
  };
}

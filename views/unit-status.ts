import { dueNext } from '../domain/cases/case.js';
import { dutyNamed } from '../domain/cases/kinds.js';
import { openDuties, phaseOf, type Phase } from '../domain/cases/standing.js';
import { unitStatus as standingOf, type UnitStatus } from '../domain/cases/unit-status.js';
import type { Duty } from '../domain/duties/duty.js';
import type { Case, DutyStateName, Facts, Unit } from '../domain/model/case.js';
import { dayOf, isoOf, type Day, type Instant } from '../domain/model/instant.js';
import type { Due } from '../domain/model/step.js';
import type { Book } from '../records/book.js';
import { holdingsAt, type Holding } from './holdings.js';
import { casesOfUnit } from './unit-cases.js';

/** Where one case of a unit stands. */
export interface CaseStatus {
  readonly case: string;
  readonly phase: Phase;
  readonly waitingFor: {
    readonly duty: string;
    readonly owedBy: Duty['owedBy'];
    readonly until: Day;
    readonly clause: string;
  } | null;
  readonly next: { readonly at: string; readonly duty: string; readonly zh: string; readonly what: Due['what'] } | null;
  readonly duties: Readonly<
    Record<string, { readonly state: DutyStateName; readonly dueOn: Day; readonly doneOn?: Day; readonly late?: boolean }>
  >;
  readonly facts: Facts;
}

/** Where a unit stands. */
export interface UnitStanding {
  readonly unit: string;
  readonly name: string;
  readonly kind: Unit['kind'];
  readonly district: string;
  readonly cycle: number;
  readonly status: UnitStatus;
  /** The moments asked about, as they were asked; the instant that the answer is of. */
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly at: string;
  readonly cases: readonly CaseStatus[];
  readonly holdings: readonly Holding[];
}

export interface StatusQuestion {
  readonly cycle?: number;
  /** For which moment, and as of whose knowledge; of now where nothing is said. */
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
  /** What is now, by the clock of the unit's cases. */
  readonly now: (cycle: number) => Instant;
}

/** What was due before the case began is none of its duties. */
const dutiesShown = (c: Case) => Object.entries(c.duties).filter(([, record]) => !record.before);

/** Where a case stands. Pure. */
const caseStatus = (c: Case): CaseStatus => {
  const next = dueNext(c);
  const waiting = openDuties(c).find(({ duty }) => duty.atItsEnd !== 'lapses');
  return {
    case: c.id,
    phase: phaseOf(c),
    waitingFor: waiting
      ? { duty: waiting.duty.name, owedBy: waiting.duty.owedBy, until: waiting.record.dueOn, clause: waiting.duty.clause }
      : null,
    next: next ? { at: isoOf(next.at), duty: next.duty, zh: dutyNamed(c, next.duty)?.zh ?? '', what: next.what } : null,
    duties: Object.fromEntries(
      dutiesShown(c).map(([name, { state, dueOn, doneAt, late }]) => [
        name,
        { state, dueOn, ...(state === 'done' && doneAt !== undefined ? { doneOn: dayOf(doneAt), late: late ?? false } : {}) },
      ]),
    ),
    facts: c.facts,
  };
};

/** An answer with the cases that it was read from, for those who say more of them. */
export interface Standing {
  readonly standing: UnitStanding;
  readonly at: Instant;
  readonly cases: readonly [Case, ...Case[]];
}

const moment = (at: Instant | undefined): string | null => (at === undefined ? null : isoOf(at));

/** Where a unit stands, now or as it was known at a moment for a moment; none where no case of it was in the book. */
export async function unitStatus(book: Book, unit: string, question: StatusQuestion): Promise<Standing | undefined> {
  const { cycle, asOf = Infinity, knownAt = Infinity } = question;
  const until = Math.min(asOf, knownAt);
  const [main, ...rest] = await casesOfUnit(book, unit, { until, knownAt, ...(cycle === undefined ? {} : { cycle }) });
  if (!main) return undefined;
  const at = until === Infinity ? question.now(main.terms.cycle) : until;
  const { name, kind, district } = main.unit;
  const cases = [main, ...rest] as const;
  const standing: UnitStanding = {
    unit,
    name,
    kind,
    district,
    cycle: main.terms.cycle,
    status: standingOf(main),
    asOf: moment(question.asOf),
    knownAt: moment(question.knownAt),
    at: isoOf(at),
    cases: cases.map(caseStatus),
    holdings: await holdingsAt(book, unit, until),
  };
  return { standing, at, cases: [...cases] };
}

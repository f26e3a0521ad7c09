import type pg from 'pg';
import { dutiesOf } from '../domain/cases/kinds.js';
import { isOpen, recordOf } from '../domain/duties/duty.js';
import type { Case } from '../domain/model/case.js';
import { addDays, dayOf, type Day, type Instant } from '../domain/model/instant.js';
import { unitsUnsigned } from '../records/appointments.js';
import { casesOf } from '../records/cases.js';
import { readRun } from '../records/whole-cases.js';

/** Something that a unit owes next, and nobody can do for it. */
export interface Deadline {
  readonly case: string;
  readonly duty: string;
  readonly zh: string;
  readonly dueOn: Day;
}

/** A unit that nobody signs for, with what it owes first. */
export interface Unsigned {
  readonly unit: string;
  readonly name: string;
  readonly district: string;
  readonly deadlines: readonly Deadline[];
  /** Whether a deadline is so near that somebody has to be found now. */
  readonly soon: boolean;
}

/** So many days before a deadline it is near (policy). */
const NEAR_DAYS = 30;
const DEADLINES = 3;

const byDay = (a: Deadline, b: Deadline): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

/** What a filer does without a signer. */
const BY_FILER = /^monthly-evidence/;

const owedIn = (c: Case, from: Day, hasFiler: boolean): Deadline[] =>
  dutiesOf(c).flatMap(({ name, zh, owedBy }) => {
    const record = recordOf(c, name);
    const nobodys = owedBy === 'unit' && !(hasFiler && BY_FILER.test(name));
    const owes = nobodys && record && isOpen(record) && record.dueOn >= from && record.asked !== false;
    return owes && record.before !== true ? [{ case: c.id, duty: name, zh, dueOn: record.dueOn }] : [];
  });

/** Units with a case that goes on and no signer in office, so many at once, after a unit; each with its next deadlines. */
export async function unitsMissing(
  pool: pg.Pool,
  at: Instant,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly Unsigned[]> {
  const today = dayOf(at);
  const unsigned = await unitsUnsigned(pool, at, after, limit);
  return Promise.all(
    unsigned.map(async ({ unit, hasFiler }): Promise<Unsigned> => {
      const runs = await Promise.all((await casesOf(pool, unit)).map(({ caseId }) => readRun(pool, caseId)));
      const cases = runs.flatMap((run) => (run && !run.case.closed ? [run.case] : []));
      const deadlines = cases
        .flatMap((c) => owedIn(c, today, hasFiler))
        .sort(byDay)
        .slice(0, DEADLINES);
      const { name = unit, district = '' } = cases.at(-1)?.unit ?? {};
      return { unit, name, district, deadlines, soon: deadlines.some(({ dueOn }) => dueOn <= addDays(today, NEAR_DAYS)) };
    }),
  );
}

import type { Opening } from '../../domain/cases/case.js';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import { laterOf, startOf, type Day } from '../../domain/model/instant.js';
import { openingDays } from '../../domain/model/opening-day.js';
import type { DatedDuty, Terms } from '../../domain/model/terms.js';
import { caseIdOf } from '../../workflows/ids.js';
import { error, warning, type Finding } from '../finding.js';
import { unitAt, type CaseHistory } from '../../views/case-history.js';
import { FLAGS } from './columns.js';
import { inForce } from './in-force.js';
import type { Listed, Register } from './read-register.js';

/** What an import would do: the cases it opens, in order, and those that are there already. */
export interface ImportPlan {
  readonly opens: readonly Opening[];
  readonly there: readonly string[];
  /** The terms under which the cases open. */
  readonly terms: Terms;
  /** Units that have a case in this cycle and stand in no line of the file: nothing is done to them. */
  readonly notInFile: readonly string[];
  readonly findings: readonly Finding[];
}

/** The cases of a unit: a key unit has its cycle, which opens its account, and its evidence. */
const casesFor = (unit: Unit): readonly CaseKind[] =>
  unit.kind === 'key' ? ['compliance-cycle', 'monthly-evidence'] : ['general-report'];

/** What an import never changes: a case keeps the unit it was opened with, as acts on the register have left it since. */
function compare({ line, unit }: Listed, opened: Unit): Finding[] {
  const place = (column: string) => ({ line, column });
  if (opened.kind !== unit.kind)
    return [
      error(
        'would-change-kind',
        place('kind'),
        `${unit.id} 的案件是按 ${opened.kind} 开立的`,
        `the case of ${unit.id} was opened as ${opened.kind}: an import does not change it`,
      ),
    ];
  const findings: Finding[] = [];
  if (opened.district !== unit.district)
    findings.push(
      error(
        'would-change-district',
        place('district'),
        `${unit.id} 现属 ${opened.district}，导入不能改为 ${unit.district}`,
        `${unit.id} is with ${opened.district}: an import does not move it to ${unit.district}`,
      ),
    );
  const changed = (['name', 'newlyListed', 'listedOn'] as const).filter((field) => opened[field] !== unit[field]) as string[];
  changed.push(...FLAGS.filter((flag) => (opened[flag] ?? true) !== (unit[flag] ?? true)));
  if (opened.lastCycle?.approved !== unit.lastCycle?.approved) changed.push('lastApproved');
  if (opened.lastCycle?.settled !== unit.lastCycle?.settled) changed.push('lastSettled');
  for (const column of changed)
    findings.push(
      warning(
        'would-change-details',
        place(column),
        `${unit.id} 已有案件，此项保持原值`,
        `${unit.id} has its case: this stays as it was opened`,
      ),
    );
  return findings;
}

const slipOfThePen = (terms: Terms, opensOn: Day, today: Day): Finding[] => {
  const { first, last } = openingDays(terms, today);
  if (opensOn >= first && opensOn <= last) return [];
  return [
    error(
      'opens-outside',
      {},
      `案件不能自 ${opensOn} 开立：应在 ${first} 至 ${last} 之间`,
      `cases cannot open on ${opensOn}: name a day from ${first} to ${last}`,
    ),
  ];
};

const datesPassed = (terms: Terms, opensOn: Day): Finding[] => {
  const passed = (Object.keys(terms.dates) as DatedDuty[]).filter((duty) => (terms.dates[duty] ?? opensOn) < opensOn);
  if (passed.length === 0) return [];
  return [
    warning(
      'dates-passed',
      {},
      `案件自 ${opensOn} 开立，下列事项已过期而不列入：${passed.join('、')}`,
      `cases open on ${opensOn}: what was due before is none of their duties (${passed.join(', ')}); name an earlier day with --opens to have it played`,
    ),
  ];
};

/** A revision that was named and is not the one by which the cycle runs. */
const otherRevision = (named: Terms, running: Terms): Finding[] => {
  if (running.revision === named.revision) return [];
  const [own, theirs] = [String(named.revision), String(running.revision)];
  return [
    error(
      'other-revision',
      {},
      `本周期案件执行修订 ${theirs}，不能按修订 ${own} 开立；不指定修订即按现行修订开立`,
      `cases of this cycle stand at revision ${theirs}, not ${own}: name the cycle alone, and cases open by what is in force`,
    ),
  ];
};

const notListedYet = ({ line, unit }: Listed, today: Day): Finding[] =>
  unit.listedOn === undefined || unit.listedOn <= today
    ? []
    : [
        error(
          'not-listed-yet',
          { line, column: 'listedOn' },
          `${unit.id} 自 ${unit.listedOn} 起列入名单，届时再导入`,
          `${unit.id} is listed from ${unit.listedOn} on: import it then`,
        ),
      ];

/** Ids under which cases are open, by their letters in one case. */
const spellings = (ids: Iterable<string>): ReadonlyMap<string, string> => new Map([...ids].map((id) => [id.toLowerCase(), id]));

/** A unit whose id is that of another one in other letters: nobody could tell them apart. */
function otherSpelling({ line, unit }: Listed, opened: ReadonlyMap<string, string>): Finding[] {
  const theirs = opened.get(unit.id.toLowerCase());
  if (theirs === undefined || theirs === unit.id) return [];
  return [
    error(
      'other-spelling',
      { line, column: 'id' },
      `${unit.id} 与已有案件的 ${theirs} 仅大小写不同；同一单位请写作 ${theirs}`,
      `${unit.id} differs only by capitals from ${theirs}, which has its case: if it is the same unit, write ${theirs}`,
    ),
  ];
}

/** How cases are to be opened. */
export interface OpenBy {
  /** The terms to open by, unless the cycle runs by later ones. */
  readonly terms: Terms;
  /** Whether these very terms were asked for, by their revision. */
  readonly named: boolean;
  /** The day from whose midnight the cases run; those of a unit listed later, from the day on which it is listed. */
  readonly opensOn: Day;
  readonly today: Day;
  /** Ids of units with cases in other cycles, as they are written there. */
  readonly known?: readonly string[];
}

/**
 * Compares a register with the cases of its cycle: what is to be opened, what is there, what may not be. What opens into a
 * running cycle opens under what is in force in it: its latest revision, and without the verifiers struck off. Pure.
 */
export function planImport(
  register: Register,
  cases: readonly CaseHistory[],
  { terms: asked, named, opensOn, today, known = [] }: OpenBy,
): ImportPlan {
  const { terms = asked, struckOff } = inForce(cases);
  const there = new Set(cases.map(({ opening }) => opening.id));
  const openedAs = new Map(cases.map((history) => [history.opening.unit.id, unitAt(history, Infinity)]));
  const findings: Finding[] = [
    ...slipOfThePen(terms, opensOn, today),
    ...datesPassed(terms, opensOn),
    ...(named ? otherRevision(asked, terms) : []),
  ];
  const spelt = spellings([...known, ...openedAs.keys()]);
  const opens: Opening[] = [];
  const kept: string[] = [];
  for (const listed of register.units) {
    const opened = openedAs.get(listed.unit.id);
    const ids = casesFor(opened ?? listed.unit).map((kind) => ({ kind, id: caseIdOf(terms.cycle, listed.unit.id, kind) }));
    findings.push(...notListedYet(listed, today), ...otherSpelling(listed, spelt));
    const missing = ids.filter(({ id }) => !there.has(id));
    kept.push(...ids.flatMap(({ id }) => (there.has(id) ? [id] : [])));
    if (opened) {
      const left = missing.map(({ kind }) => kind).join(', ');
      findings.push(
        ...compare(listed, opened),
        warning(
          'has-case',
          { line: listed.line, column: 'id' },
          `${listed.unit.id} 已有案件${left === '' ? '，不再开立' : `，仅补开 ${left}`}`,
          `${listed.unit.id} has its case already${left === '' ? ': nothing is opened' : `: only ${left} is opened`}`,
        ),
      );
    }
    // what is missing beside a case that is there is opened for the same unit as that case
    const unit = opened ?? listed.unit;
    for (const { kind, id } of missing)
      opens.push({
        id,
        kind,
        unit,
        terms,
        opensAt: startOf(laterOf(opensOn, unit.listedOn ?? opensOn)),
        allowProvisional: false,
        holdings: [],
        ...(struckOff.length === 0 ? {} : { struckOff }),
      });
  }
  const listed = new Set(register.units.map(({ unit }) => unit.id));
  return { opens, terms, there: kept, notInFile: [...openedAs.keys()].filter((id) => !listed.has(id)).sort(), findings };
}

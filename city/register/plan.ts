import type { Opening } from '../../domain/cases/case.js';
import type { CaseKind, Unit } from '../../domain/model/case.js';
import { startOf, type Day } from '../../domain/model/instant.js';
import { DATED, type Terms } from '../../domain/model/terms.js';
import { caseIdOf } from '../../workflows/ids.js';
import { error, warning, type Finding } from '../finding.js';
import { unitAt, type CaseHistory } from '../case-history.js';
import type { Listed, Register } from './read-register.js';

/** What an import would do: the cases it opens, in order, and those that are there already. */
export interface ImportPlan {
  readonly opens: readonly Opening[];
  readonly there: readonly string[];
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
  const changed = (['name', 'mail', 'newlyListed'] as const).filter((field) => opened[field] !== unit[field]) as string[];
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

const datesPassed = (terms: Terms, opensOn: Day): Finding[] => {
  const passed = DATED.filter((duty) => terms.dates[duty] < opensOn);
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

const revisionOf = ({ opening, events }: CaseHistory): number =>
  events.reduce(
    (revision, { type, with: brought }) => (type === 'revision-adopted' ? (brought as { revision: number }).revision : revision),
    opening.terms.revision,
  );

const otherRevision = (terms: Terms, cases: readonly CaseHistory[]): Finding[] => {
  const running = Math.max(terms.revision, ...cases.map(revisionOf));
  if (running === terms.revision) return [];
  const [own, theirs] = [String(terms.revision), String(running)];
  return [
    error(
      'other-revision',
      {},
      `本周期案件已采纳修订 ${theirs}，不能按修订 ${own} 开立`,
      `cases of this cycle stand at revision ${theirs}: name it, as in --cycle ${String(terms.cycle)}.r${theirs}`,
    ),
  ];
};

/** Compares a register with the cases of its cycle: what is to be opened, what is there, what may not be. Pure. */
export function planImport(register: Register, cases: readonly CaseHistory[], terms: Terms, opensOn: Day): ImportPlan {
  const there = new Set(cases.map(({ opening }) => opening.id));
  const openedAs = new Map(cases.map((history) => [history.opening.unit.id, unitAt(history, Infinity)]));
  const findings: Finding[] = [...datesPassed(terms, opensOn), ...otherRevision(terms, cases)];
  const opens: Opening[] = [];
  const kept: string[] = [];
  for (const listed of register.units) {
    const opened = openedAs.get(listed.unit.id);
    const ids = casesFor(opened ?? listed.unit).map((kind) => ({ kind, id: caseIdOf(terms.cycle, listed.unit.id, kind) }));
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
    for (const { kind, id } of missing)
      opens.push({
        ...{ id, kind, unit: opened ?? listed.unit, terms, opensAt: startOf(opensOn) },
        ...{ allowProvisional: false, mailboxes: {}, holdings: [] },
      });
  }
  const listed = new Set(register.units.map(({ unit }) => unit.id));
  return { opens, there: kept, notInFile: [...openedAs.keys()].filter((id) => !listed.has(id)).sort(), findings };
}

import { rulebookName } from '../domain/model/rulebook.js';
import { RegulationError } from './errors.js';
import { everyCalendar } from './calendars.js';
import { everyForm } from './forms/load.js';
import { filingsWithoutForm } from './forms/unformed.js';
import { cyclesOf, loadRulebook, revisionsOf } from './load.js';
import { lockedIn } from './lock.js';
import { coverageShape } from './shape.js';
import { readYaml, shipped } from './source.js';

/** What a check of the whole regulation found. */
export interface Checked {
  readonly rulebooks: readonly { readonly name: string; readonly digest: string; readonly locked: boolean }[];
  readonly problems: readonly string[];
  /** Filings that no form asks for, each with its rulebook: good for a rehearsal, refused in service. */
  readonly unformed: readonly string[];
}

/** Each emission year between the first and the last has one cycle, or is named as a gap; none has both. */
const coverage = (folder: string, years: readonly number[]): string[] => {
  const source = readYaml(folder, 'coverage.yaml', coverageShape);
  const gaps = source.content.gaps.map((gap) => Number(gap['emission-year']));
  const problems: string[] = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
    const cycles = years.filter((one) => one === year).length;
    if (cycles > 1)
      problems.push(
        `排放年度 ${String(year)} 有 ${String(cycles)} 个履约年度 / emission year ${String(year)} is settled by ${String(cycles)} cycles`,
      );
    if (cycles === 0 && !gaps.includes(year))
      problems.push(
        `排放年度 ${String(year)} 没有履约年度：请增加，或在 ${source.file} 中写明 / emission year ${String(year)} has no cycle: add one, or name the gap in ${source.file}`,
      );
    if (cycles > 0 && gaps.includes(year))
      problems.push(
        `排放年度 ${String(year)} 有履约年度，却在 ${source.file} 中写为缺 / emission year ${String(year)} has a cycle and is called a gap in ${source.file}`,
      );
  }
  return problems;
};

/** Revisions of a cycle are counted from 1 without holes. */
const numbering = (cycle: number, revisions: readonly number[]): string[] =>
  revisions.every((revision, index) => revision === index + 1)
    ? []
    : [
        `${String(cycle)} 年度的修订为 ${revisions.join('、')}：应从 1 起连续编号 / cycle ${String(cycle)} has revisions ${revisions.join(', ')}: they must count from 1 without a hole`,
      ];

/** Loads everything there is and reports every problem, instead of stopping at the first. */
export function checkRegulation(folder: string = shipped()): Checked {
  const problems: string[] = [];
  const rulebooks: { name: string; digest: string; locked: boolean }[] = [];
  const unformed: string[] = [];
  const years: number[] = [];
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof RegulationError)) throw error;
      problems.push(error.message);
    }
  };
  for (const cycle of cyclesOf(folder)) {
    const revisions = revisionsOf(cycle, folder);
    problems.push(...numbering(cycle, revisions));
    for (const revision of revisions)
      attempt(() => {
        const book = loadRulebook(cycle, revision, folder);
        if (revision === 1) years.push(book.emissionYear);
        const name = rulebookName(book);
        unformed.push(...filingsWithoutForm(book, folder).map((filing) => `${name} ${filing}`));
        rulebooks.push({ name, digest: book.digest, locked: lockedIn(folder).some(({ rulebook }) => rulebook === name) });
      });
  }
  attempt(() => problems.push(...coverage(folder, years)));
  for (const form of everyForm(folder)) attempt(() => void form());
  for (const calendar of everyCalendar(folder)) attempt(() => void calendar());
  attempt(() => {
    for (const { rulebook } of lockedIn(folder))
      if (!rulebooks.some(({ name }) => name === rulebook))
        problems.push(`rulebooks.lock 所列 ${rulebook} 不能读取 / rulebooks.lock names ${rulebook}, which cannot be loaded`);
  });
  return { rulebooks, problems, unformed };
}

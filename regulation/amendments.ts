import { JUDGED_BY, type DatedDuty, type Deadlines, type Terms, type Values } from '../domain/model/terms.js';
import { canonical } from './digest.js';
import { RegulationError } from './errors.js';
import { loadRulebook, revisionsOf } from './load.js';
import { shipped } from './source.js';
import { termsOf } from './terms.js';

/** What a revision on file changes against the terms in force, as every running case is told. */
export interface Amended {
  readonly revision: number;
  readonly digest: string;
  /** Digest of the terms that it was made out against. */
  readonly before: string;
  readonly basis: string;
  readonly deadlines: Deadlines;
  readonly values?: Values;
}

/** What a revision cannot change under cases that run: windows and reminders already counted from. */
const FIXED = ['emissionYear', 'evidenceYear', 'windows', 'reminders'] as const;

const differs = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b);

/**
 * A revision on file against the terms in force; none where there is no such file. Throws a RegulationError where it changes
 * what cannot change under running cases.
 */
export function amendedBy(revision: number, inForce: Terms, folder: string = shipped()): Amended | undefined {
  const { cycle } = inForce;
  if (!revisionsOf(cycle, folder).includes(revision)) return undefined;
  const rulebook = loadRulebook(cycle, revision, folder);
  const terms = termsOf(rulebook);
  const fixed = FIXED.filter((name) => differs(terms[name], inForce[name]));
  if (fixed.length > 0)
    throw new RegulationError(
      'bad-value',
      { file: `regulation/cycles/${String(cycle)}.r${String(revision)}.yaml` },
      `${fixed.join('、')} 不能在办理期间变更：自下一年度起适用`,
      `${fixed.join(', ')} cannot change under cases that run: they count for the next cycle`,
    );
  const moved = Object.entries(terms.dates).filter(([duty, day]) => day !== inForce.dates[duty as DatedDuty]);
  const values = JUDGED_BY.filter((name) => differs(terms[name], inForce[name])).map((name) => [name, terms[name]]);
  return {
    revision,
    digest: terms.digest,
    before: inForce.digest,
    basis: rulebook.basis ?? rulebook.notice,
    deadlines: Object.fromEntries(moved),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) as NonNullable<Amended['values']> }),
  };
}

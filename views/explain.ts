import { own } from '../domain/model/own.js';
import { rulebookName, type Parameter, type Rulebook } from '../domain/model/rulebook.js';
import { QuestionError } from '../domain/rules/working.js';
import { ask, RESTS_OF, RULE_NAMES, type RuleName } from '../regulation/ask.js';
import { namesIn } from '../regulation/catalogue.js';
import { loadLibrary } from '../regulation/instruments.js';
import { loadRulebook, revisionsOf } from '../regulation/load.js';
import { dutyFactsOf, type DutyFacts } from './duty-facts.js';
import { movedBy, parametersOf } from './moved.js';

/** A value of a rulebook: what, from where, since when, which cases it moves. */
export interface Explained extends Parameter {
  /** Since when it holds: the adoption, or the issue of the text that says it. */
  readonly since: string | null;
  /** Its values in the revisions of the cycle, as far as they differ. */
  readonly history: readonly { readonly rulebook: string; readonly value: string | null }[];
  readonly cases: readonly string[];
}

export const shown = (parameter: Parameter | undefined): string | null =>
  parameter ? (typeof parameter.value === 'string' ? parameter.value : parameter.value.join(', ')) : null;

const historyOf = (book: Rulebook, name: string): Explained['history'] => {
  const history: { rulebook: string; value: string | null }[] = [];
  for (const revision of revisionsOf(book.cycle)) {
    const at = loadRulebook(book.cycle, revision);
    const value = shown(own(at.parameters, name));
    if (history.length === 0 || history.at(-1)?.value !== value) history.push({ rulebook: rulebookName(at), value });
  }
  return history;
};

/** A value by its name, as far as the rulebook has it. */
export const explained = (book: Rulebook, name: string): Explained[] => {
  const parameter = own(book.parameters, name);
  if (!parameter) return [];
  const issued = loadLibrary().instruments.find(({ id }) => id === parameter.cite.instrument);
  const since = parameter.adopted?.on ?? issued?.['issued-on'] ?? issued?.['in-force-from'] ?? null;
  return [{ ...parameter, since, history: historyOf(book, name), cases: movedBy(name).cases }];
};

type Dated = ReturnType<typeof ask>;

/** The day of a duty that hangs on nothing but the rulebook, with the way to it; none where it is not known. */
export const dateOf = (book: Rulebook, { duty, kind }: DutyFacts): Dated | null => {
  try {
    return ask(book, 'deadline', kind === 'monthly-evidence' ? { duty, month: `${String(book.evidenceYear)}-01` } : { duty });
  } catch (error) {
    if (error instanceof QuestionError && error.code !== 'bad-input') return null;
    throw error;
  }
};

/** What of these values nobody knows, and why. */
export const gapsAmong = (book: Rulebook, names: readonly string[]): { name: string; because: string }[] =>
  names.flatMap((name) => (book.unknown[name] === undefined ? [] : [{ name, because: book.unknown[name] }]));

const explainDuty = (book: Rulebook, facts: DutyFacts): Record<string, unknown> => {
  const names = parametersOf(facts.duty, namesIn(book));
  const date = dateOf(book, facts);
  return {
    ...facts,
    dueOn: (date?.answer as { dueOn: string } | undefined)?.dueOn ?? null,
    working: date?.working ?? [],
    provisional: date?.provisional ?? false,
    because: date?.because ?? [],
    parameters: names.flatMap((name) => explained(book, name)),
    unknown: gapsAmong(book, names),
  };
};

export const explainRule = (book: Rulebook, rule: RuleName): Record<string, unknown> => ({
  rule,
  clauses: loadLibrary().instruments.flatMap(({ id, clauses: all }) =>
    all.flatMap(({ clause, rules }) => (rules?.includes(rule) ? [`${id} ${clause}`] : [])),
  ),
  parameters: RESTS_OF[rule].flatMap((name) => explained(book, name)),
  unknown: gapsAmong(book, RESTS_OF[rule]),
});

/** What a name can stand for: a duty, a rule, or both. Throws a QuestionError where it is neither. */
export function meantBy(book: Rulebook, what: string): { readonly facts?: DutyFacts; readonly rule?: RuleName } {
  const known = dutyFactsOf(book);
  const facts = known.find(({ duty }) => duty === what);
  const rule = RULE_NAMES.find((name) => name === what);
  if (!facts && !rule) {
    const names = [...new Set([...known.map(({ duty }) => duty), ...RULE_NAMES])].join(', ');
    throw new QuestionError(
      'bad-input',
      ['what'],
      `没有名为 ${what} 的义务或规则；有：${names}`,
      `no duty and no rule is called ${what}; there are ${names}`,
    );
  }
  return { ...(facts ? { facts } : {}), ...(rule ? { rule } : {}) };
}

/**
 * The values of a duty or a rule: what, from where, how read, how sure, since when, which cases it moves. Some names are
 * both a duty and a rule; then both are explained.
 */
export function explain(book: Rulebook, what: string): Record<string, unknown> {
  const { facts, rule } = meantBy(book, what);
  const both = { ...(facts ? explainDuty(book, facts) : {}), ...(rule && !facts ? explainRule(book, rule) : {}) };
  return { rulebook: rulebookName(book), ...both, ...(facts && rule ? { asRule: explainRule(book, rule) } : {}) };
}

import { own } from '../domain/model/own.js';
import { rulebookName, type Parameter, type Rulebook } from '../domain/model/rulebook.js';
import { QuestionError } from '../domain/rules/working.js';
import { ask, RESTS_OF, RULE_NAMES, type RuleName } from '../regulation/ask.js';
import { REQUIRED_NAMES } from '../regulation/catalogue.js';
import { loadLibrary } from '../regulation/instruments.js';
import { loadRulebook, revisionsOf } from '../regulation/load.js';
import { rulebookNamed } from '../regulation/named.js';
import { DUTY_FACTS, OWED_BY, type DutyFacts } from '../views/duty-facts.js';
import { movedBy, parametersOf } from './moved.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

export interface ExplainOptions {
  readonly cycle?: string;
  readonly json?: boolean;
}

interface Explained extends Parameter {
  /** Since when it holds: the adoption, or the issue of the text that says it. */
  readonly since: string | null;
  /** Its values in the revisions of the cycle, as far as they differ. */
  readonly history: readonly { readonly rulebook: string; readonly value: string | null }[];
  readonly cases: readonly string[];
}

const shown = (parameter: Parameter | undefined): string | null =>
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

const explained = (book: Rulebook, name: string): Explained[] => {
  const parameter = own(book.parameters, name);
  if (!parameter) return [];
  const issued = loadLibrary().instruments.find(({ id }) => id === parameter.cite.instrument);
  const since = parameter.adopted?.on ?? issued?.['issued-on'] ?? issued?.['in-force-from'] ?? null;
  return [{ ...parameter, since, history: historyOf(book, name), cases: movedBy(name).cases }];
};

const say = (one: Explained): string => {
  const name = loadLibrary().instruments.find(({ id }) => id === one.cite.instrument);
  const adopted = one.adopted;
  return [
    `  ${one.name} = ${shown(one) ?? ''} ${one.unit}${one.of === undefined ? '' : ` of ${one.of}`}  [${one.status}]`,
    `      出处 / source: ${name?.number ?? name?.title ?? one.cite.instrument} ${one.cite.clause}${one.since === null ? '' : `，自 ${one.since}`}`,
    ...(one.quote === undefined ? [] : [`      原文 / quote: 「${one.quote}」`]),
    ...(one.reading === undefined ? [] : [`      理解 / reading: ${one.reading}`]),
    ...(one.takenFrom === undefined ? [] : [`      沿用 / taken over from cycle ${one.takenFrom}`]),
    ...(adopted ? [`      采纳 / adopted on ${adopted.on} by ${adopted.by} and ${adopted.approvedBy}: ${adopted.basis}`] : []),
    ...(one.history.length > 1
      ? [`      经过 / history: ${one.history.map(({ rulebook, value }) => `${rulebook}: ${value ?? '?'}`).join(' → ')}`]
      : []),
    ...(one.cases.length > 0 ? [`      涉及 / moves cases: ${one.cases.join(', ')}`] : []),
    `      核对 / verified ${one.verified}`,
    '',
  ].join('\n');
};

type Dated = ReturnType<typeof ask>;

/** The day of a duty that hangs on nothing but the rulebook, with the way to it; none where it is not known. */
const dateOf = (book: Rulebook, { duty, kind }: DutyFacts): Dated | null => {
  try {
    return ask(book, 'deadline', kind === 'monthly-evidence' ? { duty, month: `${String(book.evidenceYear)}-01` } : { duty });
  } catch (error) {
    if (error instanceof QuestionError && error.code === 'not-known') return null;
    throw error;
  }
};

const gapsAmong = (book: Rulebook, names: readonly string[]): { name: string; because: string }[] =>
  names.flatMap((name) => (book.unknown[name] === undefined ? [] : [{ name, because: book.unknown[name] }]));

const explainDuty = (book: Rulebook, facts: DutyFacts): Record<string, unknown> => {
  const names = parametersOf(facts.duty, REQUIRED_NAMES);
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

const explainRule = (book: Rulebook, rule: RuleName): Record<string, unknown> => ({
  rule,
  clauses: loadLibrary().instruments.flatMap(({ id, clauses: all }) =>
    all.flatMap(({ clause, rules }) => (rules?.includes(rule) ? [`${id} ${clause}`] : [])),
  ),
  parameters: RESTS_OF[rule].flatMap((name) => explained(book, name)),
  unknown: gapsAmong(book, RESTS_OF[rule]),
});

const sayDuty = (book: Rulebook, facts: DutyFacts): string => {
  const date = dateOf(book, facts);
  const { dueOn } = (date?.answer ?? { dueOn: '未知 / not known' }) as { dueOn: string };
  const month = facts.kind === 'monthly-evidence' ? `（${String(book.evidenceYear)}-01）` : '';
  return [
    `${facts.zh}（${facts.duty}）· ${rulebookName(book)} · ${facts.clause} · ${OWED_BY[facts.owedBy].join(' / ')} · ${facts.kind}\n`,
    `截止 / due: ${dueOn}${month}${date?.provisional === true ? ' 暂定 / provisional' : ''}\n`,
    ...(date?.working ?? []).map(({ step, value }) => `  ${step} = ${value}\n`),
    ...sayValues(book, parametersOf(facts.duty, REQUIRED_NAMES)),
  ].join('');
};

const sayValues = (book: Rulebook, names: readonly string[]): string[] => [
  ...names.flatMap((name) => explained(book, name)).map(say),
  ...gapsAmong(book, names).map(({ name, because }) => `  ${name}: 未知 / not known: ${because}\n`),
];

const sayRule = (book: Rulebook, rule: RuleName): string => {
  const { clauses } = explainRule(book, rule) as { clauses: string[] };
  return `rule ${rule} · ${rulebookName(book)} · ${clauses.join(', ')}\n${sayValues(book, RESTS_OF[rule]).join('')}`;
};

/**
 * The values of a duty or a rule: what, from where, how read, how sure, since when, which cases it moves. Some names are
 * both a duty and a rule; then both are explained.
 */
export async function rulebookExplain(what: string, options: ExplainOptions = {}, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return Promise.resolve(
    onRegulation(json, streams, () => {
      const book = rulebookNamed(options.cycle);
      const facts = DUTY_FACTS.find(({ duty }) => duty === what);
      const rule = RULE_NAMES.find((name) => name === what);
      if (!facts && !rule) {
        const names = [...new Set([...DUTY_FACTS.map(({ duty }) => duty), ...RULE_NAMES])].join(', ');
        throw new QuestionError('bad-input', ['what'], `no duty and no rule is called ${what}; there are ${names}`);
      }
      if (json) {
        const both = { ...(facts ? explainDuty(book, facts) : {}), ...(rule && !facts ? explainRule(book, rule) : {}) };
        const also = facts && rule ? { asRule: explainRule(book, rule) } : {};
        streams.out(`${JSON.stringify({ rulebook: rulebookName(book), ...both, ...also }, null, 2)}\n`);
      } else streams.out(`${facts ? sayDuty(book, facts) : ''}${rule ? sayRule(book, rule) : ''}`);
      return DONE;
    }),
  );
}

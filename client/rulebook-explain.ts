import { rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { RESTS_OF, type RuleName } from '../regulation/ask.js';
import { namesIn } from '../regulation/catalogue.js';
import { loadLibrary } from '../regulation/instruments.js';
import { rulebookNamed } from '../regulation/named.js';
import { OWED_BY, type DutyFacts } from '../views/duty-facts.js';
import { dateOf, explain, explained, explainRule, gapsAmong, meantBy, shown, type Explained } from '../views/explain.js';
import { parametersOf } from '../views/moved.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

export interface ExplainOptions {
  readonly cycle?: string;
  readonly json?: boolean;
}

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

const sayDuty = (book: Rulebook, facts: DutyFacts): string => {
  const date = dateOf(book, facts);
  const { dueOn } = (date?.answer ?? { dueOn: '未知 / not known' }) as { dueOn: string };
  const month = facts.kind === 'monthly-evidence' ? `（${String(book.evidenceYear)}-01）` : '';
  return [
    `${facts.zh}（${facts.duty}）· ${rulebookName(book)} · ${facts.clause} · ${OWED_BY[facts.owedBy].join(' / ')} · ${facts.kind}\n`,
    `截止 / due: ${dueOn}${month}${date?.provisional === true ? ' 暂定 / provisional' : ''}\n`,
    ...(date?.working ?? []).map(({ step, value }) => `  ${step} = ${value}\n`),
    ...sayValues(book, parametersOf(facts.duty, namesIn(book))),
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
export function rulebookExplain(what: string, options: ExplainOptions = {}, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const book = rulebookNamed(options.cycle);
    const { facts, rule } = meantBy(book, what);
    if (json) return printAnswer(explain(book, what), '', json, streams);
    streams.out(`${facts ? sayDuty(book, facts) : ''}${rule ? sayRule(book, rule) : ''}`);
    return DONE;
  });
}

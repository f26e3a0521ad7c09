/**
 * `luyue rulebook list | show NAME | check | diff A B | explain DUTY|RULE | adopt …`. Every function takes plain options and
 * answers the exit status; names of rulebooks are like `2022` and `2022.r2`.
 */
import { rulebookName, type Parameter, type Rulebook } from '../domain/model/rulebook.js';
import { checkRegulation } from '../regulation/check.js';
import { cyclesOf, loadRulebook, revisionsOf } from '../regulation/load.js';
import { rulebookNamed } from '../regulation/named.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { onRegulation } from './with-rulebook.js';

export { rulebookAdopt } from './rulebook-adopt.js';
export { rulebookDiff } from './rulebook-diff.js';
export { rulebookExplain } from './rulebook-explain.js';

export interface JsonOption {
  readonly json?: boolean;
}

const counts = (book: Rulebook): Record<string, number> => {
  const by: Record<string, number> = {};
  for (const { status } of Object.values(book.parameters)) by[status] = (by[status] ?? 0) + 1;
  const missing = Object.keys(book.unknown).length;
  return missing > 0 ? { ...by, 'not known': missing } : by;
};

/** Every rulebook on file, with its digest and how sure its values are. */
export function rulebookList(options: JsonOption = {}, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const books = cyclesOf().flatMap((cycle) => revisionsOf(cycle).map((revision) => loadRulebook(cycle, revision)));
    const rows = books.map((book) => ({
      rulebook: rulebookName(book),
      emissionYear: book.emissionYear,
      notice: book.notice,
      values: counts(book),
      digest: book.digest,
    }));
    const said = rows.map(({ rulebook, emissionYear, notice, values, digest }) => {
      const sure = Object.entries(values).map(([status, n]) => `${String(n)} ${status}`);
      return `${rulebook.padEnd(8)} 排放年度 ${String(emissionYear)}  ${notice.padEnd(24)} ${digest.slice(0, 19)}…  ${sure.join(', ')}`;
    });
    return printAnswer({ rulebooks: rows }, said, json, streams);
  });
}

const sayParameter = (parameter: Parameter): string[] => {
  const { name, value, unit, of, status, cite, quote, reading, verified } = parameter;
  const shown = typeof value === 'string' ? value : value.join(', ');
  return [
    `${name} = ${shown} ${unit}${of === undefined ? '' : ` of ${of}`}  [${status}] ${cite.instrument} ${cite.clause}, verified ${verified}`,
    ...(quote === undefined ? [] : [`    「${quote}」`]),
    ...(reading === undefined ? [] : [`    ${reading}`]),
  ];
};

/** One rulebook whole: every value with its source. */
export function rulebookShow(name: string | undefined, options: JsonOption = {}, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const book = rulebookNamed(name);
    const said = [
      `${rulebookName(book)} · ${book.notice} · 排放年度 ${String(book.emissionYear)} · ${book.digest}`,
      ...Object.values(book.parameters).flatMap(sayParameter),
      ...Object.entries(book.unknown).map(([gap, because]) => `${gap}: 未知 / not known: ${because}`),
    ];
    return printAnswer(book, said, json, streams);
  });
}

/** Checks every file of the regulation. Exit status 1 when something is wrong. */
export function rulebookCheck(options: JsonOption = {}, streams: Streams = STREAMS): Promise<number> {
  const json = options.json ?? false;
  return onRegulation(json, streams, () => {
    const checked = checkRegulation();
    const ok = checked.problems.length === 0;
    if (json) printAnswer({ ok, ...checked }, [], json, streams);
    else {
      for (const { name, digest, locked } of checked.rulebooks)
        streams.out(`${name.padEnd(8)} ${digest.slice(0, 19)}…${locked ? '  锁定 / in force' : ''}\n`);
      for (const one of checked.unformed)
        streams.out(`${one} 尚无表单，实际运行时不能报送 / has no form yet: in service it cannot be filed\n`);
      for (const problem of checked.problems) streams.err(`${problem}\n`);
      streams.out(ok ? '无误 / nothing is wrong\n' : `${String(checked.problems.length)} 处错误 / problems\n`);
    }
    return ok ? DONE : REFUSED;
  });
}

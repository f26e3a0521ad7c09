import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseJson } from '../desk/written/json.js';
import { linesOf, textOf, wholeOf } from '../desk/written/text.js';
import { WrittenError } from '../desk/written/written-error.js';
import { rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { RULE_NAMES, type Answer, type RuleName } from '../regulation/ask.js';
import { RegulationError } from '../regulation/errors.js';
import { revisionsOf } from '../regulation/load.js';
import { rulebookNamed } from '../regulation/named.js';
import { answerQuestion } from '../views/questions.js';
import { BAD_INPUT, DONE, printAnswer, printProblem, type Problem, REFUSED, shownValue, STREAMS, type Streams } from './print.js';

/** `luyue calc RULE [--cycle 2024] [--input FILE|-] [--jsonl] [--json]` */
export interface CalcOptions {
  /** `2024`, or `2022.r2` for a revision. */
  readonly cycle?: string;
  /** A file, or `-` for standard input, which is also the default. */
  readonly input?: string;
  readonly jsonl?: boolean;
  readonly json?: boolean;
}

type Outcome = { readonly answer: Answer } | { readonly problem: Problem };

const answerTo = (rulebook: Rulebook, rule: RuleName, raw: unknown): Outcome => {
  const answered = answerQuestion(rulebook, rule, raw);
  if (!('bad' in answered)) return answered;
  const { code, zh, en, path } = answered.bad;
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  return { problem: { code, message: `${where}${zh} / ${en}`, path } };
};

const jsonIn = (source: string): { readonly raw: unknown } | { readonly problem: Problem } => {
  try {
    return { raw: parseJson(source) };
  } catch (error) {
    if (!(error instanceof WrittenError)) throw error;
    return { problem: { code: 'bad-json', message: error.message, path: [] } };
  }
};

const outcomeOf = (rulebook: Rulebook, rule: RuleName, source: string): Outcome => {
  const parsed = jsonIn(source);
  return 'raw' in parsed ? answerTo(rulebook, rule, parsed.raw) : parsed;
};

const sayAnswer = ({ rule, cycle, rulebook, answer, working, cites, provisional, because }: Answer): string[] => {
  return [
    `${rule} · cycle ${String(cycle)} revision ${String(rulebook.revision)} · ${rulebook.digest.slice(0, 19)}…`,
    ...Object.entries(answer as object).map(([key, value]) => `  ${key.padEnd(18)} ${shownValue(value)}`),
    '过程 / working',
    ...working.map(({ step, value, unit, cite }) => `  ${step} = ${value} ${unit}${cite ? `  [${cite}]` : ''}`),
    '依据 / sources',
    ...cites.map(({ instrument, clause, quote }) => `  ${instrument} ${clause}${quote ? `：${quote}` : ''}`),
    ...(provisional ? ['暂定 / provisional, because', ...because.map((why) => `  ${why}`)] : []),
  ];
};

const FLUSH_AT = 65_536;

/** What a reader puts where bytes are no text: a name with it is somebody else's. */
const UNREAD = '\uFFFD';
const NOT_TEXT: Problem = {
  code: 'bad-json',
  message: '编码不是 UTF-8，请另存为 UTF-8 / is not UTF-8: save it as UTF-8',
  path: [],
};

/** One question a line, one answer a line, in the same order. */
async function calcLines(rulebook: Rulebook, rule: RuleName, input: Readable, streams: Streams): Promise<number> {
  let status = DONE;
  let pending = '';
  try {
    for await (const line of linesOf(input)) {
      const outcome = line.includes(UNREAD) ? { problem: NOT_TEXT } : outcomeOf(rulebook, rule, line);
      if ('problem' in outcome) status = BAD_INPUT;
      pending += `${JSON.stringify('answer' in outcome ? outcome.answer : { error: outcome.problem })}\n`;
      if (pending.length < FLUSH_AT) continue;
      streams.out(pending);
      pending = '';
    }
  } finally {
    streams.out(pending);
  }
  return status;
}

const rulebookFor = (cycle: string | undefined): { readonly rulebook: Rulebook } | { readonly problem: Problem } => {
  try {
    return { rulebook: rulebookNamed(cycle) };
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error;
    return {
      problem: { code: error.fault === 'not-found' ? 'unknown-cycle' : 'bad-rulebook', message: error.message, path: ['cycle'] },
    };
  }
};

/** A year names the cycle as its notice was issued: whoever asks it of an amended cycle is told so, beside the answer. */
const hintAtRevisions = ({ cycle, revision }: Rulebook, asked: string | undefined, streams: Streams): void => {
  const later = revisionsOf(cycle).filter((one) => one > revision);
  if (asked?.includes('.') === true || later.length === 0) return;
  const names = later.map((one) => rulebookName({ cycle, revision: one })).join(', ');
  streams.err(`luyue: ${String(cycle)} 已有修订 / has been amended: ask ${names} for what holds after it\n`);
};

/** Why a file cannot be read, if it cannot. */
function unreadable(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return 'is not there';
  if (found.isDirectory()) return 'is a folder';
  try {
    accessSync(file, constants.R_OK);
    return undefined;
  } catch {
    return 'may not be read';
  }
}

/**
 * Asks one rule one question, or a question a line. Answers the exit status: 0 done, 1 the rulebook does not know, 2 bad
 * input. Writes only to the streams.
 */
export async function calc(rule: string, options: CalcOptions, streams: Streams = STREAMS): Promise<number> {
  const { input = '-', jsonl = false } = options;
  const json = options.json ?? jsonl;
  const stop = (problem: Problem): number => {
    printProblem(problem, json || jsonl, streams);
    return problem.code === 'not-known' || problem.code === 'not-required' ? REFUSED : BAD_INPUT;
  };
  const known = RULE_NAMES.find((name) => name === rule);
  if (!known)
    return stop({
      code: 'unknown-rule',
      message: `没有名为 ${rule} 的规则 / no rule is called ${rule}; there are ${RULE_NAMES.join(', ')}`,
      path: ['rule'],
    });
  const found = rulebookFor(options.cycle);
  if ('problem' in found) return stop(found.problem);
  const hinders = input === '-' ? undefined : unreadable(input);
  if (hinders !== undefined)
    return stop({
      code: 'no-such-file',
      message: `无法读取 ${input}，请给出问题文件，或以 - 表示标准输入 / ${input} ${hinders}: give a file with the question, or - for standard input`,
      path: ['input'],
    });
  hintAtRevisions(found.rulebook, options.cycle, streams);
  const questions = input === '-' ? process.stdin : createReadStream(input);
  try {
    if (jsonl) return await calcLines(found.rulebook, known, questions, streams);
    const outcome = outcomeOf(found.rulebook, known, textOf(await wholeOf(questions)));
    if ('problem' in outcome) return stop(outcome.problem);
    return printAnswer(outcome.answer, sayAnswer(outcome.answer), json, streams);
  } catch (error) {
    if (!(error instanceof WrittenError)) throw error;
    return stop({ code: 'bad-json', message: error.message, path: [] });
  }
}

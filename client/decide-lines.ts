import { carryOutBatch, type Result } from '../city/batch/carry-out-batch.js';
import { preview, type Foreseen } from '../city/batch/preview.js';
import type { Batch, Decision } from '../city/batch/read-batch.js';
import { readStanding } from '../city/batch/standing.js';
import { hasErrors } from '../city/finding.js';
import type { Register } from '../desk/admit.js';
import { Desk } from '../desk/desk.js';
import { platformKind } from '../records/platform.js';
import { FAILED } from './failure.js';
import { ifInterrupted } from './interrupted.js';
import { BAD_INPUT, DONE, printProblem, REFUSED, type Problem, type Streams } from './print.js';
import { proposeLines, type Proposed } from './propose-lines.js';
import { businessNow } from '../records/business-clock.js';
import { rehearsalOn, sayRehearsal, stampFor, type Rehearsal } from './rehearsal.js';
import { sayHttpNo } from './say-http.js';
import { sayBatch, type BatchTold, type Line } from './say-batch.js';
import { type Service, withBook, withService } from './service.js';
import { problemIn } from './table-file.js';

/** What is decided line by line: from a table of decisions, or worked out from another. */
export interface Many extends Batch {
  readonly file: string;
  readonly cycle: number;
  /** What the error is called where the file has errors. */
  readonly code: string;
  /** What is told beside the lines: keys of the document, lines for people. */
  readonly more?: object;
  readonly said?: readonly string[];
}

export interface ManyOptions {
  readonly commit?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

/** Whether two requests are needed on the platform: in service nobody writes another's name. */
export async function isInService(service: Service): Promise<boolean> {
  return withBook(async (book) => {
    return (await platformKind(book.pool)) === 'service';
  }, service);
}

interface Looked {
  readonly foreseen: readonly Foreseen[];
  readonly register: Register;
  readonly rehearsal?: Rehearsal;
}

/** Looks at decisions as they would be carried out now; in a demonstration, by its clock. Answers a problem where that is over. */
async function look(
  decisions: readonly Decision[],
  cycle: number,
  service: Service,
): Promise<Looked | { readonly problem: Problem }> {
  const rehearsal = rehearsalOn(service);
  return withBook(async (book) => {
    const standing = await readStanding(book, cycle, decisions);
    const clock = await stampFor(rehearsal, { cycle, units: [...standing.register.units.keys()], book });
    if ('problem' in clock) return clock;
    const foreseen = preview(decisions, standing, clock.stamp ?? (await businessNow(book.pool)));
    return { foreseen, register: standing.register, ...(rehearsal && clock.stamp !== undefined ? { rehearsal } : {}) };
  }, service);
}

const carryOut = ({ foreseen, register }: Looked, cycle: number, service: Service, streams: Streams): Promise<Result[]> => {
  ifInterrupted(
    '部分事项可能已办理；再次提交同一文件即可补齐，不会重复',
    'some lines may be done already: the same file again does the rest, and none twice',
  );
  return withService(service, (book, client) => {
    const desk = new Desk({ book, client, taskQueue: service.taskQueue, cycle, register });
    return carryOutBatch(
      foreseen,
      async (raw, id) => {
        const units = raw.for === undefined ? [] : [raw.for];
        const clock = await stampFor(rehearsalOn(service), { cycle, units, book });
        if ('problem' in clock) throw new Error(clock.problem.message);
        return desk.submit(raw, id, clock.stamp);
      },
      (done, of) => {
        if (done === of || done % 100 === 0) streams.err(`已办 · done ${String(done)} / ${String(of)} 家 units\n`);
      },
    );
  });
};

const lineOf = ({ decision, ...rest }: Foreseen) => ({
  line: decision.line,
  id: decision.id,
  unit: decision.unit,
  act: decision.raw.do,
  with: decision.raw.with,
  ...rest,
});

const countOf = (lines: readonly { readonly state: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

const statusOf = (lines: readonly Line[]): number => {
  if (lines.some(({ state }) => state === 'unanswered')) return FAILED;
  const refused = ['refused', 'held-back', 'would-be-refused', 'refused-before'];
  return lines.some(({ state }) => refused.includes(state)) ? REFUSED : DONE;
};

function told(many: Many, lines: readonly Line[], committed: boolean, proposed?: Proposed): BatchTold {
  const { file, cycle, digest, findings, code, more = {} } = many;
  const problem = problemIn(file, code, findings);
  return {
    ...(problem ? { error: problem } : {}),
    file,
    cycle,
    digest,
    committed,
    counts: countOf(lines),
    ...(proposed ? { proposed } : {}),
    ...more,
    lines,
    findings,
  };
}

/** What is left to propose: a unit whose lines would not all be done is left alone whole, as where one carries it out at once. */
const toPropose = (foreseen: readonly Foreseen[]): readonly Decision[] =>
  foreseen.flatMap(({ state, decision }) => (state === 'would-be-done' ? [decision] : []));

/**
 * Shows what many decisions would do and, with `commit`, has them done: in service proposed to another officer as one, elsewhere carried
 * out at once, unit by unit. Answers the exit status.
 */
export async function decideLines(
  many: Many,
  options: ManyOptions,
  service: Service | undefined,
  streams: Streams,
): Promise<number> {
  const { cycle, findings, said = [], decisions } = many;
  const json = options.json === true;
  const say = (document: BatchTold): void =>
    streams.out(json ? `${JSON.stringify(document, null, 2)}\n` : sayBatch(document, said));
  if (hasErrors(findings)) {
    say(told(many, [], false));
    return BAD_INPUT;
  }
  const looked = service && (await look(decisions, cycle, service));
  if (looked && 'problem' in looked) {
    printProblem(looked.problem, json, streams);
    return REFUSED;
  }
  if (looked?.rehearsal) streams.err(`${sayRehearsal(looked.rehearsal)}\n`);
  const [lines, asked] = looked ? [looked.foreseen.map(lineOf), toPropose(looked.foreseen)] : [[], decisions];
  if (options.commit !== true || (asked.length === 0 && lines.length === 0)) {
    say(told(many, lines, false));
    return statusOf(lines);
  }
  if (!service || (await isInService(service))) {
    if (asked.length === 0) {
      say(told(many, lines, false));
      return statusOf(lines);
    }
    const answered = await proposeLines(asked, cycle, options.as);
    if ('no' in answered) return sayHttpNo(answered.no, json, streams);
    say(told(many, lines, false, answered.value));
    return statusOf(lines);
  }
  const results = looked ? await carryOut(looked, cycle, service, streams) : [];
  say(told(many, results, true));
  return statusOf(results);
}

import { carryOutBatch, type Result } from '../city/batch/carry-out-batch.js';
import { preview, type Foreseen } from '../city/batch/preview.js';
import { readBatch, type Batch } from '../city/batch/read-batch.js';
import { readStanding } from '../city/batch/standing.js';
import { hasErrors, sayFinding } from '../city/finding.js';
import type { Register } from '../desk/admit.js';
import { Desk } from '../desk/desk.js';
import { isAmount } from '../domain/model/amount.js';
import type { Json } from '../domain/model/json.js';
import { sayRefusal } from '../domain/model/refusal.js';
import { cycleNamed } from './cycle-option.js';
import { FAILED } from './failure.js';
import { BAD_INPUT, DONE, printProblem, REFUSED, STREAMS, type Problem, type Streams } from './print.js';
import { rehearsalOn, sayRehearsal, stampFor, type Rehearsal } from './rehearsal.js';
import { findService, openBook, withService, type Service } from './service.js';
import { bytesOf, problemIn } from './table-file.js';

/** `luyue city decide FILE [--cycle 2024] [--commit] [--json]` */
export interface DecideOptions {
  readonly cycle?: string;
  /** Carries the decisions out; without it nothing is written. */
  readonly commit?: boolean;
  readonly json?: boolean;
}

interface Looked {
  readonly foreseen: readonly Foreseen[];
  readonly register: Register;
  readonly rehearsal?: Rehearsal;
}

/** Looks at a batch as it would be carried out now; in a demonstration, by its clock. Answers a problem where that is over. */
async function look({ decisions }: Batch, cycle: number, service: Service): Promise<Looked | { readonly problem: Problem }> {
  const rehearsal = rehearsalOn(service);
  const book = openBook(service);
  try {
    const standing = await readStanding(book, cycle, decisions);
    const clock = await stampFor(rehearsal, { cycle, units: [...standing.register.units.keys()], book });
    if ('problem' in clock) return clock;
    const foreseen = preview(decisions, standing, clock.stamp ?? Date.now());
    return { foreseen, register: standing.register, ...(rehearsal && clock.stamp !== undefined ? { rehearsal } : {}) };
  } finally {
    await book.close();
  }
}

const carryOut = ({ foreseen, register }: Looked, cycle: number, service: Service, streams: Streams): Promise<Result[]> =>
  withService(service, (book, client) => {
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

const lineOf = ({ decision, ...rest }: Foreseen) => ({
  ...{ line: decision.line, id: decision.id, unit: decision.unit, act: decision.raw.do, with: decision.raw.with },
  ...rest,
});

const countOf = (lines: readonly { readonly state: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

type Line = (ReturnType<typeof lineOf> & { readonly why?: string }) | (Result & Pick<Foreseen, 'events' | 'allowances'>);

/** The amounts that an act brings or an event records, as they are read and would be written: `emissions 98200.4`. */
const sayAmounts = (brings: Json | undefined): string =>
  Object.entries(brings ?? {})
    .flatMap(([name, value]) => (typeof value === 'string' && isAmount(value) ? [` ${name} ${value}`] : []))
    .join('');

const sayLine = (line: Line): string => {
  const brings = 'with' in line ? sayAmounts(line.with) : '';
  const does = (line.events ?? []).map((one) => `${one.event}${sayAmounts(one.with)}`).join(', ');
  const moved = line.allowances ? ` ${line.allowances.before} → ${line.allowances.after} t` : '';
  const why = line.refusal ? `${line.refusal.refused}: ${sayRefusal(line.refusal)}` : (line.why ?? '');
  return `${String(line.line).padStart(5)}  ${line.unit.padEnd(12)} ${`${line.act}${brings}`.padEnd(36)} ${line.state.padEnd(16)} ${does}${moved}${why}`;
};

/** What came of a batch as one document: `error` where it was not, or not wholly, carried out. */
interface Document {
  readonly error?: Problem;
  readonly file: string;
  readonly cycle: number;
  readonly digest: string;
  readonly committed: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
  readonly findings: Batch['findings'];
}

const say = ({ findings, lines, counts, committed, error }: Document): string =>
  `${[
    ...findings.map(sayFinding),
    ...lines.map(sayLine),
    Object.entries(counts)
      .map(([state, count]) => `${state} ${String(count)}`)
      .join(' · '),
    ...(error ? [`未完成 · not done: ${error.message}`] : []),
    ...(committed || error
      ? []
      : ['预览，未写入；加 --commit 后办理 · a preview, nothing written: add --commit to carry it out']),
  ].join('\n')}\n`;

const statusOf = (lines: readonly Line[]): number => {
  if (lines.some(({ state }) => state === 'unanswered')) return FAILED;
  const refused = ['refused', 'held-back', 'would-be-refused', 'refused-before'];
  return lines.some(({ state }) => refused.includes(state)) ? REFUSED : DONE;
};

/** Shows what a batch of decisions would do and, with `--commit`, carries it out unit by unit. Answers the exit status. */
export async function cityDecide(file: string, options: DecideOptions, streams: Streams = STREAMS): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const batch = await readBatch(bytesOf(file), cycle);
  const wrong = hasErrors(batch.findings);
  const problem = problemIn(file, 'bad-batch', batch.findings);
  const committed = options.commit === true && !wrong;
  let lines: Line[] = [];
  if (!wrong) {
    const service = findService(process.env);
    const looked = await look(batch, cycle, service);
    if ('problem' in looked) {
      printProblem(looked.problem, options.json === true, streams);
      return REFUSED;
    }
    if (looked.rehearsal) streams.err(`${sayRehearsal(looked.rehearsal)}\n`);
    lines = committed ? await carryOut(looked, cycle, service, streams) : looked.foreseen.map(lineOf);
  }
  const { digest, findings } = batch;
  const document = {
    ...(problem ? { error: problem } : {}),
    file,
    cycle,
    digest,
    committed,
    counts: countOf(lines),
    lines,
    findings,
  };
  streams.out(options.json === true ? `${JSON.stringify(document, null, 2)}\n` : say(document));
  return wrong ? BAD_INPUT : statusOf(lines);
}

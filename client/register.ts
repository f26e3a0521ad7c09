import { basename } from 'node:path';
import type { Decision } from '../city/batch/read-batch.js';
import { hasErrors, sayFinding, type Finding } from '../city/finding.js';
import { readCases } from '../views/case-history.js';
import { carryOutImport, type ImportDone } from '../city/register/carry-out-import.js';
import { planImport, type ImportPlan } from '../city/register/plan.js';
import { readRegister, type Register } from '../city/register/read-register.js';
import { CityDesk } from '../desk/city.js';
import { dayOf, isDay, type Day } from '../domain/model/instant.js';
import type { Terms } from '../domain/model/terms.js';
import { businessNow } from '../records/business-clock.js';
import { unitsNamedLike } from '../records/city-cycles.js';
import { enterContacts, type Contact } from '../records/contacts.js';
import { unitNamed } from '../domain/model/party.js';
import { districts } from '../regulation/districts.js';
import { rulebookNamed } from '../regulation/named.js';
import { termsOf } from '../regulation/terms.js';
import type { Json } from '../domain/model/json.js';
import { grouped } from '../records/grouped.js';
import { isInService } from './decide-lines.js';
import { FAILED, UsageError } from './failure.js';
import { ifInterrupted } from './interrupted.js';
import { serviceFor } from './first-day.js';
import { BAD_INPUT, DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { proposeLines, sayProposal, type Proposed } from './propose-lines.js';
import { sayHttpNo } from './say-http.js';
import { openBook, withService, type Service } from './service.js';
import { bytesOf, problemIn } from './table-file.js';

/** `luyue register import FILE [--cycle 2024] [--opens DAY] [--commit] [--json]` */
export interface ImportOptions {
  readonly cycle?: string;
  /** The day from whose midnight the cases run; today where none is named, by the platform's clock where one runs. */
  readonly opens?: string;
  /** Opens the cases, in service proposes their units; without it nothing is written. */
  readonly commit?: boolean;
  /** Who proposes, in service. */
  readonly as?: string;
  readonly json?: boolean;
}

interface Looked {
  readonly file: string;
  readonly terms: Terms;
  readonly opensOn: Day;
  readonly register: Register;
  readonly plan: ImportPlan;
  /** Whether the register was compared with a running platform's book, or looked at by itself. */
  readonly compared: boolean;
  readonly findings: readonly Finding[];
}

async function look(file: string, options: ImportOptions, service: Service | undefined): Promise<Looked> {
  const { opens } = options;
  if (opens !== undefined && !isDay(opens))
    throw new UsageError(
      `--opens ${opens} 不是日期，应写作 YYYY-MM-DD / --opens ${opens} is no day: write it like 2024-05-10`,
      'bad-day',
      ['opens'],
    );
  const rulebook = rulebookNamed(options.cycle);
  const register = await readRegister(bytesOf(file), districts());
  const terms = termsOf(
    rulebook,
    register.units.map(({ unit }) => unit.kind),
  );
  const book = service && openBook(service);
  try {
    const today = dayOf(book ? await businessNow(book.pool) : Date.now());
    const opensOn = opens ?? today;
    const cases = book ? await readCases(book, terms.cycle) : [];
    const named = options.cycle?.includes('.r') === true;
    const ids = register.units.map(({ unit }) => unit.id);
    const known = book ? await unitsNamedLike(book.pool, ids) : [];
    const plan = planImport(register, cases, { terms, named, opensOn, today, known });
    const compared = book !== undefined;
    return { file, terms: plan.terms, opensOn, register, plan, compared, findings: [...register.findings, ...plan.findings] };
  } finally {
    await book?.close();
  }
}

/** Where the listed units are reached: of those that have their cases already, what has changed. */
const contactsIn = ({ units }: Register): Contact[] =>
  units.map(({ unit, contact }) => ({ party: unitNamed(unit.id), ...contact }));

const commit = ({ plan, terms, register }: Looked, service: Service, streams: Streams): Promise<ImportDone> =>
  withService(service, async (book, client) => {
    await enterContacts(book.pool, contactsIn(register));
    const desk = new CityDesk({ book, client, taskQueue: service.taskQueue, cycle: terms.cycle });
    const every = Math.max(1, Math.ceil(plan.opens.length / 10));
    let told = 0;
    return carryOutImport(
      plan.opens,
      (opening) => desk.openCase(opening),
      (done, of) => {
        if (done !== of && done - told < every) return;
        told = done;
        streams.err(`已开立 · opened ${String(done)} / ${String(of)}\n`);
      },
    );
  });

/** What is proposed in service: each unit that has no case yet, a line each. */
const unitsToList = ({ plan, opensOn, file, register }: Looked): Decision[] =>
  [...grouped(plan.opens, ({ unit }) => unit.id)].flatMap(([id, [opening]], n) => {
    const { contact } = register.units.find(({ unit }) => unit.id === id) ?? {};
    if (!opening || !contact) return [];
    const brings: Json = { ...opening.unit, mail: contact.mail, opensOn, basis: `单位名单 ${basename(file)}` };
    return [{ line: n + 1, id: '', unit: id, raw: { do: 'list-unit', by: '', with: brings } }];
  });

const documentOf = (looked: Looked, done: ImportDone | undefined, proposed?: Proposed) => {
  const { file, terms, opensOn, register, plan, compared, findings } = looked;
  const problem = problemIn(file, 'bad-register', findings);
  const failed = done?.failed && {
    code: 'failed',
    message: `${done.failed.message}；再次导入会接着办理其余 / the same import again opens the rest`,
  };
  return {
    ...(problem ? { error: problem } : failed ? { error: { ...failed, path: [] } } : {}),
    file,
    cycle: terms.cycle,
    revision: terms.revision,
    opensOn,
    compared,
    committed: done !== undefined && done.failed === undefined,
    lines: register.lines,
    units: register.units.length,
    opens: plan.opens.map(({ id }) => id),
    there: plan.there.length,
    notInFile: plan.notInFile,
    ...(done ? { opened: done.opened } : {}),
    ...(proposed ? { proposed } : {}),
    findings,
  };
};

/** How many units are named where many are meant; the JSON has all of them. */
const NAMED = 20;
const sayUnits = (units: readonly string[]): string =>
  `${units.slice(0, NAMED).join(', ')}${units.length > NAMED ? ` … (${String(units.length)} 家 units)` : ''}`;

function say(document: ReturnType<typeof documentOf>): string[] {
  const { findings, units, lines, opens, there, notInFile, opened, compared, committed, proposed } = document;
  const rest = [
    `${String(lines)} 行 lines，${String(units)} 家 units；应开立 to open ${String(opens.length)}，已有 there ${String(there)}`,
    ...(compared ? [] : ['未连接平台，仅检查文件 · no platform to compare with: only the file was looked at']),
    ...(notInFile.length > 0 ? [`名单外已有案件 · have cases and are not in the file: ${sayUnits(notInFile)}`] : []),
  ];
  if (proposed) rest.push(...sayProposal(proposed));
  else if (document.error) rest.push(`未完成 · not done: ${document.error.message}`);
  else if (!committed)
    rest.push('预检通过，未写入；加 --commit 后开立 · checked, nothing written: add --commit to open the cases');
  if (opened) rest.push(`已开立 · opened ${String(opened.length)}`);
  return [...findings.map(sayFinding), ...rest];
}

/** Reads a register, says what it finds line by line and, with `--commit` and no error, opens the cases. Answers the exit status. */
export async function registerImport(file: string, options: ImportOptions, streams: Streams = STREAMS): Promise<number> {
  const service = serviceFor(options.commit === true);
  const looked = await look(file, options, service);
  const wrong = hasErrors(looked.findings);
  const commits = options.commit === true && service !== undefined && !wrong;
  if (commits && looked.plan.opens.length > 0 && (await isInService(service))) {
    const answered = await proposeLines(unitsToList(looked), looked.terms.cycle, options.as);
    if ('no' in answered) return sayHttpNo(answered.no, options.json === true, streams);
    const proposed = documentOf(looked, undefined, answered.value);
    return printAnswer(proposed, say(proposed), options.json, streams);
  }
  if (commits)
    ifInterrupted(
      '部分单位可能已开立；再次导入同一名单即可补齐',
      'some cases may be open already: the same import again opens the rest',
    );
  const done = commits ? await commit(looked, service, streams) : undefined;
  const document = documentOf(looked, done);
  printAnswer(document, say(document), options.json, streams);
  if (wrong) return BAD_INPUT;
  return done?.failed ? FAILED : DONE;
}

import { sayOutlook } from '../city/takeover/outlook.js';
import { planTakeover, type TakeoverPlan } from '../city/takeover/plan-takeover.js';
import { readTakeover, type Taken } from '../city/takeover/read-takeover.js';
import type { Officers } from '../city/balances/plan-balances.js';
import type { CaseKind } from '../domain/model/case.js';
import { businessNow } from '../records/business-clock.js';
import { canonical, sha256 } from '../records/chain.js';
import { caseAt, readCases } from '../views/case-history.js';
import { caseIdOf } from '../workflows/ids.js';
import { cycleNamed } from './cycle-option.js';
import { decideLines, isInService } from './decide-lines.js';
import { officersOf, serviceFor, type ImportsOptions } from './first-day.js';
import { STREAMS, type Streams } from './print.js';
import { rehearsalOn, stampFor } from './rehearsal.js';
import { type Service, withBook } from './service.js';
import { bytesOf } from './table-file.js';

const NOBODY: Officers = { by: 'city/officer' };

/** Tries what is to be taken over on copies of the cases as the book has them, by their clock. */
async function planned(service: Service, taken: readonly Taken[], cycle: number, who: Officers): Promise<TakeoverPlan> {
  return withBook(async (book) => {
    const histories = new Map((await readCases(book, cycle)).map((one) => [one.opening.id, one]));
    const units = [...new Set(taken.map(({ unit }) => unit))];
    const clock = await stampFor(rehearsalOn(service), { cycle, units, book });
    const at = ('stamp' in clock ? clock.stamp : undefined) ?? (await businessNow(book.pool));
    const caseOf = (unit: string, kind: CaseKind) => {
      const history = histories.get(caseIdOf(cycle, unit, kind));
      return history && caseAt(history, Infinity);
    };
    return planTakeover(taken, caseOf, { at, cycle }, who);
  }, service);
}

/** `luyue takeover import FILE [--commit]`: what was done before the platform was taken into service. */
export async function takeoverImport(file: string, options: ImportsOptions, streams: Streams = STREAMS): Promise<number> {
  const cycle = cycleNamed(options.cycle);
  const service = serviceFor(options.commit === true);
  const { lines, taken, findings } = await readTakeover(bytesOf(file));
  const proposes = service !== undefined && (await isInService(service));
  const who = proposes || options.commit !== true ? NOBODY : officersOf(options);
  const plan = service && (await planned(service, taken, cycle, who));
  const { decisions = [], outlooks = [], asTaken = 0 } = plan ?? {};
  return decideLines(
    {
      file,
      cycle,
      code: 'bad-takeover',
      decisions,
      findings: [...findings, ...(plan?.findings ?? [])],
      digest: `sha256:${sha256(canonical({ cycle, taken: taken.map(({ unit, took }) => ({ unit, took })) }))}`,
      more: { compared: service !== undefined, tableLines: lines, asTaken, outlooks },
      said: [
        ...outlooks.map(sayOutlook),
        `${String(lines)} 行 lines，${String(outlooks.length)} 家 units；已接收 taken over already ${String(asTaken)}`,
        ...(service ? [] : ['未连接平台，仅检查文件 · no platform to compare with: only the file was looked at']),
      ],
    },
    options,
    service,
    streams,
  );
}

import type { WorkflowClient } from '@temporalio/client';
import type { BringToCases } from '../domain/city-cycle/outside.js';
import { answers } from '../domain/cases/case.js';
import type { CityCycle, Decision } from '../domain/city-cycle/city-cycle.js';
import type { CaseKind } from '../domain/model/case.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { broughtTo, casesLacking } from '../records/city-cycles.js';
import { cityCaseIdOf, WORKFLOW_TYPES } from '../workflows/ids.js';
import { Desk } from './desk.js';
import { inLanes } from './lanes.js';

/** Cases that are handed a decision side by side. */
const AT_A_TIME = 8;
/** One attempt's patience with a case; the next finds what was stored under its first stamp. */
const PATIENCE_MS = 20_000;

/** The kinds of cases that have an answer to an act. */
export const kindsAnswering = (name: string): CaseKind[] =>
  (Object.keys(WORKFLOW_TYPES) as CaseKind[]).filter((kind) => answers(kind, name));

const lacking = (book: Book, cycle: number, { act, seq, do: what }: Decision): Promise<string[]> =>
  casesLacking(book.pool, { cycle, kinds: kindsAnswering(what), act, seq });

/** Stores a decision for a case that was opened without it: a request of the platform's, no earlier than what the case has played. */
async function storeLate(book: Book, desk: Desk, decision: Decision, caseId: string): Promise<string> {
  const [decided] = await book.actsById(decision.act);
  if (!decided) throw new Error(`act ${decision.act} is not in the book`);
  const { do: what, by, approvedBy, with: brings, at } = decided;
  const raw = { do: what, by, with: brings, ...(approvedBy === undefined ? {} : { approvedBy }) };
  const asked = { raw, id: `${decision.act}/${caseId}`, asker: 'platform', causedBy: decision.act, atLeast: at };
  const stored = await desk.door.store(asked, raw, [{ case: caseId, role: 'decides' }]);
  if (isRefusal(stored)) throw new Error(`${caseId}: ${stored.en}`);
  return stored.act.id;
}

/** Brings to cases that were opened while the city decided what they lack of it; to all of them, or to one. */
export async function bringMissing(book: Book, desk: Desk, { terms, decisions }: CityCycle, caseId?: string): Promise<void> {
  for (const decision of decisions)
    for (const late of await lacking(book, terms.cycle, decision)) {
      if (caseId !== undefined && late !== caseId) continue;
      const act = await storeLate(book, desk, decision, late);
      for (const stored of await book.actsById(act)) if (stored.state === 'stored') await desk.handOverStored(stored);
    }
}

/**
 * Brings a decision of the city to every running case, through the door like everybody's acts, until none is left that lacks it:
 * one opened meanwhile is found in the next pass. Throws where a case does not answer; what has answered stays answered.
 */
export function rollOutThroughDesk(book: Book, client: WorkflowClient, taskQueue: string): BringToCases {
  return async ({ cycle, prefix, decision }, beat, stop) => {
    const desk = new Desk({ book, client, taskQueue, cycle, prefix, register: { units: new Map() }, patienceMs: PATIENCE_MS });
    const cityCase = cityCaseIdOf(cycle);
    for (;;) {
      for (const late of await lacking(book, cycle, decision)) await storeLate(book, desk, decision, late);
      const all = await broughtTo(book.pool, decision.act, cityCase);
      const waiting = all.filter(({ state }) => state === 'stored');
      let done = all.length - waiting.length;
      beat(done, all.length);
      if (waiting.length === 0) {
        const refused = all.flatMap(({ caseId, state, code = '' }) => (state === 'refused' ? [{ case: caseId, code }] : []));
        return { cases: all.length, applied: all.length - refused.length, refused };
      }
      const failures = await inLanes(AT_A_TIME, waiting, stop, async ({ caseId, act }) => {
        const stored = (await book.actsById(act)).find((one) => one.caseId === caseId);
        if (stored?.state === 'stored') await desk.handOverStored(stored);
        done += 1;
        beat(done, all.length);
      });
      stop?.throwIfAborted();
      if (failures.length > 0)
        throw new Error(
          `${String(failures.length)} of ${String(all.length)} cases have not answered yet: ${String(failures[0])}`,
        );
    }
  };
}

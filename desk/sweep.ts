import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import { toRollOut } from '../domain/city-cycle/city-cycle.js';
import type { Book } from '../records/book.js';
import type { StoredAct } from '../records/acts.js';
import { cyclesInBook, readCity } from '../records/city-cycles.js';
import { cityCaseIdOf } from '../workflows/ids.js';
import { handOverStoredToAuction, isAuctionCase } from './auction-hand-over.js';
import { Desk } from './desk.js';
import { reviveLost } from './lost-cases.js';
import { registerFor } from './register.js';
import { bringMissing } from './roll-out.js';

export interface SweepOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly prefix: string;
  /** Between two looks; what waits at both was forgotten by whoever stored it. */
  readonly everyMs: number;
  readonly log: (line: string) => void;
  /** Seen to at each look besides. */
  readonly besides?: () => Promise<void>;
}

/** How long an auction may take to answer for one act. */
const PATIENCE_MS = 60_000;

const keyOf = (act: StoredAct): string => `${act.id} ${act.caseId}`;

/** Hands over one act that was stored and never handed over: its desk was killed in between. */
async function handOver({ book, client, taskQueue, prefix, log }: SweepOptions, act: StoredAct): Promise<void> {
  const { caseId, do: what, by, with: brings } = act;
  if (isAuctionCase(caseId)) {
    await handOverStoredToAuction({ book, client, prefix, patienceMs: PATIENCE_MS }, act);
    log(`handed over act ${act.id} of case ${caseId}, stored and forgotten`);
    return;
  }
  const record = await book.readCase(caseId);
  if (!record) return;
  const { register } = await registerFor(book, { by, do: what, for: record.unit, with: brings });
  await new Desk({ book, client, taskQueue, prefix, cycle: record.cycle, register }).handOverStored(act);
  log(`handed over act ${act.id} of case ${caseId}, stored and forgotten`);
}

/** Cases opened while the city decided for all, by somebody who was killed before bringing them the decision. */
async function bringWhatIsMissing({ book, client, taskQueue, prefix }: SweepOptions): Promise<void> {
  for (const { cycle } of await cyclesInBook(book.pool)) {
    const city = await readCity(book.pool, cityCaseIdOf(cycle));
    const desk = new Desk({ book, client, taskQueue, prefix, cycle, register: { units: new Map() } });
    // one on its way to all cases finds its own
    if (city && !toRollOut(city)) await bringMissing(book, desk, city);
  }
}

/** The acts that nobody has decided yet: what waited at the last look too is handed over. One case that does not answer holds up no other. */
async function handOverForgotten(options: SweepOptions, before: ReadonlySet<string>, stop: AbortSignal): Promise<Set<string>> {
  const { book, log } = options;
  const waiting: StoredAct[] = [];
  for (const { caseId } of await book.allCases()) waiting.push(...(await book.actsWaiting(caseId)));
  for (const act of waiting)
    if (before.has(keyOf(act)) && !stop.aborted)
      await handOver(options, act).catch((error: unknown) => {
        log(`act ${act.id} of case ${act.caseId} is still not decided: ${said(error)}`);
      });
  return new Set(waiting.map(keyOf));
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** How many looks for forgotten acts come between two looks for lost cases. */
const LOOKS_A_REVIVAL = 10;

/** Looks, again and again, for acts that nobody handed to their case, and for cases that run nowhere. Ends when aborted. */
export async function sweep(options: SweepOptions, stop: AbortSignal): Promise<void> {
  let before = new Set<string>();
  const next = (): Promise<boolean> => pause(options.everyMs, true, { signal: stop }).catch(() => false);
  for (let look = 0; await next(); look += 1) {
    try {
      before = await handOverForgotten(options, before, stop);
      if (!stop.aborted) await bringWhatIsMissing(options);
      if (!stop.aborted && look % LOOKS_A_REVIVAL === 0) await reviveLost(options);
      if (!stop.aborted) await options.besides?.();
    } catch (error) {
      options.log(`looking for what was forgotten failed: ${said(error)}`);
    }
  }
}

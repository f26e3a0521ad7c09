import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import { toRollOut } from '../domain/city-cycle/city-cycle.js';
import { PEOPLE } from '../domain/people/people.js';
import type { Book } from '../records/book.js';
import { actIn, type StoredAct } from '../records/acts.js';
import { cyclesInBook, readCity } from '../records/city-cycles.js';
import { decidePeopleAct } from '../records/people-acts.js';
import { cityCaseIdOf } from '../workflows/ids.js';
import { announceStored } from './auction-announced.js';
import { lapsingApprovals } from './approvals/lapsing.js';
import { Desk } from './desk.js';
import { inLanes } from './lanes.js';
import { wakingLate } from './late-cases.js';
import { openListed } from './listing.js';
import { reviveLost } from './lost-cases.js';
import { Patience } from './patience.js';
import { bringMissing } from './roll-out.js';

export interface SweepOptions {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly prefix: string;
  /** Between two looks; what waits that long was forgotten by whoever stored it. */
  readonly everyMs: number;
  readonly log: (line: string) => void;
  /** Seen to at each look besides. */
  readonly besides?: () => Promise<void>;
}

/** Cases that are asked side by side, each by itself: one that does not answer occupies one lane, and not for long. */
const LANES = 8;
const AT_ONCE = 1_000;
/** How many looks for forgotten acts come between two looks for lost cases. */
const LOOKS_A_REVIVAL = 10;
const NOBODY = { units: new Map() };

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Hands over one act that was stored and never decided: its desk was killed in between, or its case did not answer. */
async function handOver(options: SweepOptions, act: StoredAct): Promise<void> {
  const { log } = options;
  if (act.caseId === '') await announceStored(options, act);
  else if (act.caseId === PEOPLE) await decidePeopleAct(options.book.pool, actIn(act));
  else await new Desk({ ...options, cycle: 0, register: NOBODY }).handOverStored(act);
  log(`handed over act ${act.id} of ${act.caseId === '' ? act.do : act.caseId}, stored and forgotten`);
}

/** Acts of one case come one after the other; what no case decides, each by itself. */
const lineOf = ({ caseId, id }: StoredAct): string => (caseId === '' ? id : caseId);

/**
 * What nobody has decided, by case, in order: one query, in lanes. A case that an alarm holds up fetches its own when it goes on; one that did
 * not answer is asked again ever more patiently: neither occupies the lanes of the others. Where none comes off, what hinders them is not theirs
 * (no server answers), and all are asked again at the next look; unless there are more than one look asks.
 */
async function handOverForgotten(
  options: SweepOptions,
  { stop, patience, held }: { readonly stop: AbortSignal; readonly patience: Patience; readonly held: ReadonlySet<string> },
): Promise<void> {
  const { book, log } = options;
  const leaving = patience.leaving();
  const lines = new Map<string, StoredAct[]>();
  const forgotten = await book.actsForgotten(options.everyMs / 1_000, AT_ONCE, [...held, ...leaving]);
  for (const act of forgotten) lines.set(lineOf(act), [...(lines.get(lineOf(act)) ?? []), act]);
  const failed = new Set<string>();
  await inLanes(LANES, [...lines], stop, async ([line, acts]) => {
    for (const act of acts) {
      if (stop.aborted) return;
      try {
        await handOver(options, act);
        patience.cameOff(line);
      } catch (error) {
        failed.add(line);
        log(`act ${act.id} of case ${act.caseId} is still not decided: ${said(error)}`);
        return;
      }
    }
  });
  if (failed.size < lines.size || forgotten.length === AT_ONCE) for (const line of failed) patience.tried(line);
}

/** Cases opened while the city decided for all, by somebody who was killed before bringing them the decision. */
async function bringWhatIsMissing({ book, client, taskQueue, prefix }: SweepOptions): Promise<void> {
  for (const { cycle } of await cyclesInBook(book.pool)) {
    const city = await readCity(book.pool, cityCaseIdOf(cycle));
    const desk = new Desk({ book, client, taskQueue, prefix, cycle, register: NOBODY });
    // one on its way to all cases finds its own
    if (city && !toRollOut(city)) await bringMissing(book, desk, city);
  }
}

/** Looks, again and again, for acts that nobody handed to their case, and for cases that run nowhere. Ends when aborted. */
export async function sweep(options: SweepOptions, stop: AbortSignal): Promise<void> {
  const { everyMs, log, besides } = options;
  const next = (): Promise<boolean> => pause(everyMs, true, { signal: stop }).catch(() => false);
  const see = async (what: () => Promise<void> | undefined): Promise<void> => {
    if (!stop.aborted) await what()?.catch((error: unknown) => log(`looking for what was forgotten failed: ${said(error)}`));
  };
  const lapsing = lapsingApprovals(options);
  const waking = wakingLate(options, stop);
  const patience = new Patience(everyMs);
  let held: ReadonlySet<string> = new Set();
  const look = async (): Promise<void> => {
    const before = held;
    held = await waking();
    // who waited for one of them may go on as well
    if ([...before].some((caseId) => !held.has(caseId))) patience.anew();
  };
  for (let looks = 0; await next(); looks += 1) {
    await see(look);
    await see(() => handOverForgotten(options, { stop, patience, held }));
    await see(() => bringWhatIsMissing(options));
    await see(() => openListed(options).then(() => undefined));
    await see(lapsing);
    if (looks % LOOKS_A_REVIVAL === 0) await see(() => reviveLost(options, stop));
    await see(() => besides?.());
  }
}

import * as wf from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { News } from '../activities/carry-out.js';
import { markReady, newsOf, refuse, untilDone } from './book.js';
import type { Line, Waiting } from './line.js';
import type { AnyStep, Subject } from './subject.js';

/** How long somebody waits for what comes before it: soon again at first, then ever more patiently. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** What the book does not know, whatever a message said. */
type Unknown = { readonly unknown: string };

/** What a case does, one thing at a time, each by the book: a step of its own, or an answer to whoever is first in line. */
export function makeTurns<S extends AnyStep, D extends { readonly at: Instant }>(
  c: Subject<S, D>,
  line: Line,
  due: () => D | undefined,
) {
  const ask = <T>(work: () => Promise<T>): Promise<T> => untilDone(c.caseId, work);
  const done = (act?: Act) => {
    const next = due()?.at;
    return { seq: (act && c.known(act)) ?? c.seq(), ...(next === undefined ? {} : { next }) };
  };

  /**
   * Reads what the book holds for this case: steps written beside it are folded, acts that nobody has handed over are put in line.
   * Nobody waits for these: their answers stand in the book. Answers what it is told of.
   */
  const readNews = async (): Promise<News['told']> => {
    const { steps, acts, told } = await ask(() => newsOf(c.caseId, c.seq()));
    for (const step of steps) c.fold(step);
    for (const act of acts) if (!line.has(act.id) && c.known(act) === undefined) line.fetched(act.at, { act });
    return told;
  };
  /** Waits for what comes before a step: for acts that are stored, which are fetched, or until an alarm is released. */
  const waitFor = async (what: readonly string[]): Promise<'again'> => {
    const before = line.arrived();
    if (what.some((id) => !id.startsWith('alarm')))
      for (const { id, at } of await readNews()) if (!line.has(id)) line.fetched(at, { told: [id] });
    const pause = Math.min(FIRST_WAIT_MS * 2 ** line.waits, LONGEST_WAIT_MS);
    if (line.arrived() === before) await wf.condition(() => line.arrived() > before, pause);
    line.waits += 1;
    return 'again';
  };
  /**
   * Has the book write a step and folds the events that the book returns. `again`: something comes before it; unknown: the book has no
   * such request, and why; a refusal: nothing was written.
   */
  const take = async (step: S, act?: Act): Promise<'done' | 'again' | Refusal | Unknown> => {
    const answer = await ask(() => c.carryOut(step, act));
    if (isRefusal(answer) || 'unknown' in answer) return answer;
    if ('waitFor' in answer) return waitFor(answer.waitFor);
    if ('notCome' in answer) return act ? { unknown: 'stamped ahead of the clock' } : wf.sleep(FIRST_WAIT_MS).then(() => 'again');
    line.waits = 0;
    if ('ahead' in answer) {
      for (const seen of answer.ahead) c.fold(seen);
      return 'again';
    }
    // an old answer given again tells nothing new
    if ((answer.events.at(-1)?.seq ?? 0) > c.seq()) c.fold({ key: step.key, ...answer });
    return 'done';
  };
  const readBook = async (waiting: Waiting): Promise<void> => {
    if (waiting.told) await ask(() => markReady(c.caseId, waiting.told ?? []));
    const told = waiting.told ? [] : await readNews();
    if (told.length === 0) return line.settle(waiting, done());
    line.putOff(
      waiting,
      Math.max(...told.map(({ at }) => at)),
      told.map(({ id }) => id),
    );
  };
  /** A no counts once the same check on the book's own events says it. */
  const saidNo = async (act: Act): Promise<'again' | Refusal | Unknown> => {
    const answer = await ask(() => refuse(c.caseId, act, c.seq()));
    return isRefusal(answer) || 'unknown' in answer ? answer : waitFor(answer.waitFor);
  };

  return {
    /**
     * Takes a step of the law's own, for which a no of the book is an error of ours; unless it is played because of somebody whom
     * the book does not know, who is turned away.
     */
    async takeOwn(step: S, because?: Waiting): Promise<void> {
      const [told] = because?.told ?? [];
      const act =
        because?.act ?? (told === undefined ? undefined : { id: told, do: '', by: '', at: because?.at ?? 0, with: null });
      const answer = await take(step, act);
      if (typeof answer === 'string') return;
      if (isRefusal(answer)) throw new Error(`${c.caseId}: ${step.key} was refused: ${sayRefusal(answer)}`);
      if (!because) throw new Error(`${c.caseId}: ${step.key} is unknown to the book: ${answer.unknown}`);
      line.turnAway(because, answer.unknown);
    },
    /** Decides the act of whoever is first in line and answers, or leaves it in line where something comes before it. */
    async serve(waiting: Waiting): Promise<void> {
      const { act } = waiting;
      if (!act) return readBook(waiting);
      if (c.known(act) !== undefined) return line.settle(waiting, done(act));
      const step = c.onAct(act);
      const answer = isRefusal(step) ? await saidNo(act) : await take(step, act);
      if (answer === 'again') return;
      if (answer === 'done') return line.settle(waiting, done(act));
      return isRefusal(answer) ? line.refuse(waiting, answer) : line.turnAway(waiting, answer.unknown);
    },
  };
}

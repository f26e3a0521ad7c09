import type pg from 'pg';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { onPeopleAct } from '../domain/people/acts.js';
import { PEOPLE, type People, type PeopleStep } from '../domain/people/people.js';
import { actIn, actsWaiting } from './acts.js';
import { dropDrafts } from './drafts.js';
import { readPeople } from './people.js';
import { writePeopleRows } from './people-rows.js';
import { worldOf } from './people-world.js';
import { goesOnOrThrows } from './cases.js';
import { postPlain } from './plain-case.js';
import type { Answer } from './posted.js';
import { refuseChecked } from './refusing.js';

/** Many come to decide one act at the same time; each sees what another has done at its next look. */
const LOOKS = 50;

/** The events and the rows that they stand for, both or neither. */
const write = (pool: pg.Pool, { seq, head }: People, step: PeopleStep, act: NamedAct): Promise<Answer> =>
  postPlain(
    pool,
    { caseId: PEOPLE, seq, head, step, act },
    {
      then: (db) =>
        writePeopleRows(
          db,
          step.events.map((event, k) => ({ ...event, seq: seq + k + 1 })),
        ),
    },
  );

/** What an act brought that the chain does not hold goes with the refusal. */
async function refuse(pool: pg.Pool, act: NamedAct): ReturnType<typeof refuseChecked> {
  const answer = await refuseChecked(pool, PEOPLE, act);
  if (isRefusal(answer)) await dropDrafts(pool, act.with);
  return answer;
}

/**
 * Decides a stored act of the case of the people, after whatever was stamped before it. The case has no clock and no workflow: whoever
 * comes with the act decides it, and whoever comes again finds it decided. Throws where the book has no such request; CaseSuspended where
 * the case stands still.
 */
export async function decidePeopleAct(pool: pg.Pool, act: NamedAct): Promise<{ readonly seq: number } | Refusal> {
  await goesOnOrThrows(pool, PEOPLE);
  for (let look = 0; look < LOOKS; look += 1) {
    const p = await readPeople(pool);
    if (!p) break;
    const seq = p.taken.get(act.id);
    if (seq !== undefined) return { seq };
    const step = onPeopleAct(p, act, await worldOf(pool, p, act));
    const answer = isRefusal(step) ? await refuse(pool, act) : await write(pool, p, step, act);
    if (isRefusal(answer)) return answer;
    if ('unknown' in answer) throw new Error(`act ${act.id} of ${PEOPLE}: ${answer.unknown}`);
    if ('waitFor' in answer) await decidePeopleActs(pool, act.at);
  }
  throw new Error(`act ${act.id} of ${PEOPLE} cannot be decided: its case does not stand as the act's own row says`);
}

/** Decides what is stored and was stamped before an instant, in order. */
export async function decidePeopleActs(pool: pg.Pool, before: number): Promise<void> {
  for (const waiting of await actsWaiting(pool, PEOPLE)) if (waiting.at < before) await decidePeopleAct(pool, actIn(waiting));
}

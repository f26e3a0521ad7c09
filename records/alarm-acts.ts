import type pg from 'pg';
import { onAlarmAct } from '../domain/alarms/acts.js';
import { ALARMS, type Alarms, type AlarmStep } from '../domain/alarms/alarms.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { markReleased } from '../ledger/alarms.js';
import { actIn, actsWaiting } from './acts.js';
import { readAlarms } from './alarms.js';
import { goesOnOrThrows } from './cases.js';
import { postPlain } from './plain-case.js';
import type { Answer } from './posted.js';
import { refuseChecked } from './refusing.js';

/** Many come to decide one act at the same time; each sees what another has done at its next look. */
const LOOKS = 50;

/** The event and the row in the list, both or neither. A row that somebody changed by hand stays as it is: the checker finds it. */
function release(pool: pg.Pool, { seq, head }: Alarms, step: AlarmStep, act: Act): Promise<Answer> {
  if (act.do !== 'release-alarm') throw new Error(`${act.do} releases no alarm`);
  const {
    by,
    approvedBy = '',
    with: { alarm, reason },
  } = act;
  return postPlain(
    pool,
    { caseId: ALARMS, seq, head, step, act },
    { then: (db) => markReleased(db, alarm, { by, approvedBy, reason }) },
  );
}

/**
 * Decides a stored act of the case of the alarms, after whatever was stamped before it. The case has no clock and no workflow: whoever
 * comes with the act decides it, and whoever comes again finds it decided. Throws where the book has no such request; CaseSuspended where
 * the case stands still.
 */
export async function decideAlarmAct(pool: pg.Pool, act: Act): Promise<{ readonly seq: number } | Refusal> {
  await goesOnOrThrows(pool, ALARMS);
  for (let look = 0; look < LOOKS; look += 1) {
    const a = await readAlarms(pool);
    if (!a) break;
    const seq = a.taken.get(act.id);
    if (seq !== undefined) return { seq };
    const step = onAlarmAct(a, act);
    const answer = isRefusal(step) ? await refuseChecked(pool, ALARMS, act) : await release(pool, a, step, act);
    if (isRefusal(answer)) return answer;
    if ('unknown' in answer) throw new Error(`act ${act.id} of ${ALARMS}: ${answer.unknown}`);
    if ('waitFor' in answer) await decideAlarmActs(pool, act.at);
  }
  throw new Error(`act ${act.id} of ${ALARMS} cannot be decided: its case does not stand as the act's own row says`);
}

/** Decides what is stored and was stamped before an instant, in order. */
export async function decideAlarmActs(pool: pg.Pool, before: number): Promise<void> {
  for (const waiting of await actsWaiting(pool, ALARMS)) if (waiting.at < before) await decideAlarmAct(pool, actIn(waiting));
}

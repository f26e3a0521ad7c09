import type pg from 'pg';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { actIn, actsById, actsWaiting, lastEventOf, refuseAct } from './acts.js';
import { judge } from './any-case.js';
import { noteAttempt } from './attempts.js';
import { canonical } from './chain.js';
import { Elsewhere, orIncurable } from './incurable.js';

const isSame = (a: NamedAct, b: NamedAct): boolean => canonical(a) === canonical(b);

/** A refusal that counts, or why it does not. */
export type Checked = Refusal | { unknown: string } | { taken: number } | { waitFor: string[] };

/**
 * Refuses an act where the case's pure check on the book's own events does, and records it: a no is believed no more than a yes.
 * `unknown`: the book has no such request; `taken`: the case took it long ago, the number of its last event; `waitFor`: something comes
 * before it, acts, instants, or steps not seen by the asker.
 */
export async function refuseChecked(pool: pg.Pool, caseId: string, act: NamedAct, seq?: number): Promise<Checked> {
  const stored = (await actsById(pool, act.id)).find((one) => one.caseId === caseId && one.role !== 'told');
  const unknown = !stored
    ? 'no such request of this case'
    : isSame(actIn(stored), act)
      ? undefined
      : 'another content than was stored';
  if (!stored || unknown !== undefined) {
    await noteAttempt(pool, caseId, `act:${act.id}`, unknown ?? '', act);
    return { unknown: unknown ?? '' };
  }
  if (stored.refusal) return stored.refusal;
  const taken = stored.state === 'applied' ? await lastEventOf(pool, act.id, caseId) : undefined;
  if (taken !== undefined) return { taken };
  const judged = await judge(pool, caseId);
  if (!judged) return { waitFor: [] };
  const earlier = (await actsWaiting(pool, caseId)).filter(({ at }) => at < act.at);
  if (earlier.length > 0) return { waitFor: earlier.map(({ id }) => id) };
  if (judged.next !== undefined && judged.next <= act.at) return { waitFor: [] };
  if (seq !== undefined && judged.seq !== seq) throw new Elsewhere(caseId, seq, '');
  const answer = await orIncurable(caseId, `act:${act.id}`, () => judged.onAct(act));
  if (!isRefusal(answer)) return { waitFor: [] };
  // taken in this very moment, it is not refused: look again
  return (await refuseAct(pool, act.id, caseId, answer)) ? answer : { waitFor: [] };
}

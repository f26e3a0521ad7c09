import type { RawAct } from '../../desk/admit.js';
import { isoOf } from '../../domain/model/instant.js';
import type { Outcome } from '../../desk/answer.js';
import type { Refusal } from '../../domain/model/refusal.js';
import type { Foreseen } from './preview.js';

/** Sends one act through the desk. The same id is the same act. Throws where something outside fails. */
export type Submit = (raw: RawAct, id: string) => Promise<Outcome>;

/** What became of a line. `unanswered`: its case did not answer; sent again, the same file goes on where it stopped. */
export interface Result {
  readonly line: number;
  readonly id: string;
  readonly unit: string;
  readonly act: string;
  readonly state: 'done' | 'done-before' | 'refused' | 'held-back' | 'unanswered';
  readonly at?: string;
  readonly refusal?: Refusal;
  readonly why?: string;
}

/** Units decided side by side. */
const AT_A_TIME = 10;

const placeOf = ({ decision: { line, id, unit, raw } }: Foreseen) => ({ line, id, unit, act: raw.do });

const resultOf = (place: ReturnType<typeof placeOf>, answer: Outcome): Result => {
  const at = isoOf(answer.at);
  if (answer.state === 'refused') return { ...place, state: 'refused', refusal: answer.refusal };
  if (answer.state === 'decided') return { ...place, state: 'done', at };
  return { ...place, state: 'unanswered', at, why: '已存档，案件恢复后办理 / stored, decided when its case answers' };
};

/** Carries out one unit's lines in their order; the first that is not done holds back those after it. */
async function carryOutUnit(lines: readonly Foreseen[], submit: Submit): Promise<Result[]> {
  const results: Result[] = [];
  let stopped = false;
  for (const one of lines) {
    const place = placeOf(one);
    if (one.state === 'done-before') results.push({ ...place, state: 'done-before' });
    else if (one.state === 'would-be-refused' || one.state === 'refused-before')
      results.push({ ...place, state: 'refused', ...(one.refusal ? { refusal: one.refusal } : {}) });
    else if (stopped || one.state === 'held-back') results.push({ ...place, state: 'held-back' });
    else {
      try {
        const answer = await submit(one.decision.raw, one.decision.id);
        stopped = answer.state !== 'decided';
        results.push(resultOf(place, answer));
      } catch (error) {
        stopped = true;
        results.push({ ...place, state: 'unanswered', why: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return results;
}

/**
 * Carries out what the preview let through, unit by unit. A unit with a line that would be refused is left alone whole;
 * of the others nothing of theirs concerns them. The same file again sends only what is not settled.
 */
export async function carryOutBatch(
  foreseen: readonly Foreseen[],
  submit: Submit,
  tell: (done: number, of: number) => void,
): Promise<Result[]> {
  const byUnit = new Map<string, Foreseen[]>();
  for (const one of foreseen) byUnit.set(one.decision.unit, [...(byUnit.get(one.decision.unit) ?? []), one]);
  const waiting = [...byUnit.values()];
  const of = waiting.length;
  const results: Result[] = [];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      results.push(...(await carryOutUnit(unit, submit)));
      tell((done += 1), of);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return results.sort((a, b) => a.line - b.line);
}

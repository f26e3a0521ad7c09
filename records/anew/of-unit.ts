import { touchesAccount } from '../../domain/carry/carry.js';
import { blank, dueNext, fold, onAct, onInstant, openingStep, type Opening } from '../../domain/cases/case.js';
import { actOfKey } from '../../domain/model/fold.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn, type Step } from '../../domain/model/step.js';
import type { StoredStep } from '../posted.js';
import { noSuchCause, ofAct, ofInstant, type Anew, type Looking, type Made } from './anew.js';

/** What a case is told of a claim of its own that another case’s credit settles. */
const SETTLED = ['taken-back', 'collected', 'rectification-closed'];
/** What a case is told of what moved: of a trade, and of claims that it settles. */
const TOLD = ['allowances-bought', ...SETTLED];
/** What carrying a step out adds to what its cause gives. */
const CARRIED = [
  ...['credited', 'surrendered', 'lots-expired', 'cancelled', 'allowances-sold', 'rectification-opened'],
  ...SETTLED,
];

const madeBy = (step: Step): Made => ({ events: step.events, ...(touchesAccount(step) ? { adds: CARRIED } : {}) });

/** What moved by another case's step: with its transaction, whose postings the checker compares, and of no other types. */
const TRANSACTION = 'select from transactions where id = any ($1) and case_id <> $2';
async function ofAnother({ key }: StoredStep, { db }: Looking, caseId: string, of: readonly string[]): Promise<Made | string> {
  const { rowCount } = await db.query({ name: 'steps-told', text: TRANSACTION, values: [of, caseId] });
  return rowCount === 1 ? { events: [], adds: key.startsWith('of:') ? SETTLED : TOLD } : noSuchCause;
}

const DECIDER = `select case_id from acts where act_id = $1 and role = 'decides'`;
async function ofTold(step: StoredStep, book: Looking, caseId: string, act: string): Promise<Made | string> {
  const { rows } = await book.db.query<{ case_id: string }>({ name: 'steps-decider', text: DECIDER, values: [act] });
  return ofAnother(step, book, caseId, [`${rows[0]?.case_id ?? ''}:${step.key}`]);
}

/** A case of a unit: a cycle's, its evidence, a verification. */
export function ofUnit(opening: Opening): Anew {
  const c = blank(opening);
  return {
    makes(step, book) {
      if (step.key === 'open') return madeBy(openingStep(opening));
      if (step.key.startsWith('of:')) return ofAnother(step, book, c.id, [step.key.slice('of:'.length)]);
      const act = actOfKey(step.key);
      if (act !== undefined && book.asked(act)?.told === true) return ofTold(step, book, c.id, act);
      const decided = (): Made | string | undefined =>
        ofAct(step, book, (asked) => {
          const made = onAct(c, letIn(asked));
          return isRefusal(made) ? made : madeBy(made);
        });
      return ofInstant(step, dueNext(c), ({ at }) => madeBy(onInstant(c, at))) ?? decided() ?? noSuchCause;
    },
    fold: ({ key, events, head }) => fold(c, key, events, head),
  };
}

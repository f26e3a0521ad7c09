import { FURTHER } from '../model/terms.js';
import type { Case, DutyRecord } from '../model/case.js';
import type { NamedAct, NewEvent } from '../model/step.js';

const [, OF_VERIFIERS] = FURTHER;
const asked = (c: Case, states: readonly DutyRecord['state'][]): string[] =>
  Object.entries(c.duties).flatMap(([name, { state, asked: isAsked }]) =>
    name.startsWith(`${OF_VERIFIERS}/`) && isAsked !== false && states.includes(state) ? [name] : [],
  );

/** What a notice asks of verifiers besides is not owed any more by one whose engagement ends; what it has filed stays filed. */
export const owedNoMore = (c: Case, { at }: Pick<NamedAct, 'at'>): NewEvent[] =>
  asked(c, ['pending', 'returned', 'overdue']).map((duty) => ({
    type: 'verifier-filing-ended',
    at,
    by: 'platform',
    duty,
    turns: 'not-required',
  }));

/** Engaged once more it owes it again, be its day past or not, as it owes its report. */
export const owedAgain = (c: Case, { at }: Pick<NamedAct, 'at'>): NewEvent[] =>
  asked(c, ['not-required']).map((duty) => ({
    type: 'verifier-filing-owed-again',
    at,
    by: 'platform',
    duty,
    turns: 'pending',
  }));

import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller, PartyKind } from '../parties/caller.js';

/** Who sees every unit. */
export const SEES_ALL: readonly PartyKind[] = ['city', 'auditor', 'operator'];

/** What is another's is unknown to whoever may not see it. */
export const unknownUnit = (unit: string): Refusal =>
  refuse('unknown-unit', `没有您可以查看的单位 ${unit}`, `there is no unit ${unit} that you may see`);

/** Proposals are for the city, and for whoever looks after the platform. */
export const noProposals = (caller: Caller): Refusal | undefined =>
  caller.appointments.some(({ kind }) => SEES_ALL.includes(kind))
    ? undefined
    : refuse('not-allowed', '提案由市生态环境部门办理', 'proposals are for the city authority');

/** Whose inbox is meant: one's own where none is named. An authority that sees all may look into every one. */
export function inboxMeant({ appointments }: Caller, of: string | undefined): { readonly of: string } | Refusal {
  const own = [...new Set(appointments.map(({ party }) => party))];
  if (of === undefined) {
    const [only, ...others] = own;
    if (only !== undefined && others.length === 0) return { of: only };
    const which = own.join(', ');
    return {
      ...refuse('bad-input', `请指明（of）：${which}`, `name whose inbox is meant (of): ${which}`),
      path: ['of'],
    };
  }
  const [party = of] = of.split('/');
  return own.includes(party) || appointments.some(({ kind }) => SEES_ALL.includes(kind))
    ? { of: party }
    : refuse('not-allowed', `您无权查看 ${of} 的待办`, `the inbox of ${of} is not yours to see`);
}

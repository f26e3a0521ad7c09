import { owedBy } from '../duties/claim.js';
import type { Taken } from '../duties/filing.js';
import type { Case, Matter } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Mail } from '../model/step.js';

/** What the order says to the unit: what is to be put right, until when where there is a day, and on what it rests. */
export const orderMail = (c: Case, { kind, duty = '', dueOn = '' }: Matter, basis: string): Mail => ({
  kind: 'mail',
  to: 'unit',
  template: 'order',
  say: {
    name: c.unit.name,
    case: kind,
    about: duty,
    dueOn,
    basis,
    ...(kind === 'rectification' ? { shortfall: owedBy(c) } : {}),
  },
});

/** Why no order can be issued in these matters, none of which is open and without one. */
function nothingToOrder(kind: string, matters: readonly Matter[]): Refusal {
  if (matters.length === 0)
    return refuse('too-early', `没有已立案事项 ${kind}`, `no matter of the kind ${kind} is open`, '五(二)');
  return matters.some(({ ordered }) => ordered)
    ? refuse('already-done', '已责令改正', 'the order is issued: once a matter', '五(二)')
    : refuse('overtaken', '该案已了结', 'the matter is closed: there is nothing to order any more', '五(二)');
}

/**
 * 五(二)「对未按规定报送……和逾期未清缴的碳排放单位，将依法处理」: the platform opens a matter, a person orders (policy). Once a matter;
 * without a duty the earliest opened one of its kind that has no order. It changes no date: the working days run from the opening.
 */
export function issueOrder(c: Case, act: Act<'issue-order'>): Taken | Refusal {
  const { case: kind, duty, basis } = act.with;
  const matters = c.facts.matters.filter((one) => one.kind === kind && (duty === undefined || one.duty === duty));
  const matter = matters.find(({ state, ordered }) => state === 'open' && !ordered);
  if (!matter) return nothingToOrder(kind, matters);
  const about = matter.duty === undefined ? {} : { duty: matter.duty };
  const what = { case: kind, ...about, openedOn: matter.openedOn, basis, approvedBy: act.approvedBy };
  return {
    events: [{ type: 'order-issued', at: act.at, by: act.by, with: what }],
    effects: [orderMail(c, matter, basis)],
  };
}

import { filed, type Taken } from '../duties/filing.js';
import { furtherFiling } from '../duties/further-filing.js';
import type { Case } from '../model/case.js';
import { own } from '../model/own.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { notAt } from './verification.js';

/** 核查机构另行报送: for the unit that has engaged it, under the verifier's seal; also once its report is filed. */
export function submitVerifierFiling(c: Case, act: Act<'submit-verifier-filing'>): Taken | Refusal {
  const duty = furtherFiling(`verifier-filing/${act.with.filing}`);
  if (!own(c.duties, duty.name))
    return refuse(
      'not-required',
      `本周期不要求核查机构报送${duty.zh}`,
      `cycle ${String(c.terms.cycle)} asks verifiers for no ${duty.zh}`,
    );
  const no = notAt(c, 'engaged', 'accepted', 'issued', 'filed', 'returned', 'completed');
  if (no) return no;
  if (!act.with.sealed)
    return refuse('verifier-not-sealed', `${duty.zh}未加盖核查机构公章`, `the filing lacks the verifier's seal`, '四(一)');
  return { events: filed(c, act, duty, 'verifier-filing-filed'), effects: [] };
}

import { decisionMail } from '../duties/deciding.js';
import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import type { Act } from '../model/step.js';

/**
 * 账户冻结与解冻 (policy): by two officers of the city, with the reason. A frozen account gives nothing of its own will: no
 * surrender, trade, application or cancellation. What the law takes or brings (collection, take-back, issue) still moves.
 */
const turn = (c: Case, act: Act<'freeze-account' | 'unfreeze-account'>, frozen: boolean): Taken => ({
  events: [
    {
      type: frozen ? 'account-frozen' : 'account-unfrozen',
      at: act.at,
      by: act.by,
      with: { basis: act.with.basis, approvedBy: act.approvedBy },
    },
  ],
  effects: [{ kind: 'freeze', frozen }, decisionMail(c, frozen ? '账户冻结' : '账户解冻', { basis: act.with.basis })],
});

export const freezeAccount = (c: Case, act: Act<'freeze-account'>): Taken => turn(c, act, true);
export const unfreezeAccount = (c: Case, act: Act<'unfreeze-account'>): Taken => turn(c, act, false);

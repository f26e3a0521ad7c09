import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import type { Act } from '../model/step.js';

/** 自愿注销 (policy): what a unit cancels counts towards no obligation and comes back only by a reversal. */
export function cancelHoldings(_c: Case, act: Act<'cancel'>): Taken {
  const { quantity, lots, reason } = act.with;
  return {
    events: [],
    effects: [
      {
        kind: 'cancel',
        reason,
        ...(quantity === undefined ? {} : { quantity }),
        ...(lots === undefined ? {} : { lots }),
      },
    ],
  };
}

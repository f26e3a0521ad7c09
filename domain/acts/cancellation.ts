import { field, text, type Taken } from '../duties/filing.js';
import type { Case, LotQuantity } from '../model/case.js';
import type { Act } from '../model/step.js';

/** 自愿注销 (policy): what a unit cancels counts towards no obligation and comes back only by a reversal. */
export function cancelHoldings(_c: Case, act: Act): Taken {
  const quantity = field(act, 'quantity') as string | undefined;
  const lots = field(act, 'lots') as unknown as readonly LotQuantity[] | undefined;
  return {
    events: [],
    effects: [
      {
        kind: 'cancel',
        reason: text(act, 'reason'),
        ...(quantity === undefined ? {} : { quantity }),
        ...(lots === undefined ? {} : { lots }),
      },
    ],
  };
}

import { z } from 'zod';
import { define } from '../definition.js';
import { balanceLots, basis, lots } from '../shapes.js';

/** 期初持有量 (policy): what an account holds on the day on which the platform is taken into service, or a correction of it. */
export const enterOpeningBalances = define({
  name: 'enter-opening-balances',
  words: { zh: '录入期初持有量', en: 'enter opening balances' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z
    .strictObject({
      lots: balanceLots,
      replaces: z.int().positive().optional(),
      less: lots.optional(),
      basis,
    })
    .refine(({ lots: more, less = [] }) => more.length + less.length > 0, {
      path: ['lots'],
      message: '未列任何批次 | names no lot',
    })
    .refine(({ less, replaces }) => less === undefined || replaces !== undefined, {
      path: ['replaces'],
      message: '减少须注明所更正的事件 | is missing: what takes off corrects an earlier event',
    }),
});

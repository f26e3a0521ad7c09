import { z } from 'zod';
import { define } from '../definition.js';
import { basis, name } from '../shapes.js';

/** 五(二): what a unit has to put right. */
export const issueOrder = define({
  name: 'issue-order',
  words: { zh: '责令改正', en: 'issue an order' },
  party: 'city',
  concerns: 'any',
  twoPeople: true,
  with: z.strictObject({ case: z.enum(['rectification', 'referral']), duty: name.optional(), basis }),
});

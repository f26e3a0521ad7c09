import { z } from 'zod';
import { define } from '../definition.js';
import { basis, together, wholeTonnes } from '../shapes.js';

/** 三(三)2: allowances in advance; an amount that is stated with its basis, or the one of the rule. */
export const preAllocate = define({
  name: 'pre-allocate',
  words: { zh: '预发免费配额', en: 'issue the pre-allocation' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ amount: wholeTonnes.optional(), basis: basis.optional() }).superRefine(together('amount', 'basis')),
});

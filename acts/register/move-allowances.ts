import { z } from 'zod';
import { define } from '../definition.js';
import { basis, name, wholeTonnes } from '../shapes.js';

/** 合并划转 (policy): what a merged unit holds goes to its successor. */
export const moveAllowances = define({
  name: 'move-allowances',
  words: { zh: '合并划转', en: 'move the allowances of a merged unit' },
  party: 'city',
  concerns: 'any',
  subject: 'from',
  other: 'into',
  twoPeople: true,
  with: z
    .strictObject({ from: name, into: name, quantity: wholeTonnes, basis })
    .refine(({ from, into }) => from !== into, { path: ['into'], message: '不能是本单位 | must be another unit' }),
});

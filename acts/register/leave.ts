import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 退出名单 (policy): a unit is listed no more. */
export const leave = define({
  name: 'leave',
  words: { zh: '退出名单', en: 'take a unit off the list' },
  party: 'city',
  concerns: 'any',
  everyCase: true,
  twoPeople: true,
  with: z.strictObject({ to: z.enum(['national-market', 'none']).default('none'), basis }),
});

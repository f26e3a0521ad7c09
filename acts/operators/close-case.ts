import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 周期结束 (policy): the cases of one unit end. */
export const closeCase = define({
  name: 'close-case',
  words: { zh: '结束案件', en: 'close the cases of a unit' },
  party: 'city',
  concerns: 'any',
  heardBy: ['verification'],
  everyCase: true,
  twoPeople: true,
  with: z.strictObject({ basis }),
});

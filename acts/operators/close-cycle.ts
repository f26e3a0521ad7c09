import { z } from 'zod';
import { define } from '../definition.js';
import { basis } from '../shapes.js';

/** 周期结束 (policy): every case of the cycle ends. */
export const closeCycle = define({
  name: 'close-cycle',
  words: { zh: '结束周期', en: 'close the cycle' },
  party: 'city',
  concerns: 'city',
  twoPeople: true,
  with: z.strictObject({ basis }),
});

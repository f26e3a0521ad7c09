import { z } from 'zod';
import { define } from '../definition.js';
import { basis, decision } from '../shapes.js';

/** 三(四): the answer to an offset application. */
export const decideOffsets = define({
  name: 'decide-offsets',
  words: { zh: '决定抵销申请', en: 'decide an offset application' },
  party: 'city',
  concerns: 'key',
  twoPeople: true,
  with: z.strictObject({ result: decision, basis: basis.optional() }),
});
